#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/report/language.h"
#include "tijian/scorecard.h"

namespace tijian::report {

inline constexpr std::string_view scores_header =
    "place,period,node,level,score,rank,coverage,weight,value,unit,verdict,flags,grade,uncapped,"
    "title,category,keeper,scored,of\n";

/// The category that a node stands in; null right below the index and of it.
const Node* category_of(const Framework&, int node);

/// `indicator`, `category` or `index`.
std::string_view level(const Framework&, int node);

/// Formats lines of scores.csv. What is the same in every row is made ready once: a million places
/// have a hundred million numbers.
class ScoreLines {
 public:
  /// `titles`: the language of `title` and `category`.
  ScoreLines(const Scorecard&, Language titles);
  /// More than the bytes of any row.
  std::size_t row_size() const { return row_size_; }
  /// Writes the lines of a row and returns their end.
  char* write(char* out, Eigen::Index row) const;

 private:
  struct Column {
    std::string node_and_level;  ///< `id,level,`
    std::string weight;          ///< `,0.125,`
    std::string unit;            ///< `,万人,`
    std::string names;           ///< `,title,category,keeper,`
    int indicator;               ///< -1 for categories
    int coverage;                ///< column of Scorecard::coverage; -1 for indicators
    bool graded;
  };
  char* write_column(char* out, Eigen::Index row, int column) const;

  const Scorecard& card_;
  std::vector<Column> columns_;
  std::vector<std::string> places_;
  std::array<std::string_view, 16> verdicts_;
  std::array<std::string, 1 << flag_count> flags_;  ///< by the bits
  std::size_t row_size_ = 0;
};

}  // namespace tijian::report

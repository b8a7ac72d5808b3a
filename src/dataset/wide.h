#pragma once
#include <limits>
#include <vector>

#include "dataset/block_reader.h"
#include "dataset/cell.h"
#include "dataset/columns.h"
#include "dataset/faults.h"
#include "dataset/left_out.h"
#include "dataset/rows.h"

namespace tijian::dataset {

/// The rows of a block, apart from their values.
struct WideRows {
  std::vector<int> lines;
  TextColumn places;
  std::vector<Period> periods;
  std::vector<TextColumn> attributes;
  std::set<std::string> left_out;  ///< places of rows that are not to be read
  Faults faults;
  std::vector<long> faulty;  ///< by the dataset's column: cells that could not be read
  bool fatal = false;        ///< what follows in the file cannot be read

  void clear(std::size_t attribute_count);
};

/// Where the values of a block go: `first[column * stride + row]`, at most so many rows.
struct WideValues {
  double* first;
  Eigen::Index stride, rows;
  double* rounding = nullptr;  ///< of them, in the same order; null: not asked for
};

/// Parses blocks of a wide file. Blocks may be parsed at the same time.
class WideParser {
 public:
  WideParser(const DataFile&, const TablePlan&);

  const LeftOutPlaces& left_out() const { return left_out_; }
  /// Lines that are no rows (blank, faulty, left out) take no row of the values.
  void parse(const Block&, const WideValues&, WideRows&) const;

 private:
  friend class WideBlockParser;
  const DataFile& file_;
  const TablePlan& plan_;
  LeftOutPlaces left_out_;
};

}  // namespace tijian::dataset

#pragma once
#include <span>
#include <string>

#include "model/rules.h"
#include "report/language.h"
#include "tijian/model.h"

namespace tijian::report {

/// What a run made, for those who write about it. References: keep the parts alive.
struct Run {
  const Model& model;
  const IndicatorTable& table;
  const Scorecard& card;

  const Framework& framework() const { return *card.framework; }
  /// Whether the value itself, not a benchmark, rests on an unchecked number.
  bool uncited_value(Eigen::Index row, int indicator) const {
    return table.uncited.size() > 0 && table.uncited(row, indicator);
  }
  /// Whether the sample decides the score: the ends of its scale are not the plan's or a
  /// standard's.
  bool relative(int indicator) const {
    return model::scaled_by_sample(model.method, framework().indicators[indicator]);
  }
  /// Whether scores that the sample decides stand beside scores on a fixed scale below that node.
  bool mixes(int node) const;
  /// Whether the score of a leaf rests on an unchecked number: the value or the scale.
  bool uncited_score(Eigen::Index row, int indicator) const {
    return uncited_value(row, indicator) ||
           (!relative(indicator) && framework().indicators[indicator].uncited("score"));
  }
  std::uint16_t flags(Eigen::Index row, int column) const {
    return card.flags.size() > 0 ? card.flags(row, column) : std::uint16_t{0};
  }
};

/// How a text is shown.
struct View {
  Language say;
  int width = 80;
  bool colour = false;
};

/// Stands behind a number that was not checked against its source.
inline constexpr const char* uncited_mark = "†";
std::string uncited_legend(Language);
/// Stands behind a score that the sample decides.
inline constexpr const char* relative_mark = "*";
std::string relative_legend(Language);

/// `Chaoyang District urban health check 2022.1`
std::string run_title(const Run&, Language);
/// Of a node's applicable children, the share that has a score, by weight or count as the method
/// asks: what `min_coverage` is held against.
double children_share(const Run&, Eigen::Index row, int node);
/// Whether that is enough for a score.
bool enough_children(const Run&, Eigen::Index row, int node);
/// `coverage 50 %, no score below 60 %`
std::string coverage_words(const Run&, Eigen::Index row, int node, Language);
bool any_flag(const Run&, std::span<const Eigen::Index> rows, std::uint16_t flag);
/// The latest period with an index score; the latest of all where none has one.
Period period_to_show(const Run&);

}  // namespace tijian::report

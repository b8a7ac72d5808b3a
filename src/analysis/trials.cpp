#include "analysis/trials.h"

#include <algorithm>

namespace tijian::analysis {

Trials::Trials(const Model& model, const IndicatorTable& table, Index row, bool whole)
    : model_(model), table_(table), row_(row), whole_(whole) {
  if (whole) trial_ = table;
}

/// So many copies of the row.
void Trials::lay_out(std::size_t rows) {
  const Index count = static_cast<Index>(rows), indicators = table_.values.cols();
  if (trial_.values.rows() == count && trial_.values.cols() == indicators) return;
  trial_ = {};
  trial_.fingerprint = table_.fingerprint;
  trial_.rows.places = {table_.rows.place_of(row_)};
  trial_.rows.place.assign(rows, 0);
  trial_.rows.period.assign(rows, table_.rows.period[row_]);
  for (const Attribute& attribute : table_.rows.attributes)
    trial_.rows.attributes.push_back({attribute.name, attribute.values,
                                      std::vector<std::int32_t>(rows, attribute.of_row[row_])});
  for (const auto& [id, values] : table_.variables) trial_.variables[id].assign(rows, values[row_]);
  trial_.values.resize(count, indicators);
  if (table_.applicable.size() == 0) return;
  trial_.applicable.resize(count, indicators);
  for (Index j = 0; j < indicators; ++j)
    for (Index i = 0; i < count; ++i) trial_.applicable(i, j) = table_.applicable(row_, j);
}

std::vector<double> Trials::scores(std::span<const Change> changes, int node) {
  return scores(changes, std::vector<int>(changes.size(), node));
}

std::vector<double> Trials::scores(std::span<const Change> changes, std::span<const int> nodes) {
  if (changes.empty()) return {};
  if (whole_) return scores_apart(changes, nodes);
  lay_out(changes.size());
  for (Index j = 0; j < table_.values.cols(); ++j)
    std::ranges::fill(trial_.values.column(j), table_.values(row_, j));
  for (std::size_t i = 0; i < changes.size(); ++i)
    for (const auto& [indicator, value] : changes[i])
      trial_.values(static_cast<Index>(i), indicator) = value;
  apply(model_, trial_, {Nodes::all, false, 1}, card_);
  std::vector<double> scores;
  for (std::size_t i = 0; i < changes.size(); ++i)
    scores.push_back(card_.score(static_cast<Index>(i), card_.column(nodes[i])));
  return scores;
}

std::vector<double> Trials::scores_apart(std::span<const Change> changes,
                                         std::span<const int> nodes) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    for (const auto& [indicator, value] : changes[i]) trial_.values(row_, indicator) = value;
    apply(model_, trial_, {Nodes::all, false, 1}, card_);
    scores.push_back(card_.score(row_, card_.column(nodes[i])));
    for (const auto& [indicator, value] : changes[i])
      trial_.values(row_, indicator) = table_.values(row_, indicator);
  }
  return scores;
}

}  // namespace tijian::analysis

#include "tijian/statistical_neighbours.h"

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "diagnosis/context.h"
#include "diagnosis/peer_group.h"

namespace tijian::diagnosis {
namespace {

/// One feature of the context in a group: missing where nobody has it.
struct ContextColumn {
  int context;
  std::vector<double> values;  ///< by row of the group
};

bool lacks(double value) { return std::isnan(value); }

/// In standard deviations from the mean of those rows of the group that are `whole`; nothing where
/// these are all alike.
bool standardise(std::vector<double>& values, std::span<const std::size_t> whole) {
  double mean = 0, squares = 0;
  const auto n = static_cast<double>(whole.size());
  for (const std::size_t k : whole) mean += (values[k] - values[whole[0]]) / n;
  mean += values[whole[0]];  // exactly the value where all are equal
  for (const std::size_t k : whole) squares += (values[k] - mean) * (values[k] - mean);
  if (!(squares > 0)) return false;
  for (double& value : values) value = (value - mean) / std::sqrt(squares / (n - 1));
  return true;
}

class NeighbourFinder {
 public:
  NeighbourFinder(const Run& run, const Period& period)
      : run_(run), context_(run.framework->diagnosis.context) {
    out_.period = period;
  }

  StatisticalNeighbours find() {
    for (const PeerGroup& group : peer_groups(run_, out_.period))
      if (group.rows.size() > 1 && !context_.empty()) add_group(group);
    if (!lacking_.empty())
      report("N580",
             {{"count", std::to_string(lacking_.size())}, {"names", base::some_of(lacking_)}});
    return std::move(out_);
  }

 private:
  void report(std::string_view code, std::initializer_list<base::Argument> arguments) {
    out_.diagnostics.push_back(base::make_diagnostic(code, {}, arguments, "diagnosis.context"));
  }

  ContextColumn column(const PeerGroup& group, int context) const {
    const std::vector<double> all = context_values(run_, context_[context]);
    ContextColumn out{context, {}};
    for (const Index row : group.rows) out.values.push_back(all[static_cast<std::size_t>(row)]);
    return out;
  }

  void add_group(const PeerGroup& group) {
    std::vector<std::string> unused;
    std::vector<ContextColumn> columns;
    for (int c = 0; c < std::ssize(context_); ++c) {
      columns.push_back(column(group, c));
      if (!std::ranges::all_of(columns.back().values, lacks)) continue;
      unused.push_back(context_[c]);
      columns.pop_back();
    }
    const std::vector<std::size_t> whole = whole_rows(group, columns);
    if (whole.size() > 1)
      std::erase_if(columns, [&](ContextColumn& one) {
        const bool alike = !standardise(one.values, whole);
        if (alike) unused.push_back(context_[one.context]);
        return alike;
      });
    if (!unused.empty())
      report("N581", {{"names", base::joined(unused)},
                      {"group", group.name.empty() ? Text("all places", "所有评价单元")
                                                   : Text(group.name)}});
    if (!columns.empty())
      for (const std::size_t k : whole) add_place(group, columns, whole, k);
  }

  /// Rows that have all features.
  std::vector<std::size_t> whole_rows(const PeerGroup& group,
                                      const std::vector<ContextColumn>& columns) {
    std::vector<std::size_t> whole;
    if (columns.empty()) return whole;
    for (std::size_t k = 0; k < group.rows.size(); ++k)
      if (std::ranges::any_of(columns, [&](const auto& one) { return lacks(one.values[k]); }))
        lacking_.push_back(run_.table.rows.place_of(group.rows[k]));
      else
        whole.push_back(k);
    return whole;
  }

  void add_place(const PeerGroup& group, const std::vector<ContextColumn>& columns,
                 std::span<const std::size_t> whole, std::size_t place) {
    std::vector<StatisticalNeighbour> all;
    for (const std::size_t other : whole)
      if (other != place) all.push_back(compare(group, columns, place, other));
    std::ranges::stable_sort(all, {}, &StatisticalNeighbour::distance);
    all.resize(std::min(all.size(), std::size_t{statistical_neighbours_count}));
    for (std::size_t k = 0; k < all.size(); ++k) {
      all[k].order = static_cast<int>(k) + 1;
      out_.pairs.push_back(all[k]);
    }
  }

  static StatisticalNeighbour compare(const PeerGroup& group,
                                      const std::vector<ContextColumn>& columns, std::size_t place,
                                      std::size_t other) {
    StatisticalNeighbour out{group.rows[place], group.rows[other]};
    std::vector<Feature> features;
    double squares = 0;
    for (const ContextColumn& one : columns) {
      const double difference = one.values[other] - one.values[place];
      squares += difference * difference;
      if (difference != 0) features.push_back({one.context, difference});
    }
    out.distance = std::sqrt(squares);
    std::ranges::stable_sort(features, std::ranges::greater{},
                             [](const Feature& feature) { return std::abs(feature.difference); });
    const auto count = std::min(features.size(), out.features.size());
    std::copy_n(features.begin(), count, out.features.begin());
    return out;
  }

  const Run& run_;
  const std::vector<std::string>& context_;
  std::vector<std::string> lacking_;  ///< places
  StatisticalNeighbours out_;
};

}  // namespace

}  // namespace tijian::diagnosis

namespace tijian {

StatisticalNeighbours statistical_neighbours(const Run& run, const Period& period) {
  diagnosis::check_all_nodes(run);
  return diagnosis::NeighbourFinder(run, period).find();
}

}  // namespace tijian

#include "tijian/balance.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "diagnosis/peer_group.h"
#include "model/peers.h"
#include "model/scoring_plan.h"
#include "statistics/coupling.h"
#include "statistics/inequality.h"

namespace tijian::diagnosis {
namespace {

Undefined why_no_share(std::span<const double> values, double theil) {
  if (!std::isnan(theil)) return Undefined::no;
  const bool negative = std::ranges::any_of(values, [](double value) { return value < 0; });
  return negative ? Undefined::negative_values : Undefined::mean_not_positive;
}

/// The categories' scores of a row as shares of their scales.
struct Shares {
  std::vector<double> scores, weights;
  bool endless = false;
};

class BalanceReader {
 public:
  BalanceReader(const Run& run, const Period& period)
      : run_(run),
        framework_(*run.framework),
        plan_(model::plan_scoring(framework_, run.model.method, *run.model.methods)),
        groups_(peer_groups(run, period)) {
    out_.period = period;
    for (const int child : framework_.nodes[0].children)
      if (framework_.nodes[child].indicator < 0) categories_.push_back(child);
    const std::string peers = model::rank_peers(framework_, run.model.method.reference).attribute;
    for (const PlaceAttribute& attribute : framework_.attributes)
      if (attribute.id != peers && (attribute.id == parent_attribute || !attribute.values.empty()))
        if (const Attribute* column = run.table.rows.attribute(attribute.id))
          attributes_.push_back(column);
  }

  Balance read() {
    for (const PeerGroup& group : groups_) {
      for (const Index row : group.rows) add_coordination(row);
      for (int node = 0; node < std::ssize(framework_.nodes); ++node) add_inequality(group, node);
      out_.groups.push_back(group.name);
    }
    return std::move(out_);
  }

 private:
  Shares shares_of(Index row) const {
    Shares out;
    for (const int category : categories_) {
      const model::NodePlan& plan = plan_.nodes[category];
      const double score = plan.counted(run_.card.score(row, run_.card.column(category)));
      if (std::isnan(score)) continue;
      const double share = (score - plan.scale.low) / (plan.scale.high - plan.scale.low);
      out.endless = out.endless || std::isnan(share);
      out.scores.push_back(std::clamp(share, 0.0, 1.0));  // an end may be missed by rounding
      out.weights.push_back(framework_.nodes[category].weight);
    }
    return out;
  }

  void add_coordination(Index row) {
    const Shares shares = shares_of(row);
    if (shares.scores.size() < 2) return;
    Coordination one;
    one.group = static_cast<int>(out_.groups.size());
    one.row = row;
    one.categories = static_cast<int>(shares.scores.size());
    if (shares.endless)
      one.why = Undefined::endless_scale;
    else
      couple(shares, one);
    out_.rows.push_back(one);
  }

  static void couple(const Shares& shares, Coordination& one) {
    using statistics::CouplingForm;
    const auto plain = statistics::coupling(shares.scores, shares.weights, CouplingForm::standard);
    const auto modified =
        statistics::coupling(shares.scores, shares.weights, CouplingForm::modified);
    if (std::isnan(plain.development)) one.why = Undefined::no_weight;
    one.development = plain.development;
    one.coupling = plain.coupling;
    one.coordination = plain.coordination;
    one.coupling_modified = modified.coupling;
    one.coordination_modified = modified.coordination;
    one.grade = statistics::coupling_grade(plain.coordination);
    one.grade_modified = statistics::coupling_grade(modified.coordination);
  }

  void add_inequality(const PeerGroup& group, int node) {
    const std::vector<double> values = values_of(run_, group, node);
    Inequality one;
    one.places = static_cast<int>(
        std::ranges::count_if(values, [](double value) { return !std::isnan(value); }));
    if (one.places < 2) return;
    one.group = static_cast<int>(out_.groups.size());
    one.node = node;
    one.gini = statistics::gini(values);
    one.variation = statistics::variation_coefficient(values);
    one.theil = statistics::theil(values);
    one.why = why_no_share(values, one.theil);
    if (std::isnan(one.variation)) one.why_variation = Undefined::mean_not_positive;
    for (const Attribute* attribute : attributes_) add_between(group, values, *attribute, one);
    out_.nodes.push_back(std::move(one));
  }

  static void add_between(const PeerGroup& group, const std::vector<double>& values,
                          const Attribute& attribute, Inequality& one) {
    std::vector<int> of_place;
    for (const Index row : group.rows)
      of_place.push_back(attribute.of_row[static_cast<std::size_t>(row)]);
    const statistics::Theil parts = statistics::theil(values, of_place);
    TheilBetween out{attribute.name};
    for (const statistics::TheilGroup& part : parts.groups) out.places += part.places;
    const auto present = [](const statistics::TheilGroup& part) { return part.places > 0; };
    if (std::ranges::count_if(parts.groups, present) < 2) return;
    if (parts.total > 0)
      out.share = parts.between / parts.total;
    else
      out.why = parts.total == 0 ? Undefined::all_alike : why_no_share(values, parts.total);
    one.between.push_back(std::move(out));
  }

  const Run& run_;
  const Framework& framework_;
  const model::ScoringPlan plan_;
  const std::vector<PeerGroup> groups_;
  std::vector<int> categories_;               ///< right below the index
  std::vector<const Attribute*> attributes_;  ///< that T is decomposed by
  Balance out_;
};

}  // namespace

}  // namespace tijian::diagnosis

namespace tijian {

std::string_view to_string(Undefined why) {
  constexpr std::array<std::string_view, 6> names{
      "", "negative_values", "mean_not_positive", "all_alike", "endless_scale", "no_weight"};
  return names[static_cast<std::size_t>(why)];
}

Text coordination_title(int grade) {
  if (grade < 0 || grade >= std::ssize(statistics::coupling_grades()))
    throw UsageError("there are ten grades of coordination, from 0");
  return statistics::coupling_grades()[static_cast<std::size_t>(grade)].name;
}

Balance balance(const Run& run, const Period& period) {
  diagnosis::check_all_nodes(run);
  return diagnosis::BalanceReader(run, period).read();
}

}  // namespace tijian

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/lookup.h"
#include "base/catalogue.h"
#include "framework/title.h"
#include "tijian/apportionment.h"

namespace tijian {
namespace {

using LeftOut = Claimants::LeftOut;

const Text& words_of(LeftOut::Why why) {
  static const Text no_score{"it has no score", "该单元没有得分"};
  static const Text has_parts{"the others are parts of it", "其他单元是它的组成部分"};
  return why == LeftOut::Why::no_score ? no_score : has_parts;
}

class Claiming {
 public:
  Claiming(const Run& run, std::span<const ShareBounds> bounds) : run_(run), bounds_(bounds) {}

  Loaded<Claimants> among(int node, const Period& period) {
    Claimants found{node, period, {}, {}};
    const int column = run_.card.column(node);
    if (column < 0) throw UsageError("the run's card does not have the node");
    const bool parts = any_parts(period);
    for (Index row = 0; row < rows().size(); ++row) {
      if (rows().period[row] != period) continue;
      const std::string& place = rows().place_of(row);
      const double score = run_.card.score(row, column);
      if (parts && !is_part(row))
        found.left_out.push_back({place, LeftOut::Why::has_parts});
      else if (std::isnan(score))
        found.left_out.push_back({place, LeftOut::Why::no_score});
      else
        found.claims.push_back({place, score});
    }
    for (const ShareBounds& bounds : bounds_) bind(bounds, found);
    if (found.claims.empty())
      report("N532", {}, {{"node", framework::title_of(run_.framework->nodes[node])}});
    if (has_errors(problems_)) return {{}, std::move(problems_)};
    return {std::move(found), std::move(problems_)};
  }

 private:
  const Rows& rows() const { return run_.table.rows; }

  bool is_part(Index row) const {
    const Attribute* parent = rows().attribute(parent_attribute);
    return parent && !parent->at(row).empty();
  }
  bool any_parts(const Period& period) const {
    for (Index row = 0; row < rows().size(); ++row)
      if (rows().period[row] == period && is_part(row)) return true;
    return false;
  }

  Diagnostic& report(std::string_view code, const Citation& where,
                     std::initializer_list<base::Argument> arguments) {
    problems_.push_back(base::make_diagnostic(code, where, arguments));
    return problems_.back();
  }

  void bind(const ShareBounds& bounds, Claimants& found) {
    const int listed = run_.framework->find_place(bounds.place);
    const std::string name = listed < 0 ? bounds.place : run_.framework->places[listed].name;
    if (const auto [known, fresh] = seen_.try_emplace(name, bounds.where); !fresh) {
      report("C333", bounds.where, {{"row", name}}).also.push_back(known->second);
      return;
    }
    if (const auto claim = std::ranges::find(found.claims, name, &Claim::place);
        claim != found.claims.end()) {
      if (bounds.low) claim->low = *bounds.low;
      if (bounds.high) claim->high = *bounds.high;
      return;
    }
    const auto out = std::ranges::find(found.left_out, name, &LeftOut::place);
    if (out != found.left_out.end())
      report("N567", bounds.where, {{"place", name}, {"why", words_of(out->why)}});
    else
      refuse(bounds, found);
  }

  void refuse(const ShareBounds& bounds, const Claimants& found) {
    std::vector<std::string> names;
    for (const Claim& claim : found.claims) names.push_back(claim.place);
    base::suggest(
        report("B490", bounds.where, {{"found", bounds.place}, {"names", base::some_of(names)}}),
        bounds.place, names);
  }

  const Run& run_;
  std::span<const ShareBounds> bounds_;
  std::map<std::string, Citation> seen_;
  std::vector<Diagnostic> problems_;
};

}  // namespace

Loaded<Claimants> claimants(const Run& run, std::string_view node, std::string_view period,
                            std::span<const ShareBounds> bounds) {
  check(run);
  std::vector<Diagnostic> problems;
  const std::optional<int> named = analysis::find_node(*run.framework, node, problems);
  Loaded<Period> when = find_period(run, period);
  problems.insert(problems.end(), when.diagnostics.begin(), when.diagnostics.end());
  if (!named || !when) return {{}, std::move(problems)};
  return Claiming(run, bounds).among(*named, *when.value);
}

}  // namespace tijian

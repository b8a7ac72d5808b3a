#include "tijian/framework.h"

#include <algorithm>
#include <cmath>

#include "base/spelling.h"

namespace tijian {
namespace {

template <class T>
int find(const std::vector<T>& things, std::string_view id) {
  const auto found =
      std::ranges::find(things, id, [](const T& t) { return std::string_view(t.id); });
  return found == things.end() ? -1 : static_cast<int>(found - things.begin());
}

bool covers(const Basis& basis, std::string_view number) {
  return basis.of.empty() || std::ranges::find(basis.of, number) != basis.of.end();
}

}  // namespace

const Standard* Indicator::standard_in(int year) const {
  for (const Standard& standard : standards)
    if (standard.from.value_or(year) <= year && year <= standard.until.value_or(year))
      return &standard;
  return nullptr;
}

bool Indicator::uncited(std::string_view number) const {
  return std::ranges::any_of(basis, [&](const Basis& b) {
    return b.confidence.starts_with("uncited") && covers(b, number);
  });
}

bool Indicator::uncited() const {
  return (plan && plan->baseline && uncited("baseline")) ||
         (plan && plan->target && uncited("target")) ||
         (!standards.empty() && uncited("standard")) || (score && uncited("score"));
}

int RankClasses::of_rank(int r, int n) const {
  const long long c = count;
  if (of == Of::rank) return static_cast<int>((c * r + n - 1) / n);
  const int all = of == Of::rank_less_1 ? n : std::max(n - 1, 1);
  return static_cast<int>(std::min(c * (r - 1) / all + 1, c));
}

const Grade* Node::grade(double value) const {
  if (classes) return nullptr;
  for (const Grade& grade : grades)
    if (value >= grade.at_least - 1e-12 * std::abs(grade.at_least)) return &grade;  // rounding
  return nullptr;
}

int Framework::find_variable(std::string_view wanted) const { return find(variables, wanted); }
int Framework::find_indicator(std::string_view wanted) const { return find(indicators, wanted); }
int Framework::find_node(std::string_view wanted) const { return find(nodes, wanted); }
int Framework::find_attribute(std::string_view wanted) const { return find(attributes, wanted); }
int Framework::find_place(std::string_view named) const {
  const std::string key = base::name_key(named);
  const auto is_named = [&](const Place& place) {
    const auto same = [&](const std::string& name) { return base::name_key(name) == key; };
    return same(place.name) || same(place.code) || std::ranges::any_of(place.aliases, same);
  };
  const auto found = key.empty() ? places.end() : std::ranges::find_if(places, is_named);
  return found == places.end() ? -1 : static_cast<int>(found - places.begin());
}
int Framework::node_of(int indicator) const {
  return static_cast<int>(std::ranges::find(nodes, indicator, &Node::indicator) - nodes.begin());
}

}  // namespace tijian

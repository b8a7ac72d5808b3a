#pragma once
#include <utility>
#include <vector>

#include "tijian/options.h"

/// Value functions with their numbers, as `score` has them.
namespace tijian_tests {

inline tijian::Choice linear_score(double zero, double full) {
  return {"linear", {{"zero", {zero}}, {"full", {full}}}};
}
inline tijian::Choice efficacy_score(double pass, double full) {
  return {"efficacy", {{"pass", {pass}}, {"full", {full}}}};
}
inline tijian::Choice range_score(double low, double high, double zero_below, double zero_above) {
  return {"range",
          {{"low", {low}},
           {"high", {high}},
           {"zero_below", {zero_below}},
           {"zero_above", {zero_above}}}};
}
inline tijian::Choice cap_score(double limit, double tolerance) {
  return {"cap", {{"limit", {limit}}, {"tolerance", {tolerance}}}};
}
inline tijian::Choice floor_score(double limit, double tolerance) {
  return {"floor", {{"limit", {limit}}, {"tolerance", {tolerance}}}};
}
inline tijian::Choice trajectory_score(double from_year, double from, double to_year, double to) {
  using tijian::ValueList;
  return {"trajectory",
          {{"from", {ValueList{{from_year}, {from}}}}, {"to", {ValueList{{to_year}, {to}}}}}};
}
inline tijian::Choice piecewise_score(const std::vector<std::pair<double, double>>& points,
                                      bool pchip = false) {
  tijian::ValueList list;
  for (const auto& [x, score] : points) list.push_back({tijian::ValueList{{x}, {score}}});
  return {"piecewise",
          {{"points", {list}}, {"interpolation", {std::string(pchip ? "pchip" : "linear")}}}};
}

}  // namespace tijian_tests

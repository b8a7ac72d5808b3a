#include "framework/value_function_yaml.h"

#include <cmath>

#include "framework/written.h"
#include "framework/years.h"
#include "yaml/either.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

/// A distance beyond the limit, or a share of it.
struct Tolerance {
  double value = 0;
  bool percent = false;
};

struct Limit {
  double limit = 0;
  Tolerance tolerance;
};

struct Path {
  std::optional<std::pair<int, double>> from, to;
};

bool read_tolerance(const Node& node, Reading& reading, Tolerance& out) {
  Node bare = node;
  out.percent = node.kind == Node::Kind::scalar && node.text.ends_with('%');
  if (out.percent) {
    bare.text.pop_back();
    bare.plain = true;
  }
  return number({.low = 0, .above_low = true}).read(bare, reading, out.value);
}

Shape<Tolerance> tolerance() {
  return {read_tolerance, [](Definitions& definitions) {
            Schema share = keywords({{"type", text_value("string")},
                                     {"pattern", text_value("^[+]?[0-9.]+([eE][-+]?[0-9]+)?%$")}});
            return if_then_else(of_type("string"), std::move(share),
                                number({.low = 0, .above_low = true}).describe(definitions));
          }};
}

// The code of what is wrong with the numbers of a value function, or empty.
std::string_view fault(const Relative&) { return {}; }
std::string_view fault(const Linear& f) { return f.zero == f.full ? "F208" : ""; }
std::string_view fault(const Efficacy& f) { return f.pass == f.full ? "F209" : ""; }
std::string_view fault(const Piecewise& f) {
  for (std::size_t i = 1; i < f.points.size(); ++i)
    if (!(f.points[i - 1].first < f.points[i].first)) return "F210";
  return {};
}
std::string_view fault(const Range& f) {
  return f.zero_below < f.low && f.low <= f.high && f.high < f.zero_above ? "" : "F211";
}
std::string_view fault(const Cap& f) { return f.tolerance > 0 ? "" : "F212"; }
std::string_view fault(const Floor& f) { return f.tolerance > 0 ? "" : "F212"; }
std::string_view fault(const Trajectory& f) {
  return f.from_year < f.to_year && f.from != f.to ? "" : "F214";
}

bool sound(const Node& node, Reading& reading, const Scoring& scoring) {
  if (scoring.from_plan || scoring.to_plan) return true;  // judged when the plan is known
  const std::string_view code = fault_of(scoring.function);
  if (!code.empty()) reading.report(code, node);
  return code.empty();
}

template <class T>
Case<Scoring> shape_case(const char* name, std::vector<Field<T>> fields) {
  fields.insert(fields.begin(), tag<T>("shape", name));
  return {name, converted<Scoring>(record(std::move(fields)),
                                   [](T function, Scoring& out) { out.function = function; })};
}

template <class T>
Case<Scoring> limit_case(const char* name) {
  auto shape = record<Limit>(
      {tag<Limit>("shape", name),
       required<Limit>("limit", &Limit::limit, number(), "the limit, in the indicator's unit"),
       required<Limit>("tolerance", &Limit::tolerance, tolerance(),
                       "how far beyond the limit the score reaches 0: in the indicator's unit, or "
                       "a share of the limit such as 10%")});
  return {
      name, converted<Scoring>(std::move(shape), [](Limit read, Scoring& out) {
        const Tolerance t = read.tolerance;
        out.function = T{read.limit, t.percent ? std::abs(read.limit) * t.value / 100 : t.value};
      })};
}

Case<Scoring> piecewise_case() {
  const Bounds score{0, 100};
  return shape_case<Piecewise>(
      "piecewise",
      {required<Piecewise>("points", &Piecewise::points, list(pair(number(), number(score)), 2),
                           "points [value, score], values ascending"),
       optional<Piecewise>("interpolation", &Piecewise::pchip,
                           choice<bool>({{"linear", false}, {"pchip", true}}),
                           "between the points: linear (default) or pchip")});
}

Case<Scoring> trajectory_case() {
  const auto point = pair(year(), number());
  auto shape = record<Path>(
      {tag<Path>("shape", "trajectory"),
       optional<Path>("from", &Path::from, point, "[year, value]; left out: the plan's baseline"),
       optional<Path>("to", &Path::to, point, "[year, value]; left out: the plan's target")});
  return {"trajectory", converted<Scoring>(std::move(shape), [](Path path, Scoring& out) {
            out.from_plan = !path.from;
            out.to_plan = !path.to;
            const auto from = path.from.value_or(std::pair{0, 0.0});
            const auto to = path.to.value_or(std::pair{0, 0.0});
            out.function = Trajectory{from.first, from.second, to.first, to.second};
          })};
}

Case<Scoring> range_case() {
  return shape_case<Range>(
      "range", {required<Range>("low", &Range::low, number(), "100 from here"),
                required<Range>("high", &Range::high, number(), "100 to here"),
                required<Range>("zero_below", &Range::zero_below, number(), "0 at and below"),
                required<Range>("zero_above", &Range::zero_above, number(), "0 at and above")});
}

const Shape<Scoring>& scoring_definition() {
  using L = Linear;
  using E = Efficacy;
  static const Shape<Scoring> shape = written(checked(
      tagged<Scoring>(
          "shape",
          {shape_case<L>("linear", {required<L>("zero", &L::zero, number(), "score 0"),
                                    required<L>("full", &L::full, number(), "score 100")}),
           shape_case<E>("efficacy", {required<E>("pass", &E::pass, number(), "score 60"),
                                      required<E>("full", &E::full, number(), "score 100")}),
           piecewise_case(), range_case(), limit_case<Cap>("cap"), limit_case<Floor>("floor"),
           trajectory_case(), shape_case<Relative>("relative", {})},
          "F207"),
      sound));
  return shape;
}

}  // namespace

std::string_view fault_of(const ValueFunction& function) {
  return std::visit([](const auto& f) { return fault(f); }, function);
}

const Shape<Scoring>& scoring_shape() {
  static const Shape<Scoring> shape = named("score", scoring_definition);
  return shape;
}

}  // namespace tijian::framework

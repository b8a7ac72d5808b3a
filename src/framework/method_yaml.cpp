#include "framework/method_yaml.h"

#include "framework/choice_yaml.h"
#include "framework/variation_yaml.h"
#include "yaml/either.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

Shape<MissingRules::Fill> fill_shape() {
  using F = MissingRules::Fill;
  return record<F>(
      {required<F>("nodes", &F::nodes, list(identifier(), 1), "ids of nodes"),
       optional<F>("method", &F::method, one_of({"mean", "median"}), "of the group's scores"),
       optional<F>("group", &F::group, text(), "an attribute; left out: all places")});
}

Shape<MissingRules> missing_shape() {
  using M = MissingRules;
  return record<M>({optional<M>("min_coverage", &M::min_coverage, number({0, 1}),
                                "share of a node's direct children that must have a score"),
                    optional<M>("measure", &M::measure,
                                choice<M::Measure>(
                                    {{"weight", M::Measure::weight}, {"count", M::Measure::count}}),
                                "how the share is measured"),
                    optional<M>("min_indicators", &M::min_indicators, integer(0, most_indicators),
                                "least number of indicators below a node with a score"),
                    optional<M>("fill", &M::fill, fill_shape(),
                                "nodes without a score take their group's mean or median")});
}

bool read_period(const Node& node, Reading& reading, Period& out) {
  if (!expect(Node::Kind::scalar, node, reading)) return false;
  const auto period = parse_period(node.text);
  out = period.value_or(Period{});
  if (out != Period{}) return true;
  reading.report("M602", node, {{"found", node.text}});
  return false;
}

Shape<Period> period() {
  return {read_period,
          [](Definitions&) {
            return keywords({{"type", names_value({"string", "integer"})}});
          },
          [](const Period& period) {
            return period.part == Period::Part::year ? Tree::number(period.year)
                                                     : Tree::text(to_string(period));
          }};
}

struct Periods {
  Reference::Periods kind = Reference::Periods::pooled;
  std::vector<Period> listed;
};

Shape<Periods> periods() {
  using K = Reference::Periods;
  return either<Periods>(is_list(),
                         converted<Periods>(
                             list(period(), 1),
                             [](std::vector<Period> listed, Periods& out) {
                               out = {K::listed, std::move(listed)};
                             },
                             [](const Periods& periods) { return periods.listed; }),
                         of_forms(converted<Periods>(
                                      choice<K>({{"pooled", K::pooled}, {"each", K::each}}),
                                      [](K kind, Periods& out) { out.kind = kind; },
                                      [](const Periods& periods) { return periods.kind; }),
                                  {"pooled, each, or a list of periods such as [2017, 2018]",
                                   "pooled、each，或时期的列表，如 [2017, 2018]"}),
                         [](const Periods& periods) { return periods.kind == K::listed; });
}

Shape<Reference> reference_shape() {
  struct Written {
    Periods periods;
    std::string group, weights;
  };
  return converted<Reference>(
      record<Written>(
          {optional<Written>("periods", &Written::periods, periods(),
                             "pooled (default), each, or a list of periods"),
           optional<Written>("group", &Written::group, text(),
                             "an attribute: statistics by its values; none: of all places; "
                             "default: the framework's peers"),
           optional<Written>("weights", &Written::weights, identifier(),
                             "a variable or indicator that weighs the places")}),
      [](Written w, Reference& out) {
        out = {w.periods.kind, std::move(w.periods.listed), std::move(w.group),
               std::move(w.weights)};
      },
      [](const Reference& reference) {
        return Written{{reference.periods, reference.listed}, reference.group, reference.weights};
      });
}

Shape<Rounding> rounding_shape() {
  using R = Rounding;
  const auto decimals = integer(0, most_decimals);
  return record<R>({optional<R>("indicator", &R::indicator, decimals, "decimals"),
                    optional<R>("category", &R::category, decimals, "decimals"),
                    optional<R>("index", &R::index, decimals, "decimals")});
}

/// A choice and whether it is wide, each a member.
Field<Method> chosen_field(const char* key, const Shape<Chosen>& shape, Choice Method::*choice,
                           bool Method::*wide) {
  return {key,
          Need::stated,
          "",
          {[=](const Node& node, Reading& reading, Method& out) {
             Chosen chosen;
             const bool good = shape.read(node, reading, chosen);
             out.*choice = std::move(chosen.choice);
             out.*wide = chosen.wide;
             return good;
           },
           described_as(shape),
           [=](const Method& from) {
             return shape.write({from.*choice, from.*wide});
           }}};
}

/// Also keeps where each key stands.
Shape<Method> with_places(const Shape<Method>& shape) {
  return {[shape](const Node& node, Reading& reading, Method& out) {
            const bool good = shape.read(node, reading, out);
            for (const Entry& entry : node.entries)
              if (entry.key) out.where.of_key[entry.key->text] = entry.value->where();
            return good;
          },
          described_as(shape), [shape](const Method& method) { return shape.write(method); }};
}

Shape<Method> made_of(const MethodTable& methods) {
  using M = Method;
  return with_places(named(
      "method",
      record<M>(
          {stated<M>("impute", &M::impute, one_or_more(impute_shape(methods)),
                     "missing values; a list: in turn; default none"),
           stated<M>("treat", &M::treat, treat_shape(methods), "outliers; default none"),
           chosen_field("normalise", normalise_shape(methods), &M::normalise, &M::normalise_all),
           chosen_field("weights", weights_shape(methods), &M::weights, &M::weights_over_index),
           stated<M>(
               "aggregate", &M::aggregate, one_or_more(aggregate_shape(methods)),
               "default arithmetic; a list goes by height above the leaves, its last repeats"),
           stated<M>("missing", &M::missing, missing_shape(), "how much must be there for a score"),
           stated<M>("reference", &M::reference, reference_shape(),
                     "which rows the statistics come from"),
           stated<M>("round", &M::round, rounding_shape(), "decimals between stages"),
           stated<M>("robustness", &M::robustness, variation_shape(methods), "what varies")})));
}

}  // namespace

/// The built-in one is made once: it is large.
Shape<Method> method_shape(const MethodTable& methods) {
  if (&methods != &builtin_methods()) return made_of(methods);
  static const Shape<Method> built_in = made_of(methods);
  return built_in;
}

}  // namespace tijian::framework

namespace tijian {

std::string to_yaml(const Method& method) {
  return framework::method_shape(builtin_methods()).write(method).block();
}

}  // namespace tijian

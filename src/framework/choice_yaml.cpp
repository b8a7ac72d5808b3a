#include "framework/choice_yaml.h"

#include <algorithm>

#include "framework/family_names.h"
#include "framework/forms.h"
#include "framework/judgements.h"
#include "framework/years.h"
#include "yaml/either.h"
#include "yaml/full_width.h"
#include "yaml/tagged.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

template <class T>
Shape<Value> value(const Shape<T>& shape) {
  return converted<Value>(shape, [](T read, Value& out) { out.data = std::move(read); });
}

Value as_value(Value value) { return value; }
Value as_value(double value) { return {value}; }
Value as_value(std::string value) { return {std::move(value)}; }

template <class T>
Shape<Value> values(const Shape<T>& item, std::size_t at_least = 0) {
  return converted<Value>(list(item, at_least), [](std::vector<T> read, Value& out) {
    ValueList values;
    for (T& one : read) values.push_back(as_value(std::move(one)));
    out.data = std::move(values);
  });
}

/// The ends of a range: the other way round the worst place would get the best score.
bool ascend(const Node& node, Reading& reading, const Value& read) {
  const auto& ends = std::get<ValueList>(read.data);
  if (std::get<double>(ends[0].data) < std::get<double>(ends[1].data)) return true;
  const std::string found =
      "[" + node.entries[0].value->text + ", " + node.entries[1].value->text + "]";
  reading.report("Y131", node, {{"found", found}, {"range", ascending()}});
  return false;
}

Shape<Value> two_numbers(const Bounds& bounds) {
  return {[numbers = values(number(bounds))](const Node& node, Reading& reading, Value& out) {
            return expect_pair(node, reading) && numbers.read(node, reading, out) &&
                   ascend(node, reading, out);
          },
          described_as(pair(number(bounds), number(bounds)))};
}

/// A number; or as text what is a judgement too: a fraction, and `~`, with or without quotes.
bool read_judgement(const Node& node, Reading& reading, Value& out) {
  out.data = node.kind == Node::Kind::null ? "~" : node.text;
  if (node.kind != Node::Kind::list && node.kind != Node::Kind::map && judgement_of(out))
    return true;
  double read = 0;
  const bool good = number().read(node, reading, read);
  out.data = read;
  if (!good && node.kind == Node::Kind::scalar && !full_width_fault(node, {})) {
    reading.diagnostics().back().expected = forms::judgement;
    reading.diagnostics().back().hint = {};
  }
  return good;
}

Shape<Value> judgement() {
  return {read_judgement, [](Definitions& definitions) {
            const Schema text = matching("^(~|[0-9.]+ */ *[0-9.]+)$");
            const Schema other =
                if_then_else(of_type("null"), keywords({}), number().describe(definitions));
            return if_then_else(of_type("string"), text, other);
          }};
}

/// A matrix by rows, or one an expert.
Shape<Value> judgements() {
  const auto matrix = values(values(judgement()));
  return either(has_lists_of_lists(), values(matrix), matrix);
}

Shape<Value> by_node(const Shape<Value>& one) { return value(map(identifier(), one)); }

Shape<Value> value_pair(const Shape<double>& first, const Shape<double>& second) {
  return converted<Value>(pair(first, second), [](std::pair<double, double> read, Value& out) {
    out.data = ValueList{{read.first}, {read.second}};
  });
}

Shape<double> number_of_year() {
  return converted<double>(year(), [](int read, double& out) { out = read; });
}

/// A number, or a share of the limit as text such as `10%`, until the limit is known.
bool read_distance(const Node& node, Reading& reading, Value& out) {
  Node bare = node;
  const bool share = node.kind == Node::Kind::scalar && node.text.ends_with('%');
  if (share) {
    bare.text.pop_back();
    bare.plain = true;
  }
  double number_read = 0;
  if (!number({.low = 0, .above_low = true}).read(bare, reading, number_read)) {
    if (node.kind == Node::Kind::scalar &&
        !full_width_fault(node, {})) {  // a number's own hint would refuse the %
      reading.diagnostics().back().expected = forms::distance;
      reading.diagnostics().back().hint = {};
    }
    return false;
  }
  if (share)
    out.data = ValueList{{number_read}};
  else
    out.data = number_read;
  return true;
}

Shape<Value> distance() {
  return {read_distance, [](Definitions& definitions) {
            return if_then_else(of_type("string"), matching("^[+]?[0-9.]+([eE][-+]?[0-9]+)?%$"),
                                number({.low = 0, .above_low = true}).describe(definitions));
          }};
}

}  // namespace

Shape<Value> parameter_shape(const Parameter& parameter) {
  const Bounds bounds{parameter.low, parameter.high};
  switch (parameter.kind) {
    case Parameter::Kind::number:
      return value(parameter.whole ? whole_number(bounds) : number(bounds));
    case Parameter::Kind::boolean:
      return value(boolean());
    case Parameter::Kind::text:
      return value(text());
    case Parameter::Kind::one_of:
      return value(one_of(parameter.names));
    case Parameter::Kind::numbers:
      return parameter.names.empty() ? values(number(bounds)) : two_numbers(bounds);
    case Parameter::Kind::texts:
      return values(text());
    case Parameter::Kind::goalposts:
      return either(is_list(), two_numbers(bounds),
                    of_forms(by_node(two_numbers(bounds)), forms::goalposts));
    case Parameter::Kind::matrices:
      return by_node(judgements());
    case Parameter::Kind::points:
      return values(value_pair(number(), number(bounds)), 2);
    case Parameter::Kind::year_value:
      return value_pair(number_of_year(), number());
    case Parameter::Kind::distance:
      return distance();
  }
  return value(text());
}

namespace {

/// A parameter of the choice that is a member of T.
template <class T>
Field<T> parameter_field(const Parameter& parameter, Choice T::*choice) {
  return {parameter.name, parameter.required() ? Need::required : Need::optional,
          parameter.about.in("en"),
          part<T>(parameter_shape(parameter), [name = parameter.name, choice](T& out) -> Value& {
            return (out.*choice).parameters[name];
          })};
}

/// What stands in a method's map: its parameters as they are, and what else stands beside them. The
/// bare name where that is all.
template <class T>
Tree write_choice(const T& from, Choice T::*choice, const Fields<T>& common) {
  Tree map = Tree::map();
  map.add("method", Tree::text((from.*choice).name));
  for (const auto& [name, parameter] : (from.*choice).parameters)
    map.add(name, anything().write(parameter));
  common.write(from, map);
  return map.entries().size() == 1 ? map.entries().front().second : map;
}

/// A method with its parameters and what else stands beside them.
template <class T>
Case<T> method_case(const MethodEntry& entry, Choice T::*choice, const Fields<T>& common) {
  Fields<T> fields{tag<T>("method", entry.name)};
  for (const Parameter& parameter : entry.parameters)
    fields.add(parameter_field(parameter, choice));
  fields.add(common);
  const auto shape = record(fields, "M601");
  return {entry.name,
          {[shape, name = entry.name, choice](const Node& node, Reading& reading, T& out) {
             (out.*choice).name = name;
             return shape.read(node, reading, out);
           },
           described_as(shape)}};
}

/// One of a family of methods.
template <class T, class Entry>
Shape<T> family_shape(const std::vector<Entry>& entries, Choice T::*choice, const Text& name,
                      const Fields<T>& common = {}) {
  std::vector<Case<T>> cases;
  for (const Entry& entry : entries) cases.push_back(method_case(entry, choice, common));
  const auto shape = named(name.in("en"), tagged<T>("method", cases, "M600", name));
  return {read_as(shape), described_as(shape),
          [choice, common](const T& from) { return write_choice(from, choice, common); }};
}

template <class Entry>
Shape<Choice> choice_shape(const std::vector<Entry>& entries, const Text& name) {
  return converted<Choice>(
      family_shape(entries, &Chosen::choice, name),
      [](Chosen chosen, Choice& out) { out = std::move(chosen.choice); },
      [](const Choice& choice) { return Chosen{choice}; });
}

Field<Chosen> wide_field(const char* key, const char* narrow, const char* wide) {
  return optional<Chosen>(key, &Chosen::wide, choice<bool>({{narrow, false}, {wide, true}}), "");
}

}  // namespace

Shape<Choice> impute_shape(const MethodTable& methods) {
  return choice_shape(methods.imputers, family::imputation);
}

Shape<Choice> treat_shape(const MethodTable& methods) {
  return choice_shape(methods.treaters, family::treatment);
}

Shape<Chosen> normalise_shape(const MethodTable& methods) {
  return family_shape(methods.normalisers, &Chosen::choice, family::normalisation,
                      {wide_field("applies_to", "relative", "all")});
}

Shape<Choice> normaliser_shape(const MethodTable& methods) {
  return choice_shape(methods.normalisers, family::normalisation);
}

Shape<Chosen> weights_shape(const MethodTable& methods) {
  return family_shape(methods.weightings, &Chosen::choice, family::weighting,
                      {wide_field("within", "parent", "index")});
}

Shape<Aggregation> aggregate_shape(const MethodTable& methods) {
  using A = Aggregation;
  return family_shape(
      methods.aggregators, &A::mean, family::aggregation,
      {optional<A>("nodes", &A::nodes, list(identifier(), 1),
                   "categories that it is for, whatever their height"),
       optional<A>("min_coverage", &A::min_coverage, number({0, 1}),
                   "in place of missing.min_coverage"),
       optional<A>("min_indicators", &A::min_indicators, integer(0, most_indicators),
                   "in place of missing.min_indicators"),
       optional<A>("round", &A::round, integer(0, most_decimals),
                   "decimals of the mean, before it is normalised"),
       optional<A>("normalise", &A::normalise, normaliser_shape(methods),
                   "then takes the scores of all places to a scale")});
}

}  // namespace tijian::framework

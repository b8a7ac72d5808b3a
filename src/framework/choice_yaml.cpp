#include "framework/choice_yaml.h"

#include <algorithm>
#include <memory>

#include "framework/family_names.h"
#include "framework/years.h"
#include "yaml/either.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

template <class T>
Shape<Value> value(Shape<T> shape) {
  return converted<Value>(std::move(shape), [](T read, Value& out) { out.data = std::move(read); });
}

Value as_value(Value value) { return value; }
Value as_value(double value) { return {value}; }
Value as_value(std::string value) { return {std::move(value)}; }

template <class T>
Shape<Value> values(Shape<T> item, std::size_t at_least = 0) {
  return converted<Value>(list(std::move(item), at_least), [](std::vector<T> read, Value& out) {
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
  return {[read = values(number(bounds)).read](const Node& node, Reading& reading, Value& out) {
            return expect_pair(node, reading) && read(node, reading, out) &&
                   ascend(node, reading, out);
          },
          pair(number(bounds), number(bounds)).describe};
}

/// A matrix by rows, or one an expert.
Shape<Value> judgements() {
  const auto matrix = values(values(number()));
  return either(has_lists_of_lists(), values(matrix), matrix);
}

Shape<Value> by_node(Shape<Value> one) { return value(map(identifier(), std::move(one))); }
template <class A, class B>
Shape<Value> value_pair(Shape<A> first, Shape<B> second) {
  return converted<Value>(pair(std::move(first), std::move(second)),
                          [](std::pair<A, B> read, Value& out) {
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
  if (!number({.low = 0, .above_low = true}).read(bare, reading, number_read)) return false;
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
      return value(number(bounds));
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
      return by_node(two_numbers(bounds));
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
  const auto shape = parameter_shape(parameter);
  return {parameter.name, parameter.required() ? Need::required : Need::optional,
          parameter.about.in("en"),
          [read = shape.read, name = parameter.name, choice](const Node& node, Reading& reading,
                                                             T& out) {
            return read(node, reading, (out.*choice).parameters[name]);
          },
          shape.describe};
}

/// What stands in a method's map: its parameters as they are, and what else stands beside them. The
/// bare name where that is all.
template <class T>
Tree write_choice(const T& from, Choice T::*choice, const std::vector<Field<T>>& common) {
  Tree map = Tree::map();
  map.add("method", Tree::text((from.*choice).name));
  for (const auto& [name, parameter] : (from.*choice).parameters)
    map.add(name, anything().write(parameter));
  for (const Field<T>& field : common)
    if (std::optional<Tree> value = field.write(from)) map.add(field.key, std::move(*value));
  return map.entries().size() == 1 ? map.entries().front().second : map;
}

/// A method with its parameters and what else stands beside them.
template <class T>
Case<T> method_case(const MethodEntry& entry, Choice T::*choice,
                    const std::vector<Field<T>>& common) {
  std::vector<Field<T>> fields{tag<T>("method", entry.name)};
  for (const Parameter& parameter : entry.parameters)
    fields.push_back(parameter_field(parameter, choice));
  fields.insert(fields.end(), common.begin(), common.end());
  auto shape = record<T>(std::move(fields), "M601");
  return {
      entry.name,
      {[read = shape.read, name = entry.name, choice](const Node& node, Reading& reading, T& out) {
         (out.*choice).name = name;
         return read(node, reading, out);
       },
       shape.describe}};
}

/// One of a family of methods.
template <class T, class Entry>
Shape<T> family_shape(const std::vector<Entry>& entries, Choice T::*choice, const Text& name,
                      const std::vector<Field<T>>& common = {}) {
  std::vector<Case<T>> cases;
  for (const Entry& entry : entries) cases.push_back(method_case(entry, choice, common));
  auto shape = named(name.in("en"), tagged<T>("method", std::move(cases), "M600", name));
  shape.write = [choice, common](const T& from) { return write_choice(from, choice, common); };
  return shared(std::move(shape));
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
  return family_shape(methods.aggregators, &A::mean, family::aggregation,
                      {optional<A>("nodes", &A::nodes, list(identifier(), 1),
                                   "categories that it is for, whatever their height"),
                       optional<A>("normalise", &A::normalise, normaliser_shape(methods),
                                   "then takes the scores of all places to a scale")});
}

}  // namespace tijian::framework

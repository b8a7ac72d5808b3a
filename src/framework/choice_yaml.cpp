#include "framework/choice_yaml.h"

#include <algorithm>
#include <memory>

#include "yaml/either.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

template <class T>
Shape<Value> value(Shape<T> shape) {
  return converted<Value>(std::move(shape), [](T read, Value& out) { out.data = std::move(read); });
}

template <class T>
Shape<Value> values(Shape<T> item, std::size_t at_least = 0) {
  return converted<Value>(list(std::move(item), at_least), [](std::vector<T> read, Value& out) {
    ValueList values;
    for (T& one : read) values.push_back({std::move(one)});
    out.data = std::move(values);
  });
}

/// The ends of a range: the other way round the worst place would get the best score.
bool ascend(const Node& node, Reading& reading, const Value& read) {
  const auto& ends = std::get<ValueList>(read.data);
  if (std::get<double>(ends[0].data) < std::get<double>(ends[1].data)) return true;
  const std::string found =
      "[" + node.entries[0].value->text + ", " + node.entries[1].value->text + "]";
  reading.report("Y131", node,
                 {{"found", found}, {"range", Text{"the lower number first", "先小后大的两个数"}}});
  return false;
}

Shape<Value> two_numbers(const Bounds& bounds) {
  return {[read = values(number(bounds)).read](const Node& node, Reading& reading, Value& out) {
            return expect_pair(node, reading) && read(node, reading, out) &&
                   ascend(node, reading, out);
          },
          pair(number(bounds), number(bounds)).describe};
}

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
    case Parameter::Kind::map:
      return value(map(text(), anything()));
  }
  return anything();
}

Field<Chosen> parameter_field(const Parameter& parameter) {
  const auto shape = parameter_shape(parameter);
  return {
      parameter.name, parameter.fallback.empty() ? Need::required : Need::optional,
      parameter.about.in("en"),
      [read = shape.read, name = parameter.name](const Node& node, Reading& reading, Chosen& out) {
        return read(node, reading, out.choice.parameters[name]);
      },
      shape.describe};
}

std::vector<Field<Chosen>> parameter_fields(const MethodEntry& entry) {
  std::vector<Field<Chosen>> fields;
  for (const Parameter& parameter : entry.parameters) fields.push_back(parameter_field(parameter));
  return fields;
}

Case<Chosen> method_case(const std::string& name, std::vector<Field<Chosen>> fields) {
  fields.insert(fields.begin(), tag<Chosen>("method", name));
  auto shape = record<Chosen>(std::move(fields), "M601");
  return {name,
          {[read = shape.read, name](const Node& node, Reading& reading, Chosen& out) {
             out.choice.name = name;
             return read(node, reading, out);
           },
           shape.describe}};
}

template <class Entry>
std::vector<Case<Chosen>> cases_of(const std::vector<Entry>& entries,
                                   const std::vector<Field<Chosen>>& common = {}) {
  std::vector<Case<Chosen>> cases;
  for (const Entry& entry : entries) {
    std::vector<Field<Chosen>> fields = parameter_fields(entry);
    fields.insert(fields.end(), common.begin(), common.end());
    cases.push_back(method_case(entry.name, std::move(fields)));
  }
  return cases;
}

/// The same shape, of which copies are cheap: a family of methods is large.
template <class T>
Shape<T> shared(Shape<T> shape) {
  const auto one = std::make_shared<const Shape<T>>(std::move(shape));
  return {
      [one](const Node& node, Reading& reading, T& out) { return one->read(node, reading, out); },
      [one](Definitions& definitions) { return one->describe(definitions); }};
}

Shape<Chosen> family(std::vector<Case<Chosen>> cases, const Text& name) {
  return shared(named(name.in("en"), tagged<Chosen>("method", std::move(cases), "M600", name)));
}

Shape<Choice> choice_of(Shape<Chosen> shape) {
  return converted<Choice>(std::move(shape),
                           [](Chosen chosen, Choice& out) { out = std::move(chosen.choice); });
}

Field<Chosen> wide_field(const char* key, const char* narrow, const char* wide) {
  return optional<Chosen>(key, &Chosen::wide, choice<bool>({{narrow, false}, {wide, true}}), "");
}

/// A key of an aggregation that is not the method's own, kept among its parameters.
Field<Chosen> own_field(const char* key, const Shape<Value>& shape, const char* about) {
  return {key, Need::optional, about,
          [read = shape.read, key](const Node& node, Reading& reading, Chosen& out) {
            return read(node, reading, out.choice.parameters[key]);
          },
          shape.describe};
}

/// A choice as the map that writes it.
Shape<Value> written(Shape<Chosen> shape) {
  return converted<Value>(std::move(shape), [](Chosen chosen, Value& out) {
    ValueMap map = std::move(chosen.choice.parameters);
    map["method"] = {std::move(chosen.choice.name)};
    out.data = std::move(map);
  });
}

}  // namespace

Shape<Choice> impute_shape(const MethodTable& methods) {
  return choice_of(family(cases_of(methods.imputers), {"imputation", "插补方法"}));
}

Shape<Choice> treat_shape(const MethodTable& methods) {
  return choice_of(family(cases_of(methods.treaters), {"treatment", "异常值处理方法"}));
}

Shape<Chosen> normalise_shape(const MethodTable& methods) {
  return family(cases_of(methods.normalisers, {wide_field("applies_to", "relative", "all")}),
                {"normalisation", "归一化方法"});
}

Shape<Chosen> weights_shape(const MethodTable& methods) {
  return family(cases_of(methods.weightings, {wide_field("within", "parent", "index")}),
                {"weighting", "赋权方法"});
}

Shape<Choice> aggregate_shape(const MethodTable& methods) {
  const Shape<Chosen> normaliser =
      family(cases_of(methods.normalisers), {"normalisation of categories", "归一化方法"});
  const std::vector<Field<Chosen>> common = {
      own_field("nodes", values(identifier(), 1),
                "categories that it is for, whatever their height"),
      own_field("normalise", written(normaliser),
                "then takes the scores of all places to a scale")};
  return choice_of(family(cases_of(methods.aggregators, common), {"aggregation", "合成方法"}));
}

}  // namespace tijian::framework

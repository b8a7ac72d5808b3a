#pragma once
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "yaml/scalar.h"
#include "yaml/shape.h"

namespace tijian::yaml {

/// Of a key: may be left out, must be there, or may be left out but is always written.
enum class Need { optional, required, stated };

/// A key of a map that becomes a member of T.
template <class T>
struct Field {
  std::string key;
  Need need;
  std::string about;  ///< shown by editors
  std::function<bool(const Node&, Reading&, T&)> read;
  std::function<Schema(Definitions&)> describe;
  /// Nothing where the key is left out.
  std::function<std::optional<Tree>(const T&)> write = {};
};

template <class Value, class Member>
std::optional<Tree> write_member(const Shape<Value>& shape, const Member& member) {
  if constexpr (!std::is_same_v<Member, std::optional<Value>>)
    return shape.write(member);
  else if (member)
    return shape.write(*member);
  else
    return {};
}

template <class T, class Owner, class Member, class Value>
Field<T> field(std::string key, Member Owner::*member, Shape<Value> shape, Need need,
               std::string about) {
  return {std::move(key),
          need,
          std::move(about),
          [read = shape.read, member](const Node& node, Reading& reading, T& out) {
            Value value{};
            const bool good = read(node, reading, value);
            // A number that was refused leaves the default, so that no other check trips over it.
            if (good || !std::is_arithmetic_v<Value>) out.*member = std::move(value);
            return good;
          },
          shape.describe,
          [shape, member, need](const T& from) {
            std::optional<Tree> value = write_member(shape, from.*member);
            if (need == Need::optional && value == write_member(shape, T{}.*member)) value.reset();
            return value;
          }};
}

template <class T, class Owner, class Member, class Value>
Field<T> required(std::string key, Member Owner::*member, Shape<Value> shape, std::string about) {
  return field<T>(std::move(key), member, std::move(shape), Need::required, std::move(about));
}

template <class T, class Owner, class Member, class Value>
Field<T> optional(std::string key, Member Owner::*member, Shape<Value> shape, std::string about) {
  return field<T>(std::move(key), member, std::move(shape), Need::optional, std::move(about));
}

template <class T, class Owner, class Member, class Value>
Field<T> stated(std::string key, Member Owner::*member, Shape<Value> shape, std::string about) {
  return field<T>(std::move(key), member, std::move(shape), Need::stated, std::move(about));
}

/// The parts of a record that do not depend on its type.
bool expect_map(const Node&, Reading&);
void report_missing_key(Reading&, const Node& map, const std::string& key);
Schema describe_record(std::vector<std::pair<std::string, Schema>> properties,
                       const std::vector<std::string>& required);

/// The keys of a record, and the code for others.
template <class T>
struct Fields {
  std::vector<Field<T>> all;
  std::string_view unknown_key = "Y120";
};

template <class T>
bool read_entry(const Fields<T>& fields, const Entry& entry, Reading& reading, T& out) {
  for (const Field<T>& field : fields.all)
    if (field.key == entry.key->text) {
      const auto step = reading.enter(field.key);
      return field.read(*entry.value, reading, out);
    }
  std::vector<std::string> keys;
  for (const Field<T>& field : fields.all) keys.push_back(field.key);
  report_unknown(reading, fields.unknown_key, *entry.key, entry.key->text, keys);
  return false;
}

template <class T>
bool read_record(const Fields<T>& fields, const Node& node, Reading& reading, T& out) {
  if (!expect_map(node, reading)) return false;
  bool good = true;
  for (const Entry& entry : node.entries) good = read_entry(fields, entry, reading, out) && good;
  for (const Field<T>& field : fields.all)
    if (field.need == Need::required && !node.find(field.key)) {
      report_missing_key(reading, node, field.key);
      good = false;
    }
  return good;
}

template <class T>
Schema describe_fields(const std::vector<Field<T>>& fields, Definitions& definitions) {
  std::vector<std::pair<std::string, Schema>> properties;
  std::vector<std::string> required;
  for (const Field<T>& field : fields) {
    Schema schema = field.describe(definitions);
    if (!field.about.empty()) std::get<ValueMap>(schema.data)["description"] = {field.about};
    properties.emplace_back(field.key, std::move(schema));
    if (field.need == Need::required) required.push_back(field.key);
  }
  return describe_record(std::move(properties), required);
}

template <class T>
Tree write_record(const std::vector<Field<T>>& fields, const T& from) {
  Tree tree = Tree::map();
  for (const Field<T>& field : fields)
    if (std::optional<Tree> value = field.write(from)) tree.add(field.key, std::move(*value));
  return tree;
}

/// A map of exactly these keys. Unknown keys and missing ones are reported.
template <class T>
Shape<T> record(std::vector<Field<T>> all, std::string_view unknown_key = "Y120") {
  const Fields<T> fields{std::move(all), unknown_key};
  return {[fields](const Node& node, Reading& reading, T& out) {
            return read_record(fields, node, reading, out);
          },
          [fields](Definitions& definitions) { return describe_fields(fields.all, definitions); },
          [fields](const T& from) { return write_record(fields.all, from); }};
}

}  // namespace tijian::yaml

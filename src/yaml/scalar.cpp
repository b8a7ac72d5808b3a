#include "yaml/scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tijian::yaml {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text, std::size_t from) {
  while (from < text.size() && digit(text[from])) ++from;
  return from;
}

// [-+]? (digits [. digits?] | . digits) ([eE] [-+]? digits)?
bool decimal(std::string_view text) {
  std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::size_t whole = digits(text, at);
  std::size_t end = whole;
  if (end < text.size() && text[end] == '.') end = digits(text, end + 1);
  if (end - at < 1 || (end - at == 1 && whole == at)) return false;
  if (end == text.size()) return true;
  if (text[end] != 'e' && text[end] != 'E') return false;
  at = end + 1;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  end = digits(text, at);
  return end > at && end == text.size();
}

std::string_view unsigned_part(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

// Octal or hexadecimal to some readers of YAML, and not to others.
bool ambiguous(std::string_view text) {
  text = unsigned_part(text);
  if (!text.starts_with('0') || text.size() < 2) return false;
  return digit(text[1]) || text[1] == 'x' || text[1] == 'o';
}

bool not_finite(std::string_view text) {
  std::string lower(unsigned_part(text));
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return lower == ".inf" || lower == ".nan" || lower == "inf" || lower == "nan";
}

/// The code of what is wrong with a number's text, or empty.
std::string_view parse_number(const Node& node, double& out) {
  const std::string_view text = node.text;
  if (!node.plain) return decimal(text) ? "Y125" : "Y124";
  if (ambiguous(text)) return "Y126";
  if (not_finite(text)) return "Y127";
  if (!decimal(text)) return "Y124";
  const std::string_view bare = text.starts_with('+') ? text.substr(1) : text;
  const auto result = std::from_chars(bare.data(), bare.data() + bare.size(), out);
  return result.ec == std::errc{} ? std::string_view{} : "Y127";
}

bool read_number(const Node& node, Reading& reading, Bounds bounds, double& out) {
  if (!expect(Node::Kind::scalar, node, reading)) return false;
  const std::string_view fault = parse_number(node, out);
  if (fault.empty() && bounds.hold(out)) return true;
  if (fault.empty())
    reading.report("Y131", node, {{"found", node.text}, {"range", expected_range(bounds)}});
  else
    reading.report(fault, node, {{"found", node.text}});
  return false;
}

Schema describe_bounds(const char* type, Bounds b) {
  ValueMap schema{{"type", text_value(type)}};
  if (std::isfinite(b.low)) schema[b.above_low ? "exclusiveMinimum" : "minimum"] = {b.low};
  if (std::isfinite(b.high)) schema["maximum"] = {b.high};
  return {schema};
}

bool read_text(const Node& node, Reading& reading, std::string& out) {
  if (!expect(Node::Kind::scalar, node, reading)) return false;
  out = node.text;
  if (!out.empty()) return true;
  reading.report("Y134", node);
  return false;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_identifier(const Node& node) {
  const std::string& word = node.text;
  return !word.empty() && letter(word[0]) && kind_of(node) == ScalarKind::text &&
         std::ranges::all_of(word, [](char c) { return letter(c) || digit(c); });
}

// What is refused stays empty: nothing can refer to it.
bool read_identifier(const Node& node, Reading& reading, std::string& out) {
  if (!expect(Node::Kind::scalar, node, reading)) return false;
  if (is_identifier(node)) {
    out = node.text;
    return true;
  }
  reading.report("Y132", node, {{"found", node.text}});
  return false;
}

bool read_boolean(const Node& node, Reading& reading, bool& out) {
  if (!expect(Node::Kind::scalar, node, reading)) return false;
  out = node.text.starts_with('t') || node.text.starts_with('T');
  if (kind_of(node) == ScalarKind::boolean) return true;
  reading.report("Y129", node, {{"found", node.text}});
  return false;
}

bool read_whole(const Node& node, Reading& reading, Bounds bounds, double& out) {
  if (!read_number(node, reading, bounds, out)) return false;
  if (digits(unsigned_part(node.text), 0) == unsigned_part(node.text).size()) return true;
  reading.report("Y128", node, {{"found", node.text}});
  return false;
}

bool read_anything(const Node&, Reading&, Value&);

bool read_scalar(const Node& node, Reading& reading, Value& out) {
  const ScalarKind kind = kind_of(node);
  out.data = node.text;
  if (kind == ScalarKind::boolean)
    out.data = node.text.starts_with('t') || node.text.starts_with('T');
  if (kind != ScalarKind::number) return true;
  double number = 0;
  const bool good = read_number(node, reading, {}, number);
  out.data = number;
  return good;
}

bool read_list(const Node& node, Reading& reading, Value& out) {
  ValueList items(node.entries.size());
  bool good = true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto step = reading.enter_item(i + 1);
    good = read_anything(*node.entries[i].value, reading, items[i]) && good;
  }
  out.data = std::move(items);
  return good;
}

bool read_map(const Node& node, Reading& reading, Value& out) {
  ValueMap values;
  bool good = true;
  for (const Entry& entry : node.entries) {
    const auto step = reading.enter(entry.key->text);
    good = read_anything(*entry.value, reading, values[entry.key->text]) && good;
  }
  out.data = std::move(values);
  return good;
}

bool read_anything(const Node& node, Reading& reading, Value& out) {
  if (node.kind == Node::Kind::list) return read_list(node, reading, out);
  if (node.kind == Node::Kind::map) return read_map(node, reading, out);
  return expect(Node::Kind::scalar, node, reading) && read_scalar(node, reading, out);
}

Tree write_anything(const Value& value) {
  if (const bool* flag = value.boolean()) return Tree::boolean(*flag);
  if (const double* number = value.number()) return Tree::number(*number);
  if (const std::string* text = value.text()) return Tree::text(*text);
  Tree tree = value.list() ? Tree::list() : Tree::map();
  if (value.list())
    for (const Value& item : *value.list()) tree.add(write_anything(item));
  else
    for (const auto& [key, item] : *value.map()) tree.add(key, write_anything(item));
  return tree;
}

}  // namespace

Text expected_range(Bounds b) {
  const bool low = std::isfinite(b.low), high = std::isfinite(b.high);
  if (low && high && b.above_low)
    return {fmt::format("a number above {}, at most {}", b.low, b.high),
            fmt::format("大于 {}、不超过 {} 的数", b.low, b.high)};
  if (low && high)
    return {fmt::format("a number from {} to {}", b.low, b.high),
            fmt::format("{} 到 {} 的数", b.low, b.high)};
  if (low && b.above_low)
    return {fmt::format("a number above {}", b.low), fmt::format("大于 {} 的数", b.low)};
  if (low)
    return {fmt::format("a number of at least {}", b.low), fmt::format("不小于 {} 的数", b.low)};
  return {fmt::format("a number of at most {}", b.high), fmt::format("不大于 {} 的数", b.high)};
}

Text ascending() { return {"the lower number first", "先小后大的两个数"}; }

ScalarKind kind_of(const Node& scalar) {
  const std::string& text = scalar.text;
  if (!scalar.plain) return ScalarKind::text;
  for (const char* name : {"true", "True", "TRUE", "false", "False", "FALSE"})
    if (text == name) return ScalarKind::boolean;
  const bool number = decimal(text) || (text.find('.') != text.npos && not_finite(text)) ||
                      (ambiguous(text) && unsigned_part(text).find_first_not_of(
                                              "0123456789xoabcdefABCDEF") == text.npos);
  return number ? ScalarKind::number : ScalarKind::text;
}

Shape<std::string> text() {
  return {read_text,
          [](Definitions&) {
            return keywords(
                {{"type", names_value({"string", "number", "boolean"})}, {"minLength", {1.0}}});
          },
          Tree::text};
}

Shape<std::string> any_text() {
  return {[](const Node& node, Reading& reading, std::string& out) {
            out = node.text;
            return expect(Node::Kind::scalar, node, reading);
          },
          [](Definitions&) { return of_type("string"); }, Tree::text};
}

Shape<std::string> identifier() {
  return {read_identifier, [](Definitions&) { return matching("^[A-Za-z_][A-Za-z0-9_]*$"); },
          Tree::text};
}

Shape<bool> boolean() {
  return {read_boolean, [](Definitions&) { return of_type("boolean"); }, Tree::boolean};
}

Shape<double> number(Bounds bounds) {
  return {[bounds](const Node& node, Reading& reading, double& out) {
            return read_number(node, reading, bounds, out);
          },
          [bounds](Definitions&) { return describe_bounds("number", bounds); }, Tree::number};
}

Shape<double> whole_number(Bounds bounds) {
  return {[bounds](const Node& node, Reading& reading, double& out) {
            return read_whole(node, reading, bounds, out);
          },
          [bounds](Definitions&) { return describe_bounds("integer", bounds); }, Tree::number};
}

Shape<int> integer(int low, int high) {
  const auto whole = whole_number({static_cast<double>(low), static_cast<double>(high)});
  return {[whole](const Node& node, Reading& reading, int& out) {
            double number = 0;
            if (!whole.read(node, reading, number)) return false;
            out = static_cast<int>(number);
            return true;
          },
          described_as(whole), Tree::number};
}

Shape<std::string> one_of(std::vector<std::string> names, std::string_view code) {
  return {[names, code](const Node& node, Reading& reading, std::string& out) {
            if (!expect(Node::Kind::scalar, node, reading)) return false;
            out = node.text;
            if (std::ranges::find(names, out) != names.end()) return true;
            report_unknown(reading, code, node, out, names);
            return false;
          },
          [names](Definitions&) {
            return keywords({{"enum", names_value(names)}});
          },
          Tree::text};
}

Shape<Value> anything() {
  return {read_anything,
          [](Definitions&) {
            return keywords(
                {{"type", names_value({"string", "number", "boolean", "array", "object"})}});
          },
          write_anything};
}

void report_unknown(Reading& reading, std::string_view code, const Node& at,
                    const std::string& found, const std::vector<std::string>& names,
                    const Text& family) {
  Diagnostic& unknown = reading.report(
      code, at, {{"found", found}, {"names", base::joined(names)}, {"family", family}});
  base::suggest(unknown, found, names);
}

}  // namespace tijian::yaml

#include "report/json_writer.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "report/json_value.h"

namespace tijian::report {
namespace {

constexpr std::size_t piece = 1 << 20;  // bytes that a sink gets at once

}  // namespace

void JsonWriter::separate() {
  const char last = out_.empty() ? last_ : out_.back();
  if (last != '\0' && last != '{' && last != '[' && last != ':') out_ += ',';
}

void JsonWriter::drain() {
  if (out_.empty()) return;
  last_ = out_.back();
  sink_(out_);
  out_.clear();
}

void JsonWriter::finish() {
  if (sink_) drain();
}

JsonWriter& JsonWriter::add_json(std::string_view name, std::string_view json) {
  key(name);
  out_ += json;
  return *this;
}

void JsonWriter::quote(std::string_view text) {
  const auto special = [](char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
  };
  if (std::ranges::any_of(text, special)) {
    out_ += text_of(Json(std::string(text)));
    return;
  }
  out_ += '"';
  out_ += text;
  out_ += '"';
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  if (!out_.empty() && out_.back() == ',') out_ += '\n';
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  if (sink_ && out_.size() > piece) drain();
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  out_ += ':';
  return *this;
}

JsonWriter& JsonWriter::add_number(double value) {
  separate();
  if (std::isnan(value)) {
    out_ += "null";
    return *this;
  }
  char digits[base::shortest_size];
  out_.append(digits, base::write_shortest(digits, value));
  return *this;
}

JsonWriter& JsonWriter::add(std::string_view name, double value) {
  return key(name).add_number(value);
}

JsonWriter& JsonWriter::add(std::string_view name, std::string_view text) {
  key(name);
  quote(text);
  return *this;
}

JsonWriter& JsonWriter::add(std::string_view name, bool value) {
  key(name);
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::add(std::string_view name, int value) {
  key(name);
  out_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::add_count(std::string_view name, int count) {
  return count > 0 ? add(name, count) : add(name, std::nan(""));
}

JsonWriter& JsonWriter::add_text(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

}  // namespace tijian::report

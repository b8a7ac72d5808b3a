#include "report/csv_lines.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "tijian/scorecard.h"

namespace tijian::report {

void add_csv_cell(std::string_view text, std::string& out) {
  const auto special = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
  if (std::ranges::none_of(text, special)) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string csv_cell(std::string_view text) {
  std::string out;
  add_csv_cell(text, out);
  return out;
}

CsvLines::CsvLines(std::initializer_list<std::string_view> titles, std::uint16_t data_flags)
    : last_(',' + csv_cell(flags_to_string(data_flags))) {
  add_titles(titles);
  out_ += ",data_flags\n";
}

CsvLines CsvLines::for_people(std::initializer_list<std::string_view> titles) {
  CsvLines lines;
  lines.out_ = byte_order_mark;
  lines.add_titles(titles);
  lines.out_ += '\n';
  return lines;
}

void CsvLines::add_titles(std::initializer_list<std::string_view> titles) {
  for (const std::string_view title : titles) add(title);
  first_ = true;
}

CsvLines& CsvLines::add(std::string_view text) {
  if (!first_) out_ += ',';
  first_ = false;
  add_csv_cell(text, out_);
  return *this;
}

CsvLines& CsvLines::add(double number) {
  return std::isnan(number) ? add_ready({}) : add_ready(base::shortest(number));
}

CsvLines& CsvLines::add_ready(std::string_view cells) {
  if (!first_) out_ += ',';
  first_ = false;
  out_ += cells;
  return *this;
}

CsvLines& CsvLines::add_count(int count) {
  return add(count > 0 ? std::to_string(count) : std::string());
}

void CsvLines::end() {
  out_ += last_ + '\n';
  first_ = true;
}

}  // namespace tijian::report

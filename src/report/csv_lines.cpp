#include "report/csv_lines.h"

#include "base/number.h"
#include "tijian/scorecard.h"

namespace tijian::report {

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted += '"';
}

CsvLines::CsvLines(std::initializer_list<std::string_view> titles, std::uint16_t data_flags)
    : flags_(flags_to_string(data_flags)) {
  for (const std::string_view title : titles) add(title);
  out_ += ",data_flags\n";
  first_ = true;
}

CsvLines& CsvLines::add(std::string_view text) {
  if (!first_) out_ += ',';
  first_ = false;
  out_ += csv_cell(text);
  return *this;
}

CsvLines& CsvLines::add(double number) { return add(std::string_view(base::shortest(number))); }

void CsvLines::end() {
  out_ += ',' + csv_cell(flags_) + '\n';
  first_ = true;
}

}  // namespace tijian::report

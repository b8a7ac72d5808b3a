#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/number.h"
#include "report/csv_text.h"
#include "tijian/scorecard.h"

namespace tijian::report {

/// Builds a small CSV file line by line: texts quoted where needed, missing numbers empty. The last
/// column holds the flags of the data in every line, so that a line cut out of the file keeps them.
class CsvLines {
 public:
  CsvLines(std::initializer_list<std::string_view> titles, std::uint16_t data_flags)
      : flags_(flags_to_string(data_flags)) {
    for (const std::string_view title : titles) add(title);
    out_ += ",data_flags\n";
    first_ = true;
  }
  CsvLines& add(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += csv_cell(text);
    return *this;
  }
  CsvLines& add(double number) { return add(std::string_view(base::shortest(number))); }
  void end() {
    out_ += ',' + csv_cell(flags_) + '\n';
    first_ = true;
  }
  const std::string& text() const { return out_; }

 private:
  std::string flags_, out_;
  bool first_ = true;
};

}  // namespace tijian::report

#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "report/csv_text.h"
#include "report/number.h"

namespace tijian {

/// Builds a small CSV file line by line: texts quoted where needed, missing numbers empty.
class CsvLines {
 public:
  explicit CsvLines(std::initializer_list<std::string_view> titles) {
    for (const std::string_view title : titles) add(title);
    end();
  }
  CsvLines& add(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += csv_cell(text);
    return *this;
  }
  CsvLines& add(double number) { return add(std::string_view(shortest(number))); }
  void end() {
    out_ += '\n';
    first_ = true;
  }
  const std::string& text() const { return out_; }

 private:
  std::string out_;
  bool first_ = true;
};

}  // namespace tijian

#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace tijian::report {

/// A cell of a CSV file, quoted where RFC 4180 asks for it.
std::string csv_cell(std::string_view text);

/// Builds a small CSV file line by line: texts quoted where needed, missing numbers empty. The last
/// column holds the flags of the data in every line, so that a line cut out of the file keeps them.
class CsvLines {
 public:
  CsvLines(std::initializer_list<std::string_view> titles, std::uint16_t data_flags);
  CsvLines& add(std::string_view text);
  CsvLines& add(double number);
  void end();
  const std::string& text() const { return out_; }

 private:
  std::string flags_, out_;
  bool first_ = true;
};

}  // namespace tijian::report

#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace tijian::report {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A cell of a CSV file, quoted where RFC 4180 asks for it.
std::string csv_cell(std::string_view text);
/// The same behind what is there.
void add_csv_cell(std::string_view text, std::string& out);

/// Builds a small CSV file line by line: texts quoted where needed, missing numbers empty.
class CsvLines {
 public:
  /// The last column holds the flags of the data in every line, so that a line cut out of the file
  /// keeps them.
  CsvLines(std::initializer_list<std::string_view> titles, std::uint16_t data_flags);
  /// For people: with a byte order mark, so that spreadsheets show Chinese; lines have flags of
  /// their own.
  static CsvLines for_people(std::initializer_list<std::string_view> titles);
  CsvLines& add(std::string_view text);
  CsvLines& add(double number);
  /// Cells that are quoted already, joined by commas.
  CsvLines& add_ready(std::string_view cells);
  /// Empty where it is 0: no rank, no count.
  CsvLines& add_count(int count);
  void end();
  const std::string& text() const { return out_; }
  /// What was not taken before, for a file that is too large to be kept whole.
  std::string take() { return std::exchange(out_, {}); }

 private:
  CsvLines() = default;
  void add_titles(std::initializer_list<std::string_view> titles);

  std::string last_, out_;  ///< what ends every line
  bool first_ = true;
};

}  // namespace tijian::report

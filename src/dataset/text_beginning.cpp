#include "dataset/text_beginning.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/catalogue.h"
#include "base/csv_rows.h"
#include "base/spelling.h"
#include "dataset/block_reader.h"
#include "dataset/notes.h"
#include "dataset/row_faults.h"

namespace tijian::dataset {
namespace {

/// Enough to see the header and what stands below.
constexpr std::size_t beginning_lines = 100;
constexpr std::array<char, 4> separators{',', ';', '\t', '|'};

/// What parts the cells of a text: what cuts its lines into the most cells alike.
char separator_of(std::string_view text) {
  char best = ',';
  std::pair<long, std::size_t> most{0, 0};
  for (const char separator : separators) {
    std::map<std::size_t, long> lines_of;  // by the number of cells
    static_cast<void>(base::RowSplitter(
        text, 1, separator)([&](const base::CsvRow& row) { ++lines_of[row.cells.size()]; }));
    for (const auto& [cells, lines] : lines_of)
      if (cells > 1 && std::pair(lines, cells) > most) most = {lines, cells}, best = separator;
  }
  return best;
}

char separator_named(std::string_view name) { return name == "tab" ? '\t' : name.front(); }

class TextBeginning : TextSteps {
 public:
  TextBeginning(DataFile& file, Faults& faults) : TextSteps(file, faults) {}

  bool read() { return recognise() && find_rows() && read_rows(); }
  std::vector<HeadRow> take() { return std::move(rows_); }

 private:
  /// The format and the encoding, from the first bytes.
  bool recognise() {
    const base::InputFile& input = *file_.input;
    std::string bytes = input.read(0, 1 << 20);
    if (bytes.empty()) return fail("C301");
    if (const char* code = base::foreign_format(bytes)) return fail(code);
    if (bytes.size() < input.size())
      bytes.resize(std::min(bytes.rfind('\n'), bytes.size() - 1) + 1);
    file_.begin = base::byte_order_mark(bytes);
    if (file_.source.encoding == "?")
      return fail(base::make_diagnostic("C383", file_.source.where, {{"key", "encoding"}}));
    const auto told = base::encoding_named(file_.source.encoding);
    const auto found = told ? told : base::detect_encoding(bytes);
    if (!found) return ask_encoding(bytes);
    file_.encoding = *found;
    return true;
  }

  /// What is no UTF-8 and does not read as Chinese: how its first odd cell reads in each encoding.
  bool ask_encoding(std::string_view bytes) {
    const std::size_t odd = *base::utf8_fault(bytes);
    const auto is_end = [](char c) {
      return c == '\n' || c == '\r' || c == ',' || c == ';' || c == '\t' || c == '"';
    };
    std::size_t begin = odd, end = odd;
    while (begin > 0 && !is_end(bytes[begin - 1])) --begin;
    while (end < bytes.size() && !is_end(bytes[end])) ++end;
    std::vector<std::string> readings, known;
    std::string buffer;
    for (const base::Encoding encoding : base::possible_encodings(bytes)) {
      const auto text = base::to_utf8(bytes.substr(begin, end - begin), encoding, buffer).text;
      const std::string reading = base::excerpt(text);
      if (std::ranges::find(known, reading) != known.end()) continue;
      known.push_back(reading);
      readings.push_back(std::string(to_string(encoding)) + " '" + reading + "'");
    }
    const int line = 1 + static_cast<int>(std::ranges::count(bytes.substr(0, odd), '\n'));
    return fail("C351", line, {{"readings", base::some_of(readings)}});
  }

  /// The rows end before blank lines, and before notes where they are known as such.
  bool find_rows() {
    const base::InputFile& input = *file_.input;
    file_.end = end_of_text(input, file_.begin);
    if (file_.begin >= file_.end) return fail("C301");
    file_.last_line = file_.source.until;
    if (!file_.source.header.empty()) {
      const int above = file_.source.header.front() - 1;
      if (above > 0 && after_lines(input, file_.begin, file_.end, above) >= file_.end)
        return no_header_there(above);
    }
    return true;
  }

  bool no_header_there(int above) {
    const Citation& said = file_.source.where;
    if (said.file.empty()) return fail("C305", 0, {{"lines", std::to_string(above)}});
    return fail(base::make_diagnostic("C346", said, {{"line", std::to_string(above + 1)}}));
  }

  /// The first lines, cut by the separator that fits.
  bool read_rows() {
    const std::size_t lines =
        beginning_lines +
        (file_.source.header.empty() ? 0 : static_cast<std::size_t>(file_.source.header.back()));
    std::string buffer;
    BlockReader reader(*file_.input, file_.begin, file_.end, 1);
    if (!reader.next(block_, lines)) return fail("C301");
    const base::Decoded decoded = base::to_utf8(block_.bytes, file_.encoding, buffer);
    if (decoded.fault) return fail(encoding_fault(file_.path(), block_, *decoded.fault));
    file_.separator = file_.source.separator.empty() ? separator_of(decoded.text)
                                                     : separator_named(file_.source.separator);
    std::optional<base::QuoteFault> fault =
        base::RowSplitter(decoded.text, 1, file_.separator)([&](const base::CsvRow& row) {
          HeadRow& head = rows_.emplace_back(HeadRow{row.line, {}});
          for (const std::string_view cell : row.cells)
            head.cells.emplace_back(base::trimmed(cell));
        });
    if (fault && rows_.size() < 2) return fail(base::quote_fault(file_.path(), *fault));
    const Notes notes =
        find_notes(*file_.input, file_.begin, file_.end, file_.encoding, file_.separator);
    if (notes.lines > 0 && (notes.named || file_.source.skip_notes)) file_.end = notes.begin;
    return true;
  }

  Block block_;
  std::vector<HeadRow> rows_;
};

}  // namespace

std::optional<std::vector<HeadRow>> read_text_beginning(DataFile& file, Faults& faults) {
  TextBeginning beginning(file, faults);
  if (!beginning.read()) return std::nullopt;
  return beginning.take();
}

std::size_t after_lines(const base::InputFile& file, std::size_t begin, std::size_t end,
                        int lines) {
  for (std::string piece; lines > 0 && begin < end; begin += piece.size()) {
    piece = file.read(begin, std::min<std::size_t>(1 << 16, end - begin));
    if (piece.empty()) return end;
    for (std::size_t i = 0; i < piece.size(); ++i)
      if (piece[i] == '\n' && --lines == 0) return begin + i + 1;
  }
  return std::min(begin, end);
}

}  // namespace tijian::dataset

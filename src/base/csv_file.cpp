#include "base/csv_file.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/csv_rows.h"
#include "base/encoding.h"
#include "base/input_file.h"
#include "base/spelling.h"

namespace tijian::base {
namespace {

class CsvFileReader {
 public:
  CsvFileReader(const std::string& path, std::vector<Diagnostic>& diagnostics)
      : diagnostics_(diagnostics) {
    file_.path = path;
  }

  std::optional<CsvFile> read() {
    const auto input = InputFile::open(file_.path, diagnostics_);
    if (!input) return std::nullopt;
    const std::string bytes = input->read(0, input->size());
    if (const char* code = foreign_format(bytes)) return fail(code);
    std::string buffer;
    const Decoded decoded = to_utf8(std::string_view(bytes).substr(byte_order_mark(bytes)),
                                    detect_encoding(bytes).value_or(Encoding::utf8), buffer);
    if (decoded.fault) return fail("C304", {{"byte", std::to_string(*decoded.fault + 1)}});
    const auto broken = RowSplitter(decoded.text, 1)([&](const CsvRow& row) { take(row); });
    if (broken) diagnostics_.push_back(quote_fault(file_.path, *broken));
    if (file_.header.empty()) return fail("C301");
    return std::move(file_);
  }

 private:
  std::optional<CsvFile> fail(std::string_view code, std::initializer_list<Argument> given = {}) {
    diagnostics_.push_back(make_diagnostic(code, {file_.path}, given));
    return std::nullopt;
  }

  void take(const CsvRow& row) {
    std::vector<std::string> cells;
    for (const std::string_view cell : row.cells) cells.emplace_back(trimmed(cell));
    if (std::ranges::all_of(cells, &std::string::empty)) return;
    if (file_.header.empty()) {
      file_.header_line = row.line;
      file_.header = std::move(cells);
    } else if (cells.size() == file_.header.size()) {
      file_.rows.push_back({row.line, std::move(cells)});
    } else {
      refuse_length(row.line, cells.size());
    }
  }

  void refuse_length(int line, std::size_t found) {
    const std::size_t expected = file_.header.size();
    diagnostics_.push_back(make_diagnostic(
        found < expected ? "C314" : "C319", {file_.path, line, static_cast<int>(found)},
        {{"found", std::to_string(found)}, {"expected", std::to_string(expected)}}));
  }

  CsvFile file_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

std::optional<CsvFile> read_csv(const std::string& path, std::vector<Diagnostic>& diagnostics) {
  return CsvFileReader(path, diagnostics).read();
}

}  // namespace tijian::base

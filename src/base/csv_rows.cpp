#include "base/csv_rows.h"

#include <csv.h>

#include <memory>
#include <new>

#include "base/catalogue.h"

namespace tijian::base {
namespace {

/// What libcsv's callbacks see: the cells of the row that is being read.
struct Collector {
  const void* each;
  void (*receive)(const void*, const CsvRow&);
  int row_line = 0;
  std::string bytes;
  std::vector<std::size_t> ends;
  std::vector<std::string_view> cells;

  void cell(std::string_view text) {
    bytes += text;
    ends.push_back(bytes.size());
  }

  void row() {
    cells.clear();
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      cells.push_back(std::string_view(bytes).substr(begin, end - begin));
      begin = end;
    }
    receive(each, {row_line, cells});
    bytes.clear();
    ends.clear();
  }
};

void on_cell(void* text, std::size_t length, void* collector) {
  static_cast<Collector*>(collector)->cell({static_cast<const char*>(text), length});
}

void on_row(int, void* collector) { static_cast<Collector*>(collector)->row(); }

struct Parser : csv_parser {
  explicit Parser(char separator) {
    if (csv_init(this, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_delim(this, static_cast<unsigned char>(separator));
  }
  ~Parser() { csv_free(this); }
  bool between_rows() const { return pstate == 0; }
};

}  // namespace

Diagnostic quote_fault(const std::string& file, const QuoteFault& fault) {
  return make_diagnostic(fault.open ? "C308" : "C307", {file, fault.line, fault.column});
}

void split_line(std::string_view line, std::vector<std::string_view>& cells, char separator) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  cells.clear();
  for (;;) {
    const std::size_t end = line.find(separator);
    cells.push_back(line.substr(0, end));
    if (end == line.npos) return;
    line.remove_prefix(end + 1);
  }
}

std::optional<QuoteFault> RowSplitter::run(const void* each, Receiver receive) {
  Parser parser(separator_);
  Collector collector{each, receive, line_, {}, {}, {}};
  int line = line_;
  for (std::string_view rest = text_; !rest.empty(); ++line) {
    // Line by line: libcsv drops blank lines and does not count.
    const std::string_view piece = rest.substr(0, rest.find('\n') + 1);
    const std::string_view fed = piece.empty() ? rest : piece;
    if (parser.between_rows()) collector.row_line = line;
    const std::size_t done =
        csv_parse(&parser, fed.data(), fed.size(), on_cell, on_row, &collector);
    if (done != fed.size())
      return QuoteFault{line, static_cast<int>(collector.ends.size()) + 1, false};
    rest.remove_prefix(fed.size());
  }
  if (csv_fini(&parser, on_cell, on_row, &collector) != 0)
    return QuoteFault{collector.row_line, static_cast<int>(collector.ends.size()) + 1, true};
  return std::nullopt;
}

}  // namespace tijian::base

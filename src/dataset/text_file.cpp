#include "dataset/text_file.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/header_reader.h"
#include "dataset/number_style.h"
#include "dataset/text_beginning.h"

namespace tijian::dataset {
namespace {

Text name_of(char separator) {
  switch (separator) {
    case '\t':
      return {"tabs", "制表符"};
    case ';':
      return {"semicolons", "分号"};
    case '|':
      return {"bars", "竖线"};
    default:
      return {"commas", "逗号"};
  }
}

class TextOpening : TextSteps {
 public:
  TextOpening(DataFile& file, const Binder& binder, const ReadOptions& options, Faults& faults)
      : TextSteps(file, faults), binder_(binder), options_(options) {}

  bool open() {
    auto rows = read_text_beginning(file_, faults_);
    if (!rows) return false;
    beginning_.rows = std::move(*rows);
    return read_header_line() && find_style();
  }

 private:
  bool read_header_line() {
    beginning_.source = &file_.source;
    beginning_.where = file_.cite(0, 0);
    if (beginning_.rows.empty()) return fail("C301");
    for (std::size_t i = 1; i < beginning_.rows.size(); ++i)
      if (beginning_.rows[i].line == beginning_.rows[i - 1].line)
        return fail("C335", beginning_.rows[i].line);
    if (beginning_.rows.front().cells.size() == 1 &&
        beginning_.rows.front().cells.front().find("，") != std::string::npos)
      return fail("C310", beginning_.rows.front().line,
                  {{"separator", Text{"full-width commas", "全角逗号"}}});
    auto header = read_header(beginning_, binder_, faults_);
    if (!header) return false;
    file_.header = std::move(*header);
    const auto next = std::ranges::find_if(
        beginning_.rows, [&](const HeadRow& row) { return row.line > file_.header.last_line; });
    if (next == beginning_.rows.end()) return fail("C309", file_.header.last_line);
    file_.begin = after_lines(*file_.input, file_.begin, file_.end, next->line - 1);
    file_.first_line = next->line;
    if (file_.begin >= file_.end) return fail("C309", file_.header.last_line);
    return true;
  }

  /// The decimal mark: said, or told by the cells themselves.
  bool find_style() {
    std::vector<std::vector<std::string>> rows;
    for (const HeadRow& row : beginning_.rows)
      if (row.line > file_.header.last_line) rows.push_back(row.cells);
    std::string doubtful;
    const auto style = number_style(file_.source, file_.separator, file_.header, rows, &doubtful);
    if (!style)
      return fail("C352", file_.header.line,
                  {{"separator", name_of(file_.separator)}, {"cell", base::excerpt(doubtful)}});
    file_.cells = CellReader(options_.missing, *style, file_.source.marks);
    return true;
  }

  const Binder& binder_;
  const ReadOptions& options_;
  Beginning beginning_;
};

}  // namespace

std::optional<DataFile> read_text_header(const OpenFile& open, const DataSource& source,
                                         const Binder& binder, const ReadOptions& options,
                                         Faults& faults) {
  DataFile file;
  file.source = source;
  file.input = open.input();
  file.rounding = options.rounding;
  if (!TextOpening(file, binder, options, faults).open()) return std::nullopt;
  return file;
}

std::vector<HeadRow> first_text_rows(const OpenFile& open, const DataSource& source) {
  DataFile file;
  file.source = source;
  file.input = open.input();
  Faults ignored;
  return read_text_beginning(file, ignored).value_or(std::vector<HeadRow>{});
}

}  // namespace tijian::dataset

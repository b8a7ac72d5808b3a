#include "dataset/sheet_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/header_reader.h"
#include "dataset/notes.h"
#include "dataset/number_style.h"

namespace tijian::dataset {
namespace {

/// Enough to see the header and what stands below.
constexpr std::size_t beginning_rows = 100;

using SheetPointer = std::shared_ptr<const TextSheet>;

bool to_be_seen(const TextSheet& sheet) { return !sheet.hidden() && sheet.in_use(); }

std::vector<HeadRow> beginning_of(const TextSheet& sheet, const DataSource& source) {
  std::vector<HeadRow> rows;
  const int last = source.header.empty() ? 0 : source.header.back();
  for (const TextRow& row : sheet.rows()) {
    if (rows.size() >= beginning_rows && row.number > last + 100) break;
    HeadRow& head = rows.emplace_back(HeadRow{row.number, {}});
    for (const std::string_view cell : row.cells) head.cells.emplace_back(base::trimmed(cell));
  }
  return rows;
}

class SheetOpening {
 public:
  SheetOpening(const OpenFile& workbook, const DataSource& source, const Binder& binder,
               const ReadOptions& options, Faults& faults)
      : workbook_(workbook),
        path_(workbook.path()),
        source_(source),
        binder_(binder),
        options_(options),
        faults_(faults) {}

  std::vector<DataFile> open() {
    if (source_.sheet == "all")
      open_all();
    else if (!source_.sheet.empty())
      open_named();
    else
      open_first();
    tell_hidden_sheets();
    for (const DataFile& file : files_) {
      tell_hidden_parts(*file.sheet);
      tell_scaled(*file.sheet);
    }
    return std::move(files_);
  }

 private:
  void open_all() {
    for (const SheetPointer& sheet : workbook_.sheets())
      if (to_be_seen(*sheet))
        if (auto file = read(sheet, source_, faults_)) files_.push_back(std::move(*file));
  }

  void open_named() {
    std::vector<std::string> names;
    for (const SheetPointer& sheet : workbook_.sheets()) {
      names.push_back(sheet->name());
      if (sheet->name() != source_.sheet) continue;
      if (auto file = read(sheet, source_, faults_)) files_.push_back(std::move(*file));
      return;
    }
    faults_.add(base::make_diagnostic(
        "C382", source_.where,
        {{"sheet", source_.sheet}, {"file", path_}, {"names", base::some_of(names)}}));
  }

  /// The first visible sheet with a table; others with one are told.
  void open_first() {
    std::optional<Faults> first;
    std::vector<std::string> others;
    for (const SheetPointer& sheet : workbook_.sheets()) {
      if (!to_be_seen(*sheet)) continue;
      Faults found;
      if (!files_.empty()) {
        DataSource itself;  // not as the first sheet is read
        itself.file = source_.file;
        if (read(sheet, itself, found)) others.push_back(sheet->name());
        continue;
      }
      auto file = read(sheet, source_, found);
      if (!first) first = found;
      if (!file) continue;
      faults_.append(found);
      files_.push_back(std::move(*file));
    }
    if (files_.empty() && first) faults_.append(*first);
    if (!first) faults_.add(base::make_diagnostic("C301", {path_}));
    if (others.empty()) return;
    faults_.add(base::make_diagnostic("C381", {path_, 0, 0, files_.front().sheet->name()},
                                      {{"names", base::some_of(others)}}));
  }

  std::optional<DataFile> read(const SheetPointer& sheet, const DataSource& source,
                               Faults& faults) const {
    DataFile file;
    file.source = source;
    file.sheet = sheet;
    file.rounding = options_.rounding;
    file.cells = CellReader(options_.missing, *number_style(source, ',', {}, {}), source.marks);
    file.last_line = source.until;
    if (file.sheet->rows().empty()) {
      faults.add(base::make_diagnostic("C301", file.cite(0, 0)));
      return std::nullopt;
    }
    if (!read_header_of(file, faults)) return std::nullopt;
    end_before_notes(file);
    return file;
  }

  bool read_header_of(DataFile& file, Faults& faults) const {
    const Beginning beginning{beginning_of(*file.sheet, file.source), &file.source,
                              file.cite(0, 0)};
    auto header = read_header(beginning, binder_, faults);
    if (!header) return false;
    file.header = std::move(*header);
    const auto& rows = file.sheet->rows();
    const auto next = std::ranges::upper_bound(rows, file.header.last_line, {}, &TextRow::number);
    if (next != rows.end()) {
      file.first_line = next->number;
      return true;
    }
    faults.add(base::make_diagnostic("C309", file.cite(file.header.last_line, 0)));
    return false;
  }

  /// Rows of one cell at the end, the first of which reads like a note.
  void end_before_notes(DataFile& file) const {
    const auto& rows = file.sheet->rows();
    std::size_t begin = rows.size();
    while (begin > 0 && rows[begin - 1].number >= file.first_line && only_cell(rows[begin - 1]))
      --begin;
    while (begin < rows.size() && !source_.skip_notes &&
           !looks_like_note(only_cell_of(rows[begin])))
      ++begin;
    if (begin == rows.size()) return;
    const int before = rows[begin].number - 1;
    file.last_line = file.last_line == 0 ? before : std::min(file.last_line, before);
  }

  static bool only_cell(const TextRow& row) {
    return std::ranges::count_if(
               row.cells, [](std::string_view cell) { return !base::trimmed(cell).empty(); }) == 1;
  }
  static std::string_view only_cell_of(const TextRow& row) {
    return *std::ranges::find_if(
        row.cells, [](std::string_view cell) { return !base::trimmed(cell).empty(); });
  }

  void tell_hidden_sheets() {
    std::vector<std::string> names;
    for (const SheetPointer& sheet : workbook_.sheets())
      if (sheet->hidden() && sheet->in_use() && sheet->name() != source_.sheet)
        names.push_back(sheet->name());
    if (!names.empty())
      faults_.add(base::make_diagnostic("C380", {path_}, {{"names", base::some_of(names)}}));
  }

  void tell_hidden_parts(const TextSheet& sheet) {
    std::vector<Text> parts;
    for (const auto& [first, last] : sheet.hidden_rows())
      parts.push_back(
          {fmt::format("row {}", span(first, last)), fmt::format("第 {} 行", span(first, last))});
    for (const auto& [first, last] : sheet.hidden_columns()) {
      const std::string name = cell_name(0, first) + (last > first ? "-" + cell_name(0, last) : "");
      parts.push_back({"column " + name, name + " 列"});
    }
    if (!parts.empty())
      faults_.add(base::make_diagnostic("C379", {path_, 0, 0, sheet.name()},
                                        {{"parts", base::some_of(parts)}}));
  }

  void tell_scaled(const TextSheet& sheet) {
    if (sheet.scaled().empty()) return;
    const TextSheet::Scaled& first = sheet.scaled().front();
    Diagnostic told = base::make_diagnostic("C385", {path_, first.row, first.column, sheet.name()},
                                            {{"stored", std::string(first.text)}});
    told.count = std::ssize(sheet.scaled());
    faults_.add(std::move(told));
  }

  static std::string span(int first, int last) {
    return first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
  }

  const OpenFile& workbook_;
  const std::string& path_;
  const DataSource& source_;
  const Binder& binder_;
  const ReadOptions& options_;
  Faults& faults_;
  std::vector<DataFile> files_;
};

}  // namespace

std::vector<DataFile> read_sheet_headers(const OpenFile& workbook, const DataSource& source,
                                         const Binder& binder, const ReadOptions& options,
                                         Faults& faults) {
  return SheetOpening(workbook, source, binder, options, faults).open();
}

std::vector<HeadRow> first_sheet_rows(const OpenFile& workbook, const DataSource& source) {
  for (const SheetPointer& sheet : workbook.sheets())
    if (source.sheet.empty() ? to_be_seen(*sheet) : sheet->name() == source.sheet)
      return beginning_of(*sheet, source);
  return {};
}

std::vector<std::string> table_sheets(const OpenFile& workbook) {
  std::vector<std::string> names;
  for (const SheetPointer& sheet : workbook.sheets())
    if (to_be_seen(*sheet)) names.push_back(sheet->name());
  return names;
}

}  // namespace tijian::dataset

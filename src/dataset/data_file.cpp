#include "dataset/data_file.h"

#include <algorithm>
#include <filesystem>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/sheet_files.h"
#include "dataset/text_file.h"
#include "tijian/keeper.h"

namespace tijian::dataset {

namespace {

/// Whether a row's place is known before any of its values.
bool place_first(const Header& header) {
  const auto value = std::ranges::find_if(header.cells, &HeaderCell::data);
  return header.cell(Role::place) < value - header.cells.begin();
}

}  // namespace

bool DataFile::plain() const {
  const bool unicode = encoding == base::Encoding::ascii_so_far ||
                       encoding == base::Encoding::utf8 || encoding == base::Encoding::gb18030;
  return input && unicode && separator == ',' && last_line == 0 && cells.plain() && header.wide() &&
         source.leave_out.where.empty() && (source.leave_out.places.empty() || place_first(header));
}

bool says_synthetic(std::string_view text) {
  const std::string plain = base::folded(text);
  return plain.find("synthetic") != plain.npos || plain.find("合成") != plain.npos ||
         plain.find("模拟") != plain.npos;
}

namespace {

/// What sources.yaml says of a file of another kind.
void tell_idle_keys(const OpenFile& open, const DataSource& source, Faults& faults) {
  using Key = std::pair<const char*, const std::string&>;
  const auto tell = [&](std::initializer_list<Key> keys, const Text& kind) {
    for (const auto& [key, value] : keys)
      if (!value.empty() && !source.where.file.empty())
        faults.add(base::make_diagnostic("C396", source.where, {{"key", key}, {"kind", kind}}));
  };
  if (open.is_workbook())
    tell({{"encoding", source.encoding}, {"separator", source.separator}},
         {"a workbook", "工作簿"});
  else
    tell({{"sheet", source.sheet}}, {"a file of text", "文本文件"});
}

void tell_unknown_keeper(const DataSource& source, const Framework& framework, Faults& faults) {
  if (source.keeper.empty()) return;
  std::vector<std::string> known = keepers(framework);
  std::erase(known, "");
  if (known.empty() || std::ranges::find(known, source.keeper) != known.end()) return;
  Diagnostic warning = base::make_diagnostic(
      "B478", source.where, {{"keeper", source.keeper}, {"names", base::some_of(known)}});
  base::suggest(warning, source.keeper, known);
  faults.add(std::move(warning));
}

}  // namespace

std::vector<DataFile> open_data_files(const DataSource& source, const Binder& binder,
                                      const ReadOptions& options, Faults& faults) {
  const auto open = OpenFile::open(source.file, faults);
  if (!open) return {};
  tell_idle_keys(*open, source, faults);
  tell_unknown_keeper(source, binder.framework(), faults);
  return read_headers(*open, source, binder, options, faults);
}

std::vector<DataFile> read_headers(const OpenFile& open, const DataSource& source,
                                   const Binder& binder, const ReadOptions& options,
                                   Faults& faults) {
  std::vector<DataFile> files;
  if (open.is_workbook())
    files = read_sheet_headers(open, source, binder, options, faults);
  else if (auto file = read_text_header(open, source, binder, options, faults))
    files.push_back(std::move(*file));
  const bool synthetic = says_synthetic(std::filesystem::path(source.file).filename().string()) ||
                         says_synthetic(source.source);
  for (DataFile& file : files) file.synthetic = synthetic;
  return files;
}

std::vector<HeadRow> first_rows(const OpenFile& open, const DataSource& source) {
  return open.is_workbook() ? first_sheet_rows(open, source) : first_text_rows(open, source);
}

}  // namespace tijian::dataset

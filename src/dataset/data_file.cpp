#include "dataset/data_file.h"

#include <filesystem>

#include "base/spelling.h"
#include "dataset/sheet_files.h"
#include "dataset/text_file.h"

namespace tijian::dataset {

bool DataFile::plain() const {
  const bool unicode = encoding == base::Encoding::ascii_so_far ||
                       encoding == base::Encoding::utf8 || encoding == base::Encoding::gb18030;
  return input && unicode && separator == ',' && last_line == 0 && cells.plain() && header.wide() &&
         source.leave_out == LeftOut{} && source.rename.empty() && source.units.empty();
}

bool says_synthetic(std::string_view text) {
  const std::string plain = base::folded(text);
  return plain.find("synthetic") != plain.npos || plain.find("合成") != plain.npos ||
         plain.find("模拟") != plain.npos;
}

std::vector<DataFile> open_data_files(const DataSource& source, const Binder& binder,
                                      const ReadOptions& options, Faults& faults) {
  std::vector<Diagnostic> refused;
  auto input = base::InputFile::open(source.file, refused);
  for (const Diagnostic& diagnostic : refused) faults.add(diagnostic);
  std::vector<DataFile> files;
  if (!input) return files;
  if (looks_like_workbook(input->read(0, 16)))
    files = open_sheets(*input, source, binder, options, faults);
  else if (auto file = open_text_file(std::move(*input), source, binder, options, faults))
    files.push_back(std::move(*file));
  const bool synthetic = says_synthetic(std::filesystem::path(source.file).filename().string()) ||
                         says_synthetic(source.source);
  for (DataFile& file : files) file.synthetic = synthetic;
  return files;
}

}  // namespace tijian::dataset

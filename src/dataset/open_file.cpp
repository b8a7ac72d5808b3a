#include "dataset/open_file.h"

namespace tijian::dataset {

std::optional<OpenFile> OpenFile::open(const std::string& path, Faults& faults) {
  std::vector<Diagnostic> refused;
  auto input = base::InputFile::open(path, refused);
  for (Diagnostic& diagnostic : refused) faults.add(std::move(diagnostic));
  if (!input) return std::nullopt;
  OpenFile file;
  file.input_ = std::make_shared<const base::InputFile>(std::move(*input));
  file.workbook_ = looks_like_workbook(file.input_->read(0, 16));
  if (!file.workbook_) return file;
  auto workbook = read_workbook(*file.input_, faults);
  if (!workbook) return std::nullopt;
  const auto kept = std::make_shared<const WorkbookFile>(std::move(*workbook));
  for (const Sheet& sheet : kept->sheets)
    file.sheets_.push_back(std::make_shared<const TextSheet>(kept, sheet));
  return file;
}

}  // namespace tijian::dataset

#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/input_file.h"
#include "dataset/faults.h"
#include "dataset/text_sheet.h"

namespace tijian::dataset {

/// A file of data that is opened once and can be read in several ways: text, or a workbook.
class OpenFile {
 public:
  /// The faults say why it cannot be opened, and what is odd about a workbook.
  static std::optional<OpenFile> open(const std::string& path, Faults&);

  const std::string& path() const { return input_->path(); }
  const std::shared_ptr<const base::InputFile>& input() const { return input_; }
  bool is_workbook() const { return workbook_; }
  /// Of a workbook, hidden and empty ones too.
  std::span<const std::shared_ptr<const TextSheet>> sheets() const { return sheets_; }

 private:
  std::shared_ptr<const base::InputFile> input_;
  bool workbook_ = false;
  std::vector<std::shared_ptr<const TextSheet>> sheets_;
};

}  // namespace tijian::dataset

#pragma once
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dataset/workbook_file.h"

namespace tijian::dataset {

/// A row of a sheet, as people read it; `cells[0]` is column A.
struct TextRow {
  int number;  ///< as the sheet counts
  std::vector<std::string_view> cells;
};

/// A sheet of a workbook as a table of texts: without what is hidden, merged cells filled.
class TextSheet {
 public:
  TextSheet(std::shared_ptr<const WorkbookFile>, const Sheet&);

  const std::string& name() const { return name_; }
  bool hidden() const { return hidden_; }
  /// Whether the file has something in it, hidden or not.
  bool in_use() const { return in_use_; }
  const std::vector<TextRow>& rows() const { return rows_; }
  /// Whether a cell belongs to a merged one, and is not its first.
  bool filled(int row, int column) const { return filled_.contains({row, column}); }
  /// Cells that show thousands or more and hold the number itself.
  struct Scaled {
    int row, column;
    std::string_view text;
  };
  const std::vector<Scaled>& scaled() const { return scaled_; }
  /// What is hidden and not empty, as people name it: `rows 5-9`.
  const std::vector<std::pair<int, int>>& hidden_rows() const { return hidden_rows_; }
  const std::vector<std::pair<int, int>>& hidden_columns() const { return hidden_columns_; }

 private:
  void add_row(const SheetRow&, const Sheet&);
  void fill(const Sheet::Range&);
  void hide_columns(const Sheet&);

  std::shared_ptr<const WorkbookFile> workbook_;  ///< holds the texts
  std::string name_;
  bool hidden_, in_use_;
  std::vector<TextRow> rows_;
  std::set<std::pair<int, int>> filled_;
  std::vector<Scaled> scaled_;
  std::vector<std::pair<int, int>> hidden_rows_, hidden_columns_;
};

}  // namespace tijian::dataset

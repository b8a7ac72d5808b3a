#include "dataset/file_table.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "base/catalogue.h"
#include "base/huge_pages.h"
#include "base/threads.h"
#include "dataset/rows.h"
#include "tijian/missing.h"

namespace tijian::dataset {

std::pair<int, int> FileTable::cell(int row, int column) const {
  if (cell_line.size() == 0) return {row_line[row], data.columns[column].where.column};
  const int line = cell_line(row, column);
  return {line > 0 ? line : row_line[row], cell_column(row, column)};
}

Citation FileTable::cite(int row, int column) const {
  const auto [line, place] = cell(row, column);
  return {path, line, place, sheet};
}

std::optional<Diagnostic> period_fault(std::optional<bool>& has_periods, const Period& period,
                                       const Citation& where) {
  const bool has = period.part != Period::Part::none;
  if (!has_periods) has_periods = has;
  if (*has_periods == has) return std::nullopt;
  return base::make_diagnostic(has ? "C325" : "C324", where);
}

/// The rows of a block, in the values from row `slot` on.
struct WideReader::Part {
  std::size_t slot = 0;
  WideRows rows;
};

/// One call of `read`: blocks are parsed side by side and taken in the file's order.
class WideReader::Reading {
 public:
  Reading(WideReader& reader, FileTable& table, std::size_t lines, Faults& faults)
      : reader_(reader),
        table_(table),
        lines_(lines),
        faults_(faults),
        builder_(attribute_names()) {}

  void work() {
    Block block;
    for (;;) {
      auto part = std::make_unique<Part>();
      std::size_t rows = 0;
      {
        const std::lock_guard lock(reading_);
        if (reader_.broken_ || !reader_.reader_.next(block, lines_ - slots_)) return;
        part->slot = slots_;
        rows = std::min(block.lines, lines_ - slots_);
        slots_ += rows;
      }
      auto& values = table_.data.values;
      auto& rounding = table_.data.rounding;
      reader_.parser_.parse(
          block,
          {values.data() + part->slot, values.rows(), static_cast<Eigen::Index>(rows),
           rounding.size() > 0 ? rounding.data() + part->slot : nullptr},
          part->rows);
      const std::lock_guard lock(taking_);
      waiting_[block.number] = std::move(part);
      take_waiting();
    }
  }

  std::size_t lines_read() const { return slots_; }

  void finish() {
    table_.data.rows = builder_.take();
    if (table_.data.rows.size() < table_.data.values.rows()) close_gaps();
  }

 private:
  std::vector<std::string> attribute_names() const {
    std::vector<std::string> names;
    for (const int i : reader_.plan_.attributes)
      names.push_back(reader_.framework_.attributes[i].id);
    return names;
  }

  void take_waiting() {
    for (auto first = waiting_.begin();
         first != waiting_.end() && first->first == reader_.next_block_ && !stopped_;
         first = waiting_.erase(first), ++reader_.next_block_)
      take(*first->second);
  }

  void take(const Part& part) {
    const WideRows& rows = part.rows;
    faults_.append(rows.faults);
    reader_.left_out_.insert(rows.left_out.begin(), rows.left_out.end());
    if (table_.faulty.size() < rows.faulty.size()) table_.faulty.resize(rows.faulty.size());
    for (std::size_t i = 0; i < rows.faulty.size(); ++i) table_.faulty[i] += rows.faulty[i];
    for (std::size_t i = 0; i < rows.lines.size(); ++i) take_row(rows, i);
    reader_.check_periods(rows, faults_);
    table_.row_line.insert(table_.row_line.end(), rows.lines.begin(), rows.lines.end());
    runs_.emplace_back(part.slot, rows.lines.size());
    if (!rows.fatal) return;
    stopped_ = true;
    const std::lock_guard lock(reading_);
    reader_.broken_ = true;
  }

  void take_row(const WideRows& rows, std::size_t i) {
    const auto at = [&](int cell) { return Citation{table_.path, rows.lines[i], cell + 1}; };
    PlaceReader& places = reader_.places_;
    const auto place = places.place(rows.places[i], at(reader_.plan_.place), faults_);
    const int row = builder_.add(builder_.place(place), rows.periods[i]);
    for (std::size_t a = 0; a < rows.attributes.size(); ++a)
      builder_.set_attribute(
          row, static_cast<int>(a),
          places.attribute(reader_.plan_.attributes[a], place, rows.attributes[a][i],
                           at(reader_.attribute_cells_[a]), faults_));
  }

  /// Blank lines and faulty rows took a place in the values: moves the rows together.
  void close_gaps() {
    for (Matrix<double>* values : {&table_.data.values, &table_.data.rounding})
      if (values->size() > 0) close_gaps(*values);
  }

  void close_gaps(Matrix<double>& values) const {
    Matrix<double> closed(table_.data.rows.size(), values.cols());
    Eigen::Index row = 0;
    for (const auto& [slot, count] : runs_) {
      closed.array().middleRows(row, count) = values.array().middleRows(slot, count);
      row += static_cast<Eigen::Index>(count);
    }
    values = std::move(closed);
  }

  WideReader& reader_;
  FileTable& table_;
  std::size_t lines_;
  Faults& faults_;
  std::size_t slots_ = 0;
  RowBuilder builder_;
  std::map<std::size_t, std::unique_ptr<Part>> waiting_;
  std::vector<std::pair<std::size_t, std::size_t>> runs_;
  bool stopped_ = false;
  std::mutex reading_, taking_;
};

WideReader::WideReader(const DataFile& file, const TablePlan& plan, const Framework& framework,
                       int threads)
    : file_(file),
      plan_(plan),
      framework_(framework),
      places_(framework),
      parser_(file, plan),
      reader_(*file.input, file.begin, file.end, file.first_line),
      threads_(threads) {
  for (std::size_t i = 0; i < plan.cells.size(); ++i)
    if (plan.cells[i].kind == PlannedColumn::Kind::attribute)
      attribute_cells_.push_back(static_cast<int>(i));  // in the order of their targets
}

void WideReader::check_periods(const WideRows& rows, Faults& faults) {
  if (plan_.period < 0) return;
  for (std::size_t i = 0; i < rows.lines.size(); ++i)
    if (auto fault = period_fault(has_periods_, rows.periods[i],
                                  {file_.path(), rows.lines[i], plan_.period + 1}))
      faults.add(std::move(*fault));
}

bool WideReader::read(FileTable& table, std::size_t lines, int columns, Faults& faults) {
  const std::size_t left = file_.end - reader_.position();
  if (left == 0 || broken_) return false;
  Matrix<double> memory = std::move(table.data.values);
  table = {};
  table.path = file_.path();
  Dataset& data = table.data;
  data.values = std::move(memory);
  base::resize_large(data.values, static_cast<Index>(lines), columns);
  if (file_.rounding) base::resize_large(data.rounding, static_cast<Index>(lines), columns);
  std::vector<char> given(columns, 0);
  for (const PlannedColumn& cell : plan_.cells)
    if (cell.kind == PlannedColumn::Kind::value) given[cell.target] = 1;
  for (int column = 0; column < columns; ++column) {
    if (given[column]) continue;
    std::ranges::fill(data.values.column(column), missing);
    if (file_.rounding) std::ranges::fill(data.rounding.column(column), 0.0);
  }
  Reading reading(*this, table, lines, faults);
  base::run_workers(threads_, left >> 20, [&] { reading.work(); });
  reading.finish();
  if (!broken_ && reading.lines_read() < lines && reader_.position() < file_.end) {
    faults.add(base::make_diagnostic(
        "C300", {file_.path()},
        {{"reason", Text{"it became shorter while it was read", "读取过程中文件变短了"}}}));
    broken_ = true;
  }
  table.has_periods = has_periods_.value_or(false);
  if (file_.synthetic) {
    data.sources = {{std::filesystem::path(table.path).filename().string(), {}, true}};
    data.source.assign(data.values.rows(), columns, 0);
  }
  return true;
}

void WideReader::read_all(FileTable& table, int columns, Faults& faults) {
  read(table, count_lines(*file_.input, file_.begin, file_.end, threads_), columns, faults);
}

}  // namespace tijian::dataset

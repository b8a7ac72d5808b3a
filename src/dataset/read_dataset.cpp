#include <algorithm>
#include <functional>
#include <memory>

#include "base/catalogue.h"
#include "dataset/binding_report.h"
#include "dataset/cells.h"
#include "dataset/file_table.h"
#include "dataset/file_year.h"
#include "dataset/lone_places.h"
#include "dataset/merge.h"
#include "dataset/mixed_notation.h"
#include "dataset/near_names.h"
#include "dataset/odd_periods.h"
#include "dataset/place_reader.h"
#include "dataset/plausibility.h"
#include "dataset/rollup.h"
#include "dataset/row_faults.h"
#include "dataset/source_list.h"
#include "dataset/table_reader.h"
#include "dataset/tables_read.h"
#include "dataset/total_rows.h"
#include "dataset/unused_names.h"
#include "tijian/dataset.h"
#include "tijian/intake.h"

namespace tijian::dataset {
namespace {

FileTable read_wide(const DataFile& file, const Binder& binder, int threads, Faults& faults) {
  FileTable table;
  ColumnSet columns;
  TablePlan plan = plan_table(file, binder, columns, faults);
  WideReader reader(file, plan, binder.framework(), threads);
  reader.read_all(table, static_cast<int>(columns.all().size()), faults);
  tell_unused_names(file, binder, {}, reader.unused_places(), faults);
  table.data.columns = columns.all();
  table.surplus = std::move(plan.surplus);
  table.refused = plan.refused;
  report_repeated_rows(table, file.header, faults);
  return table;
}

/// What the source says of all values that name no source of their own.
void add_source(FileTable& table, const DataFile& file) {
  const DataSource& source = file.source;
  table.rank = source.rank;
  table.keeper = source.keeper;
  if (source.source.empty() && source.confidence.empty()) return;
  Dataset& data = table.data;
  if (data.source.size() == 0) data.source.assign(data.values.rows(), data.values.cols(), -1);
  const auto number = static_cast<std::int16_t>(data.sources.size());
  data.sources.push_back({source.source, source.confidence, file.synthetic});
  for (Index i = 0; i < data.source.size(); ++i)
    if (data.source.data()[i] < 0) data.source.data()[i] = number;
}

FileTable read_table(const DataFile& file, const Binder& binder, int threads, Faults& faults) {
  FileTable table =
      file.plain() ? read_wide(file, binder, threads, faults) : read_cells(file, binder, faults);
  if (file.sheet) table.sheet = file.sheet->name();
  table.period_column = file.header.cell(Role::period) + 1;
  add_source(table, file);
  return table;
}

/// Whole numbers count as exact.
void drop_whole_numbers(Matrix<double>& rounding) {
  for (Index i = 0; i < rounding.size(); ++i)
    rounding.data()[i] = std::max(rounding.data()[i], 0.0);
}

/// A sheet that nobody filled in.
bool without_rows(const FileTable& table) { return table.data.rows.size() == 0; }

void warn_of_mixed_periods(const std::vector<FileTable>& tables,
                           std::vector<Diagnostic>& diagnostics) {
  if (std::ranges::none_of(tables, &FileTable::has_periods)) return;
  for (const FileTable& table : tables)
    if (!table.has_periods && !without_rows(table))
      diagnostics.push_back(base::make_diagnostic("C332", {table.path, 0, 0, table.sheet}));
}

/// How much of a dataset was read: the rows and columns after that were made from it.
struct ReadCells {
  explicit ReadCells(const Dataset& data)
      : rows(data.rows.size()), columns(std::ssize(data.columns)) {}
  Citation cite(const std::vector<FileTable>& tables, const Dataset& data, Index row,
                Index column) const {
    if (row < rows && column < columns) return cell_of(tables, data, row, column);
    return data.columns[column].where;
  }
  Index rows, columns;
};

/// What tells where the cells of a merged dataset were read.
std::function<Citation(Index, Index)> citing(std::vector<FileTable> tables, const Dataset& merged,
                                             const ReadCells& read) {
  struct Kept {
    std::vector<FileTable> tables;
    Dataset frame;  ///< rows and columns
  };
  auto kept = std::make_shared<Kept>();
  kept->tables = std::move(tables);
  kept->frame.rows = merged.rows;
  kept->frame.columns = merged.columns;
  return [kept = std::move(kept), read](Index row, Index column) {
    return read.cite(kept->tables, kept->frame, row, column);
  };
}

/// Which places and periods a table has values of.
IntakeTable intake_of(const FileTable& table) {
  IntakeTable intake{table.path, table.sheet, table.keeper, table.data.rows.places, {}};
  const Rows& rows = table.data.rows;
  for (std::size_t i = 0; i < table.data.columns.size(); ++i) {
    const DataColumn& column = table.data.columns[i];
    IntakeColumn& of = intake.columns.emplace_back();
    of.variable = column.variable;
    of.indicator = column.indicator;
    of.faulty = i < table.faulty.size() ? table.faulty[i] : 0;
    const auto values = table.data.values.column(static_cast<Index>(i));
    for (std::size_t row = 0; row < values.size(); ++row)
      if (values[row] == values[row]) of.given.emplace_back(rows.place[row], rows.period[row]);
  }
  return intake;
}

/// Their warnings are told, and they are kept.
void append(std::vector<Doubt>& all, std::vector<Doubt> more, std::vector<Diagnostic>& told) {
  for (Doubt& doubt : more) {
    told.push_back(doubt.told);
    all.push_back(std::move(doubt));
  }
}

void append(std::vector<Diagnostic>& all, std::vector<Diagnostic> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

}  // namespace tijian::dataset

namespace tijian {

namespace {

/// Reads all tables, tells what is wrong, and makes one dataset of what could be read.
class Reading {
 public:
  /// `intake`: what each table gave is kept too, and what could be read where there are errors.
  Reading(const Framework& framework, const ReadOptions& options, bool intake)
      : framework_(framework), options_(options), keep_intake_(intake), binder_(framework) {}

  Intake read(std::span<const std::string> paths) {
    sources_ = dataset::list_sources(paths, options_, told());
    // Values of two files agree to the digits of the shorter one.
    keep_rounding_ = options_.rounding || sources_.size() > 1;
    for (const DataSource& source : sources_) read_source(source);
    tell_of_all(paths.empty());
    if (!rows_mix_years_ && !std::ranges::all_of(tables_, dataset::without_rows)) make_dataset();
    return std::move(intake_);
  }

 private:
  std::vector<Diagnostic>& told() { return intake_.data.diagnostics; }

  void read_source(const DataSource& source) {
    ReadOptions reading = options_;
    reading.rounding = keep_rounding_;
    dataset::Faults faults;
    std::vector<Doubt> found;
    const std::size_t before = tables_.size();
    for (const auto& file : dataset::open_data_files(source, binder_, reading, faults)) {
      dataset::Faults of_table;
      read_.add(file, of_table);
      tables_.push_back(dataset::read_table(file, binder_, options_.threads, of_table));
      dataset::add_fit(fit_, tables_.back(), file.cite(file.header.line, 0));
      std::ranges::move(dataset::report_totals(tables_.back(), framework_),
                        std::back_inserter(found));
      std::ranges::move(
          dataset::find_mixed_notation(tables_.back(), of_table.signed_cells(), framework_),
          std::back_inserter(found));
      if (dataset::without_rows(tables_.back()) &&
          (source.until > 0 || source.leave_out != LeftOut{}))
        of_table.add(base::make_diagnostic("C309", file.cite(file.header.last_line, 0)));
      faults.append(of_table);
      if (keep_intake_) intake_.tables.push_back(dataset::intake_of(tables_.back()));
    }
    dataset::append(told(), faults.listed(source.file));
    dataset::append(doubts_, std::move(found), told());
    if (tables_.size() > before) return;
    intake_.tables.push_back({source.file, {}, source.keeper, {}, {}});  // it came, not understood
    fit_.refused = true;
  }

  void tell_of_all(bool no_paths) {
    const bool nothing = fit_.columns.empty() && fit_.surplus.empty() && has_errors(told());
    if ((!tables_.empty() && !nothing) || no_paths)
      dataset::append(told(), dataset::report_fit(fit_, binder_, options_.strict));
    dataset::warn_of_mixed_periods(tables_, told());
    dataset::append(told(), dataset::report_odd_periods(tables_));
    const auto mixed_years = dataset::report_years_in_names(tables_, framework_);
    rows_mix_years_ = !mixed_years.empty();
    dataset::append(told(), mixed_years);
    if (framework_.places.empty()) {
      dataset::append(doubts_, dataset::report_near_names(tables_), told());
      dataset::append(doubts_, dataset::find_lone_places(tables_, doubts_), told());
    }
    if (!has_errors(told()) && std::ranges::all_of(tables_, dataset::without_rows))
      told().push_back(base::make_diagnostic("C309", fit_.header));
  }

  void make_dataset() {
    const bool sound = !has_errors(told());
    dataset::Faults conflicts;
    Dataset merged = dataset::merge(tables_, framework_, conflicts, sound);
    dataset::append(told(), conflicts.listed(sources_.back().file));
    if (!sound && !keep_intake_) return;
    finish(merged, sound);
    (has_errors(told()) ? intake_.readable : intake_.data.value) = std::move(merged);
  }

  /// What is told of sound data only would be told of the gaps that faults leave in others.
  void finish(Dataset& merged, bool sound) {
    std::vector<Diagnostic> of_gaps;
    std::vector<Diagnostic>& of_sound = sound ? told() : of_gaps;
    if (!options_.rounding) merged.rounding = {};
    dataset::drop_whole_numbers(merged.rounding);
    dataset::add_listed_attributes(framework_, merged.rows);
    const dataset::ReadCells read(merged);
    const auto cite = [&](Index row, Index column) {
      return read.cite(tables_, merged, row, column);
    };
    dataset::roll_up(framework_, merged, cite, of_sound);
    dataset::append(of_sound,
                    dataset::report_empty_attributes(merged.rows, framework_, fit_.header));
    dataset::append(doubts_, dataset::find_total_rows(merged, framework_, cite), told());
    dataset::Plausibility plausibility(framework_, options_.strict);
    plausibility.look(merged, cite);
    dataset::append(told(), plausibility.told());
    merged.doubts = std::move(doubts_);
    if (options_.cite) merged.cite = dataset::citing(std::move(tables_), merged, read);
    merged.fingerprint = framework_.fingerprint;
  }

  const Framework& framework_;
  const ReadOptions& options_;
  const bool keep_intake_;
  const dataset::Binder binder_;
  bool keep_rounding_ = false;
  std::vector<DataSource> sources_;
  std::vector<dataset::FileTable> tables_;
  dataset::TablesRead read_;
  dataset::Fit fit_;
  bool rows_mix_years_ = false;
  std::vector<Doubt> doubts_;
  Intake intake_;
};

}  // namespace

Loaded<Dataset> read_dataset(std::span<const std::string> paths, const Framework& framework,
                             const ReadOptions& options) {
  return std::move(Reading(framework, options, false).read(paths).data);
}

Intake take_in(std::span<const std::string> paths, const Framework& framework,
               const ReadOptions& options) {
  return Reading(framework, options, true).read(paths);
}

Dataset read_dataset_or_throw(std::span<const std::string> paths, const Framework& framework,
                              const ReadOptions& options) {
  return value_or_throw(read_dataset(paths, framework, options));
}

}  // namespace tijian

#include <algorithm>
#include <functional>
#include <memory>

#include "base/catalogue.h"
#include "dataset/binding_report.h"
#include "dataset/cells.h"
#include "dataset/file_table.h"
#include "dataset/lone_places.h"
#include "dataset/merge.h"
#include "dataset/mixed_notation.h"
#include "dataset/near_names.h"
#include "dataset/odd_periods.h"
#include "dataset/place_reader.h"
#include "dataset/plausibility.h"
#include "dataset/rollup.h"
#include "dataset/row_faults.h"
#include "dataset/total_rows.h"
#include "tijian/dataset.h"

namespace tijian::dataset {
namespace {

FileTable read_wide(const DataFile& file, const Binder& binder, const CellReader& cells,
                    int threads, Faults& faults) {
  FileTable table;
  ColumnSet columns;
  WidePlan plan = plan_wide(file, binder, columns, faults);
  WideReader(file, plan, cells, binder.framework(), threads)
      .read_all(table, static_cast<int>(columns.all().size()), faults);
  table.data.columns = columns.all();
  table.surplus = std::move(plan.surplus);
  table.refused = plan.refused;
  report_repeated_rows(table, file.header, faults);
  return table;
}

FileTable read_table(const DataFile& file, const Binder& binder, const CellReader& cells,
                     const ReadOptions& options, Faults& faults) {
  switch (file.header.layout) {
    case Layout::tall:
      return read_tall(file, binder, cells, faults);
    case Layout::periods:
      return read_periods(file, binder, cells, options.variable, faults);
    case Layout::wide:
      break;
  }
  return read_wide(file, binder, cells, options.threads, faults);
}

void warn_of_mixed_periods(const std::vector<FileTable>& tables,
                           std::vector<Diagnostic>& diagnostics) {
  if (std::ranges::none_of(tables, &FileTable::has_periods)) return;
  for (const FileTable& table : tables)
    if (!table.has_periods) diagnostics.push_back(base::make_diagnostic("C332", {table.path}));
}

/// What tells where the cells of a merged dataset were read.
std::function<Citation(Index, Index)> citing(std::vector<FileTable> tables, const Dataset& merged) {
  struct Kept {
    std::vector<FileTable> tables;
    Dataset frame;  ///< rows and columns
  };
  auto kept = std::make_shared<Kept>();
  kept->tables = std::move(tables);
  kept->frame.rows = merged.rows;
  kept->frame.columns = merged.columns;
  return [kept = std::move(kept)](Index row, Index column) {
    return cell_of(kept->tables, kept->frame, row, column);
  };
}

/// A sheet that nobody filled in.
bool without_rows(const FileTable& table) { return table.data.rows.size() == 0; }

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

Loaded<Dataset> read_dataset(std::span<const std::string> paths, const Framework& framework,
                             const ReadOptions& options) {
  Loaded<Dataset> loaded;
  auto& diagnostics = loaded.diagnostics;
  const dataset::Binder binder(framework);
  const dataset::CellReader cells(options.missing);
  std::vector<dataset::FileTable> tables;
  dataset::Fit fit;
  std::vector<Doubt> doubts;
  for (const std::string& path : paths) {
    dataset::Faults faults;
    const std::size_t read = tables.size();
    if (const auto file = dataset::open_data_file(path, framework.attributes, options, faults)) {
      tables.push_back(dataset::read_table(*file, binder, cells, options, faults));
      dataset::add_fit(fit, tables.back(), file->header.line);
    }
    dataset::append(diagnostics, faults.listed(path));
    if (tables.size() == read) continue;
    dataset::append(doubts, dataset::report_totals(tables.back(), framework), diagnostics);
    dataset::append(doubts,
                    dataset::find_mixed_notation(tables.back(), faults.signed_cells(), framework),
                    diagnostics);
  }
  const bool told = fit.columns.empty() && fit.surplus.empty() && has_errors(diagnostics);
  if ((!tables.empty() && !told) || paths.empty())
    dataset::append(diagnostics, dataset::report_fit(fit, binder, options.strict));
  dataset::warn_of_mixed_periods(tables, diagnostics);
  dataset::append(diagnostics, dataset::report_odd_periods(tables));
  if (framework.places.empty()) {
    dataset::append(doubts, dataset::report_near_names(tables), diagnostics);
    dataset::append(doubts, dataset::find_lone_places(tables, doubts), diagnostics);
  }
  if (!has_errors(diagnostics) && std::ranges::all_of(tables, dataset::without_rows))
    diagnostics.push_back(base::make_diagnostic("C309", fit.header));
  if (has_errors(diagnostics) || tables.empty()) return loaded;
  dataset::Faults conflicts;
  Dataset merged = dataset::merge(tables, framework, conflicts);
  dataset::append(diagnostics, conflicts.listed(paths.back()));
  dataset::add_listed_attributes(framework, merged.rows);
  dataset::append(diagnostics,
                  dataset::report_empty_attributes(merged.rows, framework, fit.header));
  dataset::roll_up(framework, merged, diagnostics);
  const auto cite = [&](Index row, Index column) { return cell_of(tables, merged, row, column); };
  dataset::append(doubts, dataset::find_total_rows(merged, framework, cite), diagnostics);
  dataset::Plausibility plausibility(framework, options.strict);
  plausibility.look(merged, cite);
  dataset::append(diagnostics, plausibility.told());
  merged.doubts = std::move(doubts);
  if (options.cite) merged.cite = dataset::citing(std::move(tables), merged);
  merged.fingerprint = framework.fingerprint;
  if (!has_errors(diagnostics)) loaded.value = std::move(merged);
  return loaded;
}

Dataset read_dataset_or_throw(std::span<const std::string> paths, const Framework& framework,
                              const ReadOptions& options) {
  return value_or_throw(read_dataset(paths, framework, options));
}

}  // namespace tijian

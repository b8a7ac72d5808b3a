#include "tijian/dataset_stream.h"

#include <optional>

#include "base/catalogue.h"
#include "dataset/binding_report.h"
#include "dataset/file_table.h"
#include "dataset/plausibility.h"
#include "dataset/row_faults.h"
#include "dataset/source_list.h"
#include "dataset/tables_read.h"
#include "dataset/unused_names.h"

namespace tijian {
struct DatasetStream::State {
  /// The last row of a block, to be compared with the first of the next.
  struct LastRow {
    std::string place;
    Period period;
    int line = 0;
  };
  /// One file, ready to be read.
  struct Source {
    explicit Source(dataset::DataFile&& f) : file(std::move(f)) {}
    dataset::DataFile file;
    dataset::TablePlan plan;
    std::optional<dataset::WideReader> reader;
    std::optional<LastRow> last;
    dataset::Faults faults;
  };

  State(const Framework& f, const ReadOptions& o)
      : framework(f), threads(o.threads), plausibility(f, o.strict) {}

  void start(Source& source) {
    source.faults = {};
    source.last.reset();
    source.reader.emplace(source.file, source.plan, framework, threads);
  }

  bool read(Source& source, std::size_t rows) {
    while (
        source.reader->read(table, rows, static_cast<int>(columns.all().size()), source.faults)) {
      if (table.data.rows.size() == 0) continue;
      report_repeated(source);
      dataset::add_listed_attributes(framework, table.data.rows);
      for (Diagnostic& empty : dataset::report_empty_attributes(
               table.data.rows, framework, {source.file.path(), source.file.header.line, 0}))
        source.faults.add(std::move(empty));
      for (Doubt& total : dataset::report_totals(table, framework))
        source.faults.add(std::move(total.told));
      table.data.columns = columns.all();
      plausibility.look(table.data,
                        [&](Index row, Index column) { return cite(source, row, column); });
      return true;
    }
    dataset::tell_unused(source.file, source.reader->unused_places(), source.faults);
    return false;
  }

  /// A column of all files may stand elsewhere in this one.
  Citation cite(const Source& source, Index row, Index column) const {
    const auto& planned = source.plan.cells;
    const auto cell = std::ranges::find_if(planned, [&](const dataset::PlannedColumn& one) {
      return one.kind == dataset::PlannedColumn::Kind::value && one.target == column;
    });
    return {source.file.path(), table.row_line[row], static_cast<int>(cell - planned.begin()) + 1};
  }

  void report_repeated(Source& source) {
    const dataset::Header& header = source.file.header;
    dataset::report_repeated_rows(table, header, source.faults);
    const Rows& rows = table.data.rows;
    if (source.last && source.last->place == rows.place_of(0) &&
        source.last->period == rows.period[0])
      source.faults.add(dataset::given_twice(table, header, source.last->line, 0));
    const auto end = rows.size() - 1;
    source.last = LastRow{rows.place_of(end), rows.period[end], table.row_line[end]};
  }

  const Framework& framework;
  int threads;
  dataset::ColumnSet columns;
  std::vector<std::unique_ptr<Source>> sources;
  std::size_t current = 0;
  dataset::FileTable table;
  dataset::Plausibility plausibility;
};

Loaded<DatasetStream> DatasetStream::open(std::span<const std::string> paths,
                                          const Framework& framework, const ReadOptions& options) {
  Loaded<DatasetStream> loaded;
  auto& diagnostics = loaded.diagnostics;
  const dataset::Binder binder(framework);
  auto state = std::make_unique<State>(framework, options);
  dataset::Fit fit;
  dataset::TablesRead read;
  for (const DataSource& one : dataset::list_sources(paths, options, diagnostics)) {
    dataset::Faults faults;
    for (auto& file : dataset::open_data_files(one, binder, options, faults)) {
      const Citation header = file.cite(file.header.line, 0);
      read.add(file, faults);
      if (!file.plain()) {
        faults.add(base::make_diagnostic("C334", header));
        continue;
      }
      State::Source& source =
          *state->sources.emplace_back(std::make_unique<State::Source>(std::move(file)));
      source.plan = dataset::plan_table(source.file, binder, state->columns, faults);
      dataset::tell_unused_names(source.file, binder, {}, {}, faults);
      dataset::add_fit(fit, source.plan, framework, header);
    }
    for (Diagnostic& diagnostic : faults.listed(one.file))
      diagnostics.push_back(std::move(diagnostic));
  }
  fit.columns = state->columns.all();
  fit.refused = has_errors(diagnostics);
  if (!state->sources.empty() || paths.empty())
    for (Diagnostic& diagnostic : dataset::report_fit(fit, binder, options.strict))
      diagnostics.push_back(std::move(diagnostic));
  if (has_errors(diagnostics)) return loaded;
  loaded.value = DatasetStream(std::move(state));
  loaded->rewind();
  return loaded;
}

DatasetStream::DatasetStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
DatasetStream::DatasetStream(DatasetStream&&) noexcept = default;
DatasetStream& DatasetStream::operator=(DatasetStream&&) noexcept = default;
DatasetStream::~DatasetStream() = default;

const std::vector<DataColumn>& DatasetStream::columns() const { return state_->columns.all(); }

bool DatasetStream::next(Dataset& block, std::size_t rows) {
  if (rows == 0) throw UsageError("a block of no rows");
  State& state = *state_;
  for (; state.current < state.sources.size(); ++state.current) {
    state.table.data.values = std::move(block.values);
    const bool read = state.read(*state.sources[state.current], rows);
    block = std::move(state.table.data);
    block.columns = state.columns.all();
    block.fingerprint = state.framework.fingerprint;
    if (read) return true;
  }
  block.rows = {};
  block.values.resize(0, static_cast<Eigen::Index>(block.columns.size()));
  return false;
}

void DatasetStream::rewind() {
  state_->current = 0;
  state_->plausibility.forget();
  for (const auto& source : state_->sources) state_->start(*source);
}

std::vector<Diagnostic> DatasetStream::diagnostics() const {
  std::vector<Diagnostic> all;
  for (const auto& source : state_->sources)
    for (Diagnostic& diagnostic : source->faults.listed(source->file.path()))
      all.push_back(std::move(diagnostic));
  for (Diagnostic& diagnostic : state_->plausibility.told()) all.push_back(std::move(diagnostic));
  return all;
}

std::uintmax_t DatasetStream::bytes() const {
  std::uintmax_t bytes = 0;
  for (const auto& source : state_->sources) bytes += source->file.input->size();
  return bytes;
}

std::uintmax_t DatasetStream::bytes_read() const {
  std::uintmax_t bytes = 0;
  for (std::size_t i = 0; i < state_->sources.size(); ++i) {
    const State::Source& source = *state_->sources[i];
    bytes += i < state_->current    ? source.file.input->size()
             : i == state_->current ? source.reader->position()
                                    : 0;
  }
  return bytes;
}

}  // namespace tijian

#include <algorithm>

#include "dataset/attempts.h"
#include "dataset/data_file.h"
#include "dataset/description.h"
#include "dataset/sheet_files.h"
#include "dataset/source_list.h"
#include "tijian/proposal.h"

namespace tijian {
namespace dataset {
namespace {

/// How many columns of a table are known.
int known_columns(const DataFile& file) {
  return static_cast<int>(std::ranges::count_if(
      file.header.cells, [](const HeaderCell& cell) { return !cell.variable.empty(); }));
}

Description unread(const DataSource& source) {
  return {{source, {{"not understood: see the messages", "未能读懂，见提示信息"}}, true, true}};
}

/// The tables of one file, and how each could be read.
class Proposer {
 public:
  Proposer(const OpenFile& file, const Binder& binder) : file_(file), binder_(binder) {}

  /// The faults say why none could be.
  std::vector<Description> propose(const DataSource& source, Faults& faults) const {
    std::vector<Description> tables;
    std::string others;  // covers and explanations, most likely
    const std::vector<std::string> sheets = table_sheets(file_);
    for (const std::string& name : sheets.size() > 1 ? sheets : std::vector<std::string>{}) {
      DataSource one = source;
      one.sheet = name;
      Faults ignored;
      for (Description& table : propose_table(one, ignored)) {
        if (table.proposal.open)
          others += (others.empty() ? "" : ", ") + name;
        else
          tables.push_back(std::move(table));
      }
    }
    if (tables.empty()) return propose_table(source, faults);
    if (!others.empty())
      tables.back().proposal.remarks.push_back(
          {"sheets that are no tables, it seems: " + others, "以下工作表似乎不是表格：" + others});
    return tables;
  }

 private:
  std::vector<Description> propose_table(const DataSource& source, Faults& faults) const {
    std::optional<Faults> first;
    for (const Attempt& attempt : attempts_of(file_, source, binder_)) {
      Faults found;
      std::vector<Description> tables;
      for (const DataFile& table : read_headers(file_, attempt.source, binder_, {}, found)) {
        const auto suffixed = with_suffix(table);
        tables.push_back(describe(suffixed ? *suffixed : table, binder_, attempt));
      }
      if (!tables.empty()) return tables;
      if (!first) first = found;
    }
    faults = *first;
    return {unread(source)};
  }

  /// Years of two digits are never seen by themselves: crime10.
  std::optional<DataFile> with_suffix(const DataFile& table) const {
    if (!table.header.is_across(Axis::variables) || table.header.long_rows) return std::nullopt;
    DataSource source = table.source;
    source.period.suffix = ValueOrigin::Suffix::two_digits;
    Faults ignored;
    std::vector<DataFile> again = read_headers(file_, source, binder_, {}, ignored);
    const int known = known_columns(table);
    if (again.size() != 1 || known_columns(again.front()) < known + (known > 0 ? 2 : 1))
      return std::nullopt;
    return std::move(again.front());
  }

  const OpenFile& file_;
  const Binder& binder_;
};

}  // namespace
}  // namespace dataset

Loaded<std::vector<Proposal>> propose(std::span<const std::string> paths,
                                      const Framework& framework) {
  Loaded<std::vector<Proposal>> loaded;
  loaded.value.emplace();
  const dataset::Binder binder(framework);
  std::vector<dataset::Description> all;
  for (const DataSource& source : dataset::list_sources(paths, {}, loaded.diagnostics)) {
    dataset::Faults faults;
    std::vector<dataset::Description> tables{dataset::unread(source)};
    if (const auto file = dataset::OpenFile::open(source.file, faults))
      tables = dataset::Proposer(*file, binder).propose(source, faults);
    std::ranges::move(tables, std::back_inserter(all));
    for (Diagnostic& diagnostic : faults.listed(source.file))
      loaded.diagnostics.push_back(std::move(diagnostic));
  }
  dataset::leave_out_sums(all);
  for (dataset::Description& one : all) loaded->push_back(std::move(one.proposal));
  return loaded;
}

}  // namespace tijian

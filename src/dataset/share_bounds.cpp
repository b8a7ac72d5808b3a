#include <algorithm>
#include <array>

#include "base/catalogue.h"
#include "base/csv_file.h"
#include "base/spelling.h"
#include "dataset/cell.h"
#include "tijian/apportionment.h"

namespace tijian {
namespace {

constexpr std::array<std::array<const char*, 2>, 3> bounds_columns{
    {{"place", "评价单元"}, {"low", "下限"}, {"high", "上限"}}};

class BoundsReader {
 public:
  explicit BoundsReader(const base::CsvFile& file) : file_(file) { column_.fill(-1); }

  Loaded<std::vector<ShareBounds>> read(std::vector<Diagnostic> problems) {
    problems_ = std::move(problems);
    std::vector<ShareBounds> all;
    if (read_header())
      for (const base::CsvFile::Row& row : file_.rows) all.push_back(bounds_of(row));
    if (has_errors(problems_)) return {{}, std::move(problems_)};
    return {std::move(all), std::move(problems_)};
  }

 private:
  void report(std::string_view code, const Citation& where,
              std::initializer_list<base::Argument> arguments = {}) {
    problems_.push_back(base::make_diagnostic(code, where, arguments));
  }

  bool read_header() {
    for (std::size_t i = 0; i < file_.header.size(); ++i) {
      const std::string key = base::name_key(file_.header[i]);
      const auto found = std::ranges::find_if(
          bounds_columns, [&](const auto& names) { return key == names[0] || key == names[1]; });
      const Citation where = file_.cite(file_.header_line, i);
      if (found == bounds_columns.end()) {
        report("C337", where, {{"found", base::excerpt(file_.header[i])}});
        continue;
      }
      int& slot = column_[found - bounds_columns.begin()];
      if (slot >= 0)
        report("C317", where,
               {{"first", file_.header[slot]}, {"second", file_.header[i]}, {"role", (*found)[0]}});
      slot = static_cast<int>(i);
    }
    if (column_[0] >= 0) return true;
    report("C316", file_.cite(file_.header_line, 0),
           {{"found", file_.header[0]}, {"names", {"place", "评价单元"}}});
    return false;
  }

  ShareBounds bounds_of(const base::CsvFile::Row& row) {
    ShareBounds bounds{row.cells[column_[0]], number(row, column_[1]), number(row, column_[2]),
                       file_.cite(row.line, column_[0])};
    if (bounds.place.empty()) report("C321", bounds.where);
    return bounds;
  }

  std::optional<double> number(const base::CsvFile::Row& row, int column) {
    if (column < 0) return {};
    const dataset::Cell cell = cells_.read(row.cells[column]);
    using Kind = dataset::Cell::Kind;
    if (cell.kind == Kind::missing) return {};
    if (cell.kind == Kind::number && cell.ratio == 0) return cell.value;
    report(cell.kind == Kind::infinite ? "C312" : "C311", file_.cite(row.line, column),
           {{"cell", base::excerpt(row.cells[column])}, {"name", file_.header[column]}});
    return {};
  }

  const base::CsvFile& file_;
  dataset::CellReader cells_;
  std::array<int, 3> column_;
  std::vector<Diagnostic> problems_;
};

}  // namespace

Loaded<std::vector<ShareBounds>> load_share_bounds(const std::string& path) {
  std::vector<Diagnostic> problems;
  const auto file = base::read_csv(path, problems);
  if (!file) return {{}, std::move(problems)};
  return BoundsReader(*file).read(std::move(problems));
}

}  // namespace tijian

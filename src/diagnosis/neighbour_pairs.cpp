#include "diagnosis/neighbour_pairs.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/cell.h"

namespace tijian::diagnosis {
namespace {

constexpr std::array<std::array<const char*, 2>, 3> pair_columns{
    {{"place", "评价单元"}, {"neighbour", "相邻单元"}, {"weight", "权重"}}};

/// Reads pairs of places from a table.
class PairReader {
 public:
  PairReader(const base::CsvFile& file, const PlaceNames& names, std::vector<Diagnostic>& problems)
      : file_(file), names_(names), problems_(problems) {
    column_.fill(-1);
  }

  Neighbours read() {
    if (read_header())
      for (const base::CsvFile::Row& row : file_.rows) add(row);
    return std::move(out_);
  }

 private:
  Diagnostic& report(std::string_view code, const Citation& where,
                     std::initializer_list<base::Argument> arguments = {}) {
    problems_.push_back(base::make_diagnostic(code, where, arguments));
    return problems_.back();
  }

  bool read_header() {
    for (std::size_t i = 0; i < file_.header.size(); ++i) {
      const std::string key = base::name_key(file_.header[i]);
      const auto found = std::ranges::find_if(
          pair_columns, [&](const auto& names) { return key == names[0] || key == names[1]; });
      const Citation where = file_.cite(file_.header_line, i);
      if (found == pair_columns.end()) {
        report("C361", where, {{"found", base::excerpt(file_.header[i])}});
        continue;
      }
      int& slot = column_[found - pair_columns.begin()];
      if (slot >= 0)
        report("C317", where,
               {{"first", file_.header[slot]}, {"second", file_.header[i]}, {"role", (*found)[0]}});
      slot = static_cast<int>(i);
    }
    for (const std::size_t k : {0, 1})
      if (column_[k] < 0)
        report("C360", file_.cite(file_.header_line, 0),
               {{"name", {pair_columns[k][0], pair_columns[k][1]}}});
    return column_[0] >= 0 && column_[1] >= 0;
  }

  void add(const base::CsvFile::Row& row) {
    const std::string* place = place_at(row, column_[0]);
    const std::string* neighbour = place_at(row, column_[1]);
    const double weight = weight_of(row);
    if (!place || !neighbour || !(weight > 0)) return;
    const Citation where = file_.cite(row.line, column_[1]);
    if (*place == *neighbour) {
      report("C363", where, {{"place", *place}});
      return;
    }
    const auto [first, second] = std::minmax(*place, *neighbour);
    const auto [known, fresh] = known_.try_emplace(
        std::pair<std::string, std::string>(first, second), std::pair(weight, where));
    if (fresh)
      out_.pairs.push_back({*place, *neighbour, weight});
    else if (known->second.first != weight)
      report("C364", where, {{"place", *place}, {"neighbour", *neighbour}})
          .also.push_back(known->second.second);
  }

  const std::string* place_at(const base::CsvFile::Row& row, int column) {
    const std::string& cell = row.cells[column];
    const Citation where = file_.cite(row.line, column);
    if (cell.empty()) {
      report("C321", where);
      return nullptr;
    }
    const std::string* place = names_.find(cell);
    if (!place && told_.insert(cell).second) problems_.push_back(names_.unknown(cell, where));
    return place;
  }

  /// 0, and C362, where it is none.
  double weight_of(const base::CsvFile::Row& row) {
    if (column_[2] < 0) return 1;
    const std::string& text = row.cells[column_[2]];
    const dataset::Cell cell = cells_.read(text);
    if (cell.kind == dataset::Cell::Kind::number && cell.ratio == 0 && cell.value > 0)
      return cell.value;
    report("C362", file_.cite(row.line, column_[2]), {{"cell", base::excerpt(text)}});
    return 0;
  }

  const base::CsvFile& file_;
  const PlaceNames& names_;
  std::vector<Diagnostic>& problems_;
  dataset::CellReader cells_;
  std::array<int, 3> column_;
  std::set<std::string> told_;
  /// Pairs, the smaller name first: their weight, and where they stand.
  std::map<std::pair<std::string, std::string>, std::pair<double, Citation>> known_;
  Neighbours out_;
};

}  // namespace

Neighbours read_pairs(const base::CsvFile& file, const PlaceNames& names,
                      std::vector<Diagnostic>& problems) {
  return PairReader(file, names, problems).read();
}

}  // namespace tijian::diagnosis

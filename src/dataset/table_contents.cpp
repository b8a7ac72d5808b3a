#include "dataset/table_contents.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/spelling.h"
#include "dataset/cells.h"
#include "dataset/table_reader.h"
#include "dataset/total_names.h"
#include "dataset/total_rows.h"
#include "dataset/year_suffix.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

/// Of a longer one, sums are looked for when it is read.
constexpr long most_rows_added_up = 10'000;
constexpr double most_by_chance = 1e-3;

class Looking {
 public:
  Looking(const DataFile& file, const Binder& binder)
      : file_(file), header_(file.header), binder_(binder), years_(header_.cells.size(), true) {}

  TableContents look() {
    Faults ignored;
    RowReader(file_, ignored)([&](const base::CsvRow& row) { look_at(row); });
    if (others_) found_.totals.assign(totals_.begin(), totals_.end());  // else they are the places
    found_.odd.assign(odd_.begin(), odd_.end());
    for (std::size_t i = 0; rows_ > 0 && i < header_.cells.size(); ++i)
      if (years_[i] && is_unknown(header_.cells[i])) found_.years.push_back(header_.cells[i].name);
    if (rows_ <= most_rows_added_up) {
      add_up();
      add_up_unknown();
    }
    return std::move(found_);
  }

 private:
  static bool is_unknown(const HeaderCell& cell) {
    return cell.data && cell.variable.empty() && cell.attribute < 0 && !cell.name.empty();
  }

  void look_at(const base::CsvRow& row) {
    ++rows_;
    if (const int place = header_.cell(Role::place); place >= 0) {
      const std::string_view name = base::trimmed(row.cells[place]);
      if (rows_ <= most_rows_added_up) names_.emplace_back(name);
      if (names_total(name))
        totals_.insert(std::string(name));
      else
        others_ = true;
    }
    for (std::size_t i = 0; i < header_.cells.size(); ++i) {
      const std::string_view text = base::trimmed(row.cells[i]);
      if (header_.cells[i].data && !header_.cells[i].variable.empty()) note_odd(text);
      if (is_unknown(header_.cells[i]) && rows_ <= most_rows_added_up)
        unknown_[i].push_back(whole_number(text));
      if (years_[i]) years_[i] = is_year(text);
    }
  }

  void note_odd(std::string_view text) {
    constexpr std::size_t most = 8;
    const auto kind = file_.cells.read(text).kind;
    found_.commas |= kind == Cell::Kind::comma;
    if (kind == Cell::Kind::number || kind == Cell::Kind::missing || odd_.size() >= most) return;
    odd_.insert(base::excerpt(text));
  }

  static bool is_year(std::string_view text) {
    const auto period = period_named(text);
    return period && is_usual_year(period->year);
  }

  void add_up() {
    Faults ignored;
    const FileTable table = read_cells(file_, binder_, ignored);
    found_.places = {table.data.rows.places.begin(), table.data.rows.places.end()};
    const auto nowhere = [](Index, Index) { return Citation{}; };
    for (const Doubt& doubt : find_total_rows(table.data, binder_.framework(), nowhere))
      if (std::ranges::find(found_.sums, doubt.place) == found_.sums.end())
        found_.sums.push_back(doubt.place);
  }

  double whole_number(std::string_view text) const {
    const Cell cell = file_.cells.read(text);
    const bool whole = cell.kind == Cell::Kind::number && cell.value == std::floor(cell.value);
    return whole ? cell.value : missing;
  }

  /// Columns that the framework does not know tell a total too: one row that is the sum of all
  /// others, exactly, in two of them and more.
  void add_up_unknown() {
    std::map<std::size_t, std::pair<int, double>> agree;  // columns, and how many would by chance
    for (const auto& [cell, values] : unknown_) {
      double sum = 0;
      for (const double value : values) sum += value;
      const auto largest = std::ranges::max_element(values) - values.begin();
      if (!(sum > 0) || values.size() != names_.size() || 2 * values[largest] != sum) continue;
      auto& [columns, by_chance] =
          agree.try_emplace(largest, 0, static_cast<double>(values.size())).first->second;
      ++columns;
      by_chance /= sum;
    }
    for (const auto& [row, found] : agree)
      if (found.first > 1 && found.second <= most_by_chance &&
          std::ranges::find(found_.sums, names_[row]) == found_.sums.end())
        found_.sums.push_back(names_[row]);
  }

  const DataFile& file_;
  const Header& header_;
  const Binder& binder_;
  TableContents found_;
  std::vector<std::string> names_;                      ///< of places, by row
  std::map<std::size_t, std::vector<double>> unknown_;  ///< by cell; NaN: no whole number
  std::set<std::string> totals_, odd_;
  std::vector<bool> years_;  ///< by cell
  bool others_ = false;
  long rows_ = 0;
};

}  // namespace

TableContents look_into(const DataFile& file, const Binder& binder) {
  return Looking(file, binder).look();
}

}  // namespace tijian::dataset

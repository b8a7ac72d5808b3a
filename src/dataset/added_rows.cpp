#include "dataset/added_rows.h"

#include <algorithm>
#include <set>

#include "base/catalogue.h"
#include "dataset/place_reader.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

template <class T>
void enlarge(Matrix<T>& matrix, Index rows, Index columns, T fill) {
  if (matrix.empty() || (matrix.rows() == rows && matrix.cols() == columns)) return;
  Matrix<T> larger(rows, columns, fill);
  for (Index column = 0; column < matrix.cols(); ++column)
    std::ranges::copy(matrix.column(column), larger.column(column).begin());
  matrix = std::move(larger);
}

class AboveRows {
 public:
  AboveRows(const Framework& framework, const PartNames& parts, Rows& rows)
      : framework_(framework), parts_(parts), rows_(rows), finder_(rows) {}

  /// Places that were added, with how many parts they have.
  std::vector<Text> add() {
    for (Index first = 0; first < rows_.size();) {
      look_for_wanted(first);
      first = rows_.size();
      add_complete();
      add_listed_attributes(framework_, rows_);
    }
    std::vector<Text> names;
    for (const std::string& place : added_) {
      const std::size_t count = parts_.of(place).size();
      names.push_back(
          {fmt::format("{} ({})", place, count), fmt::format("{}（{}）", place, count)});
    }
    return names;
  }

 private:
  using Wanted = std::pair<std::string, Period>;

  void look_for_wanted(Index first) {
    const Attribute* parent = rows_.attribute(parent_attribute);
    for (Index row = first; row < rows_.size(); ++row)
      if (const std::string_view above = parent->at(row);
          !above.empty() && finder_.find(above, rows_.period[row]) < 0)
        wanted_.emplace(above, rows_.period[row]);
  }

  /// A row that was added may complete another's parts: those are looked at again.
  void add_complete() {
    for (auto wanted = wanted_.begin(); wanted != wanted_.end();) {
      const auto& [place, period] = *wanted;
      const Attribute& parent = *rows_.attribute(parent_attribute);
      if (parts_.absent(place, period, finder_, parent).empty()) {
        add_row(place, period);
        wanted = wanted_.erase(wanted);
      } else {
        ++wanted;
      }
    }
  }

  void add_row(const std::string& place, const Period& period) {
    const auto known = std::ranges::find(rows_.places, place) - rows_.places.begin();
    if (known == std::ssize(rows_.places)) rows_.places.push_back(place);
    for (Attribute& attribute : rows_.attributes)
      attribute.of_row.push_back(in_other_periods(attribute, static_cast<std::int32_t>(known)));
    rows_.place.push_back(static_cast<std::int32_t>(known));
    rows_.period.push_back(period);
    finder_.add(rows_);
    added_.insert(place);
  }

  std::int32_t in_other_periods(const Attribute& attribute, std::int32_t place) const {
    for (std::size_t row = 0; row < rows_.place.size(); ++row)
      if (rows_.place[row] == place && attribute.of_row[row] >= 0) return attribute.of_row[row];
    return -1;
  }

  const Framework& framework_;
  const PartNames& parts_;
  Rows& rows_;
  RowFinder finder_;
  std::set<Wanted> wanted_;
  std::set<std::string> added_;
};

}  // namespace

void grow(Dataset& data) {
  const Index rows = data.rows.size(), columns = std::ssize(data.columns);
  enlarge(data.values, rows, columns, missing);
  enlarge(data.source, rows, columns, std::int16_t{-1});
  enlarge(data.standard_error, rows, columns, missing);
  enlarge(data.rounding, rows, columns, 0.0);
  enlarge(data.parts, rows, columns, std::int32_t{0});
}

void add_rows_above(const Framework& framework, const PartNames& parts, Dataset& data,
                    std::vector<Diagnostic>& diagnostics) {
  const std::vector<Text> added = AboveRows(framework, parts, data.rows).add();
  if (added.empty()) return;
  grow(data);
  diagnostics.push_back(base::make_diagnostic(
      "B452", {}, {{"count", std::to_string(added.size())}, {"names", base::some_of(added)}}));
}

}  // namespace tijian::dataset

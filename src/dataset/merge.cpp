#include "dataset/merge.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/catalogue.h"
#include "base/huge_pages.h"
#include "dataset/check.h"
#include "dataset/disagreement.h"
#include "dataset/held.h"
#include "dataset/misplaced.h"
#include "dataset/rows.h"
#include "dataset/source_table.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

/// The first value of a column; null where a dataset does not keep such values.
template <class Values>
auto* begin_of(Values& values, Index column) {
  return values.empty() ? nullptr : values.column(column).data();
}

constexpr std::int32_t no_table = -1;  ///< no table gave the value

class Merger {
 public:
  Merger(std::vector<FileTable>& tables, const Framework& framework, Faults& faults)
      : tables_(tables),
        framework_(framework),
        faults_(faults),
        attributes_(attribute_names()),
        misplaced_(find_misplaced(tables, framework)),
        rows_(attributes_) {
    for (const Place& place : framework.places) listed_.insert(place.name);
  }

  Dataset merge() {
    for (const FileTable& table : tables_) map_rows(table);
    for (const FileTable& table : tables_) map_columns(table);
    make_arrays();
    for (std::size_t i = 0; i < tables_.size(); ++i) add_values(i);
    for (const Misplaced& one : misplaced_) faults_.add(misplaced_told(one, tables_));
    for (const auto& [pair, told] : rounded_) faults_.add(told);
    merged_.sources = sources_.take();
    return std::move(merged_);
  }

 private:
  std::vector<std::string> attribute_names() const {
    std::vector<std::string> names;
    for (const FileTable& table : tables_)
      for (const Attribute& attribute : table.data.rows.attributes)
        if (std::ranges::find(names, attribute.name) == names.end())
          names.push_back(attribute.name);
    return names;
  }

  void map_rows(const FileTable& table) {
    const Rows& rows = table.data.rows;
    auto& of_table = row_of_.emplace_back();
    const std::vector<char> known = known_places(rows);
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
      if (!known[rows.place[row]]) {
        of_table.push_back(-1);
        continue;
      }
      const int merged = rows_.find_or_add(rows_.place(rows.place_of(row)), rows.period[row]);
      of_table.push_back(merged);
      for (const Attribute& attribute : rows.attributes)
        add_attribute(table, attribute, row, merged);
    }
  }

  /// Which of the places the framework's list has, where there is one; others are told (B457).
  std::vector<char> known_places(const Rows& rows) const {
    std::vector<char> known;
    for (const std::string& place : rows.places)
      known.push_back(framework_.places.empty() || listed_.contains(place));
    return known;
  }

  void add_attribute(const FileTable& table, const Attribute& attribute, int row, int merged) {
    const int number =
        static_cast<int>(std::ranges::find(attributes_, attribute.name) - attributes_.begin());
    const std::string_view given = attribute.at(row), before = rows_.attribute(merged, number);
    if (given.empty() || given == before) return;
    if (before.empty()) return rows_.set_attribute(merged, number, given);
    faults_.add("C329", [&] {
      Diagnostic fault = base::make_diagnostic("C329", cite_row(table, row),
                                               {{"attribute", attribute.name},
                                                {"place", table.data.rows.place_of(row)},
                                                {"first", std::string(before)},
                                                {"second", std::string(given)}});
      fault.also.push_back(first_row_with(attribute.name, merged));
      return fault;
    });
  }

  static Citation cite_row(const FileTable& table, int row) {
    return {table.path, table.row_line[row], 0, table.sheet};
  }

  /// The first row of that place and period that has the attribute.
  Citation first_row_with(const std::string& attribute, int merged) const {
    for (std::size_t i = 0; i < row_of_.size(); ++i) {
      const Attribute* texts = tables_[i].data.rows.attribute(attribute);
      const auto row = std::ranges::find(row_of_[i], merged);
      if (!texts || row == row_of_[i].end()) continue;
      const int r = static_cast<int>(row - row_of_[i].begin());
      if (!texts->at(r).empty()) return cite_row(tables_[i], r);
    }
    return {};
  }

  void map_columns(const FileTable& table) {
    auto& of_table = column_of_.emplace_back();
    for (const DataColumn& column : table.data.columns) {
      Binding binding;
      binding.variable = column.variable;
      binding.indicator = column.indicator;
      of_table.push_back(columns_.add(binding, column.where));
    }
  }

  void make_arrays() {
    merged_.rows = rows_.take();
    merged_.columns = columns_.all();
    const auto rows = merged_.rows.size();
    const auto columns = static_cast<Eigen::Index>(merged_.columns.size());
    base::assign_large(merged_.values, rows, columns, missing);
    base::assign_large(holder_, rows, columns, no_table);
    const auto any = [&](auto member) {
      return std::ranges::any_of(
          tables_, [&](const FileTable& table) { return !(table.data.*member).empty(); });
    };
    if (any(&Dataset::source)) base::assign_large(merged_.source, rows, columns, std::int16_t{-1});
    if (any(&Dataset::standard_error))
      base::assign_large(merged_.standard_error, rows, columns, missing);
    if (any(&Dataset::rounding)) base::assign_large(merged_.rounding, rows, columns, 0.0);
  }

  void add_values(std::size_t number) {
    const Dataset& data = tables_[number].data;
    std::vector<int> sources;
    for (const Source& source : data.sources) sources.push_back(sources_.add(source));
    for (int column = 0; column < static_cast<int>(data.columns.size()); ++column)
      add_column(number, column, sources);
  }

  void add_column(std::size_t number, int column, const std::vector<int>& sources) {
    const Dataset& data = tables_[number].data;
    const std::vector<int>& to_row = row_of_[number];
    const int to_column = column_of_[number][column];
    const auto *values = begin_of(data.values, column),
               *errors = begin_of(data.standard_error, column),
               *rounding = begin_of(data.rounding, column);
    const auto* source = begin_of(data.source, column);
    auto *to_values = begin_of(merged_.values, to_column),
         *to_errors = begin_of(merged_.standard_error, to_column),
         *to_rounding = begin_of(merged_.rounding, to_column);
    auto* to_source = begin_of(merged_.source, to_column);
    auto* holder = begin_of(holder_, to_column);
    for (std::size_t row = 0; row < to_row.size(); ++row) {
      const int at = to_row[row];
      if (at < 0 || !(values[row] == values[row])) continue;
      if (holder[at] != no_table && !replaces(number, static_cast<int>(row), column)) continue;
      holder[at] = static_cast<std::int32_t>(number);
      to_values[at] = values[row];
      if (to_errors) to_errors[at] = errors ? errors[row] : missing;
      if (to_rounding) to_rounding[at] = rounding ? rounding[row] : 0;
      if (to_source)
        to_source[at] = source && source[row] >= 0 ? static_cast<std::int16_t>(sources[source[row]])
                                                   : std::int16_t{-1};
    }
  }

  /// Whether a value goes before the one that another row or table gave: that of a better source,
  /// or the same with more digits.
  bool replaces(std::size_t number, int row, int column) {
    const FileTable& table = tables_[number];
    const int to_row = row_of_[number][row], to_column = column_of_[number][column];
    const int rank = tables_[holder_(to_row, to_column)].rank;
    if (table.rank != rank) return table.rank < rank;
    const double before = merged_.values(to_row, to_column);
    const double half = half_unit(table.data, row, column),
                 held = half_unit(merged_, to_row, to_column);
    if (!agree(before, held, table.data.values(row, column), half)) {
      conflict(number, row, column, before);
      return false;
    }
    if (half != held) note_rounded(number, row, column, half > held);
    return half < held;
  }

  /// Of two tables that agree but for rounding the first such figure, and how many there are.
  void note_rounded(std::size_t number, int row, int column, bool here_is_coarser) {
    const FileTable& table = tables_[number];
    const int to_row = row_of_[number][row], to_column = column_of_[number][column];
    const int holder = holder_(to_row, to_column), own = static_cast<int>(number);
    const double value = table.data.values(row, column);
    const double before = merged_.values(to_row, to_column);
    if (holder == own || agree(before, 0, value, 0)) return;
    if (const auto known = rounded_.find({holder, own}); known != rounded_.end()) {
      ++known->second.count;
      return;
    }
    Figure coarse{table.cite(row, column), value}, fine{first_citation(to_row, to_column), before};
    if (!here_is_coarser) std::swap(coarse, fine);
    rounded_.emplace(std::pair{holder, own},
                     two_figures("B479", row_name(table.data.rows, row),
                                 held_by(table.data.columns[column], framework_), coarse, fine));
  }

  static double half_unit(const Dataset& data, int row, int column) {
    return data.rounding.empty() ? 0 : std::abs(data.rounding(row, column));
  }

  /// Rows that are given twice in a table, and what stands in a file by mistake, is told once.
  void conflict(std::size_t number, int row, int column, double before) {
    const FileTable& table = tables_[number];
    const Dataset& data = table.data;
    const int to_row = row_of_[number][row], to_column = column_of_[number][column];
    const int holder = holder_(to_row, to_column), own = static_cast<int>(number);
    if (holder == own) return;
    const auto pair = std::ranges::find_if(
        misplaced_, [&](const Misplaced& one) { return one.is_pair(holder, own); });
    if (pair != misplaced_.end()) {
      if (pair->differing++ == 0)
        pair->first =
            pair->table == own ? table.cite(row, column) : first_citation(to_row, to_column);
      return;
    }
    faults_.add("C331", [&] {
      const DataColumn& target = data.columns[column];
      const Settled settled =
          who_is_right(framework_, target, table, tables_[static_cast<std::size_t>(holder)]);
      Figure odd{table.cite(row, column), data.values(row, column)};
      Figure other{first_citation(to_row, to_column), before};
      if (settled.here_counts) std::swap(odd, other);
      Diagnostic fault =
          two_figures("C331", row_name(data.rows, row), held_by(target, framework_), odd, other);
      if (settled.hint != Text{}) fault.hint = settled.hint;
      return fault;
    });
  }

  /// Where the merged value of a cell comes from.
  Citation first_citation(int row, int column) const {
    const std::int32_t table = holder_(row, column);
    if (table < 0) return {};
    const auto& rows = row_of_[table];
    const auto& columns = column_of_[table];
    const auto r = std::ranges::find(rows, row) - rows.begin();
    const auto c = std::ranges::find(columns, column) - columns.begin();
    return tables_[table].cite(static_cast<int>(r), static_cast<int>(c));
  }

  std::vector<FileTable>& tables_;
  const Framework& framework_;
  Faults& faults_;
  std::vector<std::string> attributes_;
  std::vector<Misplaced> misplaced_;
  std::set<std::string_view> listed_;
  RowBuilder rows_;
  ColumnSet columns_;
  SourceTable sources_;
  std::vector<std::vector<int>> row_of_, column_of_;  ///< by table; -1: of no known place
  Dataset merged_;
  Matrix<std::int32_t> holder_;                        ///< the table that a value is from
  std::map<std::pair<int, int>, Diagnostic> rounded_;  ///< by two tables: B479
};

}  // namespace

Dataset merge(std::vector<FileTable>& tables, const Framework& framework, Faults& faults,
              bool sound) {
  if (tables.size() > 1 || !sound) return Merger(tables, framework, faults).merge();
  Dataset& only = tables.front().data;
  std::vector<DataColumn> columns = only.columns;
  Dataset merged = std::move(only);
  only.columns = std::move(columns);
  return merged;
}

}  // namespace tijian::dataset

#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/doubt.h"
#include "tijian/framework.h"
#include "tijian/matrix.h"
#include "tijian/period.h"

namespace tijian {

/// A text column of the data: `of_row[r]` indexes `values`; -1 where the cell is empty.
struct Attribute {
  std::string name;
  std::vector<std::string> values;
  std::vector<std::int32_t> of_row;

  /// The text of a row, or empty. UsageError where there is no such row.
  std::string_view at(Index row) const;
};

/// The rows of a table: (place, period) pairs in the data's order, each pair once.
struct Rows {
  std::vector<std::string> places;  ///< distinct names
  std::vector<std::int32_t> place;  ///< one a row: which of `places`
  std::vector<Period> period;       ///< one a row
  std::vector<Attribute> attributes;

  Index size() const { return static_cast<Index>(place.size()); }
  /// UsageError where there is no such row.
  const std::string& place_of(Index row) const;
  /// The row of a place's period, or -1 where there is none. It looks at every row.
  Index find(std::string_view place, const Period&) const;
  /// Null where there is no such attribute.
  const Attribute* attribute(std::string_view name) const;
};

/// Where values come from: one entry for each distinct (source, confidence) of the data.
struct Source {
  std::string text;
  std::string confidence;
  bool synthetic = false;  ///< the file's name or the source says synthetic, 合成 or 模拟
};

/// A column of the dataset: a variable, or an indicator's value given directly.
struct DataColumn {
  int variable = -1;   ///< index in Framework::variables, or
  int indicator = -1;  ///< index in Framework::indicators
  Citation where;      ///< its header (wide) or first cell (long)
};

/// Places x periods x variables. Values are in the units of the framework.
struct Dataset {
  Rows rows;
  std::vector<DataColumn> columns;
  Matrix<double> values;  ///< rows x columns; NaN where missing
  std::vector<Source> sources;
  Matrix<std::int16_t> source;    ///< rows x columns, -1 unknown; empty without any
  Matrix<double> standard_error;  ///< rows x columns; empty without any
  /// rows x columns: half a unit of the last decimal of what the file says, in the column's unit; 0
  /// where it says a whole number, which counts as exact. Empty unless it was asked for.
  Matrix<double> rounding;
  /// rows x columns: of how many places below a value is rolled up, or `by_formula`; 0: it is
  /// given, or missing. Empty where all are.
  Matrix<std::int32_t> parts = {};
  static constexpr std::int32_t by_formula = -1;  ///< by its variable's formula
  std::uint64_t fingerprint = 0;  ///< Framework::fingerprint; 0 where a program filled it
  /// What only reading sees: totals among the places, names, mixed notation. Its warnings are told.
  std::vector<Doubt> doubts = {};
  /// Where a cell was read. Empty unless it was asked for.
  std::function<Citation(Index row, Index column)> cite = {};

  /// The column of a variable, or of an indicator given directly; -1 where there is none.
  Index column_of_variable(int variable) const;
  Index column_of_indicator(int indicator) const;
};

/// Throws a UsageError unless all is of the rows' number and every index is in range. Every
/// function that takes rows calls it.
void check(const Rows&);
/// The same of a dataset, which must be of the framework's columns and, where it knows, read for
/// that framework. Every function that takes a dataset calls it.
void check(const Dataset&, const Framework&);

struct ReadOptions {
  std::vector<std::string> missing = {};  ///< further marks of missing values, such as "-999"
  int skip_lines = 0;                     ///< lines above the header; 0: the header is looked for
  bool strict = false;      ///< surplus and absent columns and implausible values are errors
  bool rounding = false;    ///< keeps how the values were rounded
  bool cite = false;        ///< keeps where each cell was read
  bool skip_notes = false;  ///< passes over lines below the table: 注：, 数据来源：
  /// What the values are where the columns are periods (地区,2024年,2023年): id or title, unit in
  /// brackets. Empty: what a skipped line above the header says (指标：...).
  std::string variable = {};
  int threads = 0;  ///< 0: all cores. The result does not depend on it
};

/// Reads tables and binds their columns to the framework's variables by id or title, converting
/// units. A path is a table (CSV, XLSX, ODS), a folder of them, or a sources.yaml
/// (tijian/data_source.h), which says for each file what `skip_lines`, `skip_notes` and `variable`
/// say for all. Values of several tables for one cell must agree to the digits of the shorter one.
/// All problems of all files are returned.
Loaded<Dataset> read_dataset(std::span<const std::string> paths, const Framework&,
                             const ReadOptions& = {});
Dataset read_dataset_or_throw(std::span<const std::string> paths, const Framework&,
                              const ReadOptions& = {});

}  // namespace tijian

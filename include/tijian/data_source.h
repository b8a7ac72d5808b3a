#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/diagnostic.h"

namespace tijian {

/// What runs down the side or across the top of a table.
enum class Axis { places, periods, variables };
std::string_view to_string(Axis);

/// The form of a table.
struct TableForm {
  bool long_rows = false;  ///< `down: rows`: each row says its place, period and variable
  Axis down = Axis::places;
  std::vector<Axis> across = {};  ///< one, or two where a column is of both: 2020 population
  bool operator==(const TableForm&) const = default;
};

/// Where a table says its places, its periods or its variables. All empty: its header tells.
struct ValueOrigin {
  /// A year at the end of a column's name: crime10, 人口2010. 70 to 99 are of the last century.
  enum class Suffix { none, two_digits, four_digits };

  std::string column = {};  ///< the column that says it
  std::string is = {};      ///< the same for the whole table
  std::string unit = {};    ///< with `is`, of a variable
  std::string in_name =
      {};  ///< a pattern of the file's name, `年鉴_*.csv`: what stands at the star
  std::string in_sheet = {};  ///< the same of the sheet's name
  Suffix suffix = Suffix::none;
  bool operator==(const ValueOrigin&) const = default;
};

/// Rows of a table that are not to be read.
struct LeftOut {
  std::vector<std::string> places = {};  ///< by name: 全市, 合计
  /// By what a column says: {备注: [停用]}
  std::map<std::string, std::vector<std::string>> where = {};
  bool operator==(const LeftOut&) const = default;
};

/// A file of data and how it is read: an entry of sources.yaml. What is left empty is told by the
/// file itself where it has one reading only.
struct DataSource {
  std::string file = {};   ///< its path; may have * in its name
  std::string sheet = {};  ///< of a workbook; empty: the first visible one with a table; all: each
  std::string encoding = {};     ///< utf-8, gb18030, big5, windows-1252, ...
  std::string separator = {};    ///< , ; tab |
  std::string decimal = {};      ///< . or ,
  std::string thousands = {};    ///< the other one, a blank or '
  std::vector<int> header = {};  ///< lines of the header, joined
  int until = 0;                 ///< the last line of the rows; 0: all
  bool skip_notes = false;       ///< passes over lines below the table that are none of its rows
  std::optional<TableForm> layout = {};
  ValueOrigin place = {}, period = {}, variable = {};
  std::map<std::string, std::string> rename = {};  ///< columns or names of variables: to ids
  std::map<std::string, std::string> units = {};   ///< by column or id
  std::map<std::string, std::string> marks = {};   ///< cells that mean a number, or `missing`
  LeftOut leave_out = {};
  int rank = 1;                 ///< 1 goes before 2 where both have a value
  std::string keeper = {};      ///< the department that it comes from
  std::string source = {};      ///< of its values, where they name none
  std::string confidence = {};  ///< of that source
  Citation where = {};          ///< of the entry in sources.yaml
};

/// Reads sources.yaml. Files are relative to it; a pattern stands for the files of that name in
/// their order, each an entry. One that is not there, or a pattern that fits none, is an error.
Loaded<std::vector<DataSource>> load_sources(const std::string& path);

}  // namespace tijian

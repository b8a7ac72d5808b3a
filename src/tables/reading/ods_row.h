#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tables/reading/cell_output.h"
#include "tables/reading/ods_cell.h"
#include "tables/reading/ods_styles.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// The style that columns of an ODS sheet, up to one, give to cells without one of their own.
struct OdsColumnStyle {
  long last = 0;
  std::string style;
};

/// How often an element of a sheet is repeated, or how far it spans.
long ods_count(const XmlReader&, std::string_view attribute);
/// A row or column as an int: what is beyond all limits stays beyond them.
int within_int(long number);

/// A row of an ODS sheet: read once and handed on as often as it is repeated.
class OdsRow {
 public:
  struct Range {
    int first_row, first_column, last_row, last_column;
  };

  OdsRow(XmlReader& xml, const OdsStyles& styles, CellOutput& output)
      : xml_(xml), styles_(styles), output_(output) {}

  /// Reads the row that was just opened; `number` is for messages.
  void read(long number, const std::vector<OdsColumnStyle>&);
  /// Hands it on as the rows from that one on. Merged cells wait for the end of the sheet.
  void write(long first, long count, std::vector<Range>& merged);

 private:
  struct Cell {
    long column = 0, repeated = 1, columns = 1, rows = 1;
    char kind = 0;
    bool formula = false;
    std::size_t begin = 0, size = 0;  ///< in texts_
  };

  void read_cell(const std::vector<OdsColumnStyle>&);
  const std::string& style(const std::vector<OdsColumnStyle>&) const;
  void write(const Cell&, long row, std::vector<Range>& merged);

  XmlReader& xml_;
  const OdsStyles& styles_;
  CellOutput& output_;
  int number_ = 1;
  long column_ = 1;
  std::string row_style_;
  OdsCell cell_;
  std::vector<Cell> cells_;
  std::string texts_;
};

}  // namespace tijian::tables

#include "tables/reading/ods_sheet.h"

#include "tables/reading/ods_row.h"

namespace tijian::tables {
namespace {

class OdsSheetReader {
 public:
  OdsSheetReader(XmlReader& xml, const OdsStyles& styles, CellOutput& output)
      : xml_(xml), output_(output), cells_(xml, styles, output) {}

  /// The sheet, or a group of its rows or columns.
  void read_parts() {
    const int own = xml_.depth();
    while (xml_.child(own)) {
      if (xml_.is(XmlSpace::table, "table-row"))
        read_row();
      else if (xml_.is(XmlSpace::table, "table-column"))
        read_column();
      else if (is_group())
        read_parts();
    }
  }

  void write_merged() const {
    for (const OdsRow::Range& range : merged_)
      output_.merged(range.first_row, range.first_column, range.last_row, range.last_column);
  }

 private:
  bool is_group() const {
    for (const std::string_view name :
         {"table-row-group", "table-rows", "table-header-rows", "table-column-group",
          "table-columns", "table-header-columns"})
      if (xml_.is(XmlSpace::table, name)) return true;
    return false;
  }

  /// Folded away or filtered out.
  bool hidden() const {
    const std::string_view visibility = xml_.attribute(XmlSpace::table, "visibility");
    return visibility == "collapse" || visibility == "filter";
  }

  void read_column() {
    const long first = columns_.empty() ? 1 : columns_.back().last + 1;
    const long last = first + ods_count(xml_, "number-columns-repeated") - 1;
    if (hidden()) output_.hidden_column(within_int(first), within_int(last));
    columns_.push_back(
        {last, xml_.attribute_text(XmlSpace::table, "default-cell-style-name").value_or("")});
  }

  void read_row() {
    const long repeated = ods_count(xml_, "number-rows-repeated");
    if (hidden()) output_.hidden_row(within_int(row_), within_int(row_ + repeated - 1));
    cells_.read(row_, columns_);
    cells_.write(row_, repeated, merged_);
    row_ += repeated;
  }

  XmlReader& xml_;
  CellOutput& output_;
  OdsRow cells_;
  std::vector<OdsColumnStyle> columns_;
  std::vector<OdsRow::Range> merged_;
  long row_ = 1;
};

}  // namespace

void read_ods_sheet(XmlReader& xml, const OdsStyles& styles, CellOutput& output) {
  const std::string name = xml.attribute_text(XmlSpace::table, "name").value_or("");
  const std::string style = xml.attribute_text(XmlSpace::table, "style-name").value_or("");
  output.begin_sheet(name, styles.hides_table(style));
  OdsSheetReader reader(xml, styles, output);
  reader.read_parts();
  reader.write_merged();
  output.end_sheet();
}

}  // namespace tijian::tables

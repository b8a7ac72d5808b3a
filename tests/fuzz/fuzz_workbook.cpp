// Any bytes as a workbook; or, by the first byte, as one of the parts that stand packed in one,
// which no change of a packed workbook would reach. What is handed on is in order and clean.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "tables/reading/byte_source.h"
#include "tables/reading/cell_output.h"
#include "tables/reading/number_text.h"
#include "tables/reading/ods_workbook.h"
#include "tables/reading/read_fault.h"
#include "tables/reading/relationships.h"
#include "tables/reading/table_sink.h"
#include "tables/reading/xlsx_sheet.h"
#include "tables/reading/xlsx_workbook.h"
#include "tables/reading/xml_text.h"

namespace {

using namespace tijian::tables;

void expect(bool holds) {
  if (!holds) std::abort();
}

/// Looks at what comes, and ends what is only long.
struct Watch {
  static constexpr int most_cells = 20'000;
  bool in_sheet = false;
  int row = 0, column = 0;
  int cells = 0;

  void cell(int at_row, int at_column, char kind, std::string_view text) {
    expect(in_sheet && (at_row > row || (at_row == row && at_column > column)));
    expect(at_row > 0 && at_column > 0 && std::strchr("tnpsdbef", kind) && kind != 0);
    expect(!text.empty() && is_clean_text(text));
    row = at_row;
    column = at_column;
    if (++cells > most_cells) fail("rows", "");
  }
};

Watch& self(void* to) { return *static_cast<Watch*>(to); }

void expect_range(int first, int last) { expect(first > 0 && last >= first); }

TijianTableSink sink_of(Watch& watch) {
  return {&watch,
          [](void* to, const char* name, std::size_t size, bool) {
            expect(is_clean_text({name, size}));
            self(to) = {true, 0, 0, self(to).cells};
          },
          [](void* to, int row, int column, char kind, const char* text, std::size_t size, bool) {
            self(to).cell(row, column, kind, {text, size});
          },
          [](void*, int first_row, int first_column, int last_row, int last_column) {
            expect_range(first_row, last_row);
            expect_range(first_column, last_column);
          },
          [](void*, int first, int last) { expect_range(first, last); },
          [](void*, int first, int last) { expect_range(first, last); },
          [](void*) {},
          [](void*, const char* text, std::size_t size) { expect(std::string(text, size) != ""); }};
}

template <class Read>
auto from_text(std::string_view text, const Read& read) {
  HeldBytes source(text);
  XmlReader xml(source, "text");
  return read(xml);
}

/// What cells may refer to: texts and formats of each kind.
const XlsxContext& context() {
  static const XlsxContext made = [] {
    XlsxContext context;
    context.strings = from_text(
        "<sst xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'><si><t>a</t></si><si/></sst>",
        [](XmlReader& xml) { return SharedStrings(xml, "text"); });
    for (const char* code : {"General", "0.0%", "0\"%\"", "yyyy/m/d h:mm", "yyyy\"年\"m\"月\"",
                             "[h]:mm", "[<1]0%;0;@"})
      context.styles.emplace_back(code);
    context.has_styles = true;
    return context;
  }();
  return made;
}

/// A part in a small window, so that its tokens lie across the ends of what has been read.
void read_part(char part, std::string_view bytes, CellOutput& output) {
  HeldBytes source(bytes);
  XmlReader xml(source, "part", 16);
  OdsStyles styles;
  output.begin_sheet("Sheet1", false);
  switch (part) {
    case '1':
      return read_xlsx_sheet(xml, context(), output);
    case '2':
      for (const NumberFormat& format : read_xlsx_styles(xml))
        for (const double number : {-1.5, 0.0, 0.25, 44196.4375}) format.of(number);
      return;
    case '3':
      SharedStrings(xml, "part");
      return;
    case '4':
      xml.root(XmlSpace::sheet, "workbook");
      read_xlsx_workbook(xml);
      return;
    case '5':
      read_relationships(xml, "xl/workbook.xml");
      return;
    default:
      return read_ods_content(xml, styles, output);
  }
}

void read_parts(char part, std::string_view bytes, const TijianTableSink& sink) {
  try {
    CellOutput output(sink);
    read_part(part, bytes, output);
    output.end_sheet();
  } catch (const ReadFault&) {
  }
}

/// One of a format and a number, without XML around it.
void read_format(std::string_view bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const NumberFormat format(bytes.substr(0, end));
  const std::string_view text = bytes.substr(std::min(end + 1, bytes.size()));
  iso_date(text, format.date());
  iso_time(text);
  const auto number = number_of(text);
  if (!number) return;
  const std::string shortest = decimal_text(*number);
  expect(number_of(shortest) == *number);
  if (is_shortest(text)) expect(shortest == text);
  const FormatSection& section = format.of(*number);
  for (const bool from_1904 : {false, true}) serial_date(*number, from_1904, section.date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Watch watch;
  const TijianTableSink sink = sink_of(watch);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.empty() && bytes[0] >= '1' && bytes[0] <= '6')
    read_parts(bytes[0], bytes.substr(1), sink);
  else if (bytes.starts_with('7'))
    read_format(bytes.substr(1));
  else if (bytes.find("BZh") == bytes.npos)  // a bomb takes a second each time
    tijian_read_tables(bytes.data(), bytes.size(), &sink);
  return 0;
}

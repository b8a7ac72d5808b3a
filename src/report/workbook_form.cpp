#include "report/workbook_form.h"

#include "report/workbook_table.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

/// Of the columns of attributes, which stand before that of the variable.
constexpr double widest_attribute = 10;

std::vector<SheetTable::Column> form_columns(const TemplateRows& rows) {
  std::vector<SheetTable::Column> columns;
  for (const std::string& name : rows.header) columns.push_back({name, widest_attribute});
  columns[TemplateRows::place].most = 14;
  columns[TemplateRows::period].most = 8;
  const std::pair<int, double> widths[] = {
      {rows.variable(), 16}, {rows.title(), 24}, {rows.unit(), 10},  {rows.definition(), 44},
      {rows.keeper(), 12},   {rows.value(), 14}, {rows.source(), 22}};
  for (const auto& [column, most] : widths) columns[column].most = most;
  columns[rows.value()].to_fill = columns[rows.source()].to_fill = true;
  return columns;
}

std::vector<std::string> usual_sources(Language say) {
  return {say("annual return", "统计年报"),          say("statistical yearbook", "统计年鉴"),
          say("administrative records", "业务台账"), say("census", "普查"),
          say("sample survey", "抽样调查"),          say("field survey", "实地调查"),
          say("remote sensing", "遥感监测"),         say("estimate", "测算")};
}

std::vector<std::string> titles(const PlaceAttribute& attribute, Language say) {
  std::vector<std::string> all;
  for (const AttributeValue& value : attribute.values)
    all.push_back(value.title.empty() ? value.id : say(value.title));
  return all;
}

/// The rules of the row's open cells.
void add_row_rules(tables::Sheet& sheet, int at, const Framework& framework,
                   const TemplateRows& rows, const TemplateRow& row, Language say) {
  for (int k = 0; k < rows.attributes; ++k) {
    const int column = TemplateRows::first_attribute + k;
    const std::vector<std::string> list = titles(framework.attributes[k], say);
    if (rows.open(row, column) && tables::Sheet::has_room_for(list))
      sheet.choices({at, column, at, column}, list);
  }
  sheet.rule(at, rows.value(),
             figure_rule(framework.variables[row.variable],
                         tables::Sheet::address(at, rows.value()), say));
}

/// General but for how large numbers look: what becomes of `45.5%` in a cell with a format of its
/// own differs between spreadsheets; in one without, it is 45.5 % and says so.
void add_looks(SheetTable& table, const TemplateRows& rows, Language say) {
  tables::Sheet& sheet = table.sheet();
  const auto column = [&](int first, int last) {
    return tables::CellRange{table.first_row(), first, table.last_row(), last};
  };
  const std::string cell = tables::Sheet::address(table.first_row(), rows.value());
  const std::string large =
      "=AND(ISNUMBER(" + cell + "),ABS(N(" + cell + "))>=10000,N(" + cell + ")";
  sheet.number_format(column(rows.value(), rows.value()), large + "=INT(N(" + cell + ")))",
                      "#,##0");
  sheet.number_format(column(rows.value(), rows.value()), large + "<>INT(N(" + cell + ")))",
                      "#,##0.0#######");
  sheet.suggestions(column(rows.source(), rows.source()), usual_sources(say));
  sheet.texts(column(TemplateRows::place, rows.keeper()));
}

void add_form(tables::Workbook& workbook, const Framework& framework, const TemplateRows& rows,
              const std::string& footer, Language say) {
  SheetTable table(workbook.add(say("Form", "填报表")), {}, form_columns(rows));
  for (const TemplateRow& row : rows.rows) {
    for (int column = 0; column <= rows.source(); ++column)
      if (rows.open(row, column))
        table.to_fill(column == rows.value() ? tables::Align::right : tables::Align::left);
      else
        table.text(row.cells[column], column == rows.title());
    table.end_row();
    add_row_rules(table.sheet(), table.last_row(), framework, rows, row, say);
  }
  add_looks(table, rows, say);
  table.finish(TemplateRows::first_attribute, footer);
  table.sheet().protect();
}

/// At the foot of a page & begins a command.
std::string plain_footer(const std::string& text) {
  std::string out;
  for (const char c : cut(text, 80)) out += c == '&' ? "&&" : std::string(1, c);
  return out;
}

}  // namespace

std::string workbook_form(const Framework& framework, const TemplateRows& rows,
                          const std::string& keeper, Language say) {
  const std::string name = say(framework.title) + ' ' + framework.version;
  const std::string title = name + (keeper.empty() ? "" : say(" – ", "　") + keeper);
  const std::string footer = "&L&8" + plain_footer(title) + "&C&8&A&R&8&P / &N";
  tables::Workbook workbook({title, name, "Tijian", say("Arial", "微软雅黑")});
  add_form(workbook, framework, rows, footer, say);
  add_form_help(workbook, framework, rows, title, footer, say);
  return workbook.bytes();
}

}  // namespace tijian::report

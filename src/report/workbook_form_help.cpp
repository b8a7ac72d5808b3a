#include <set>
#include <sstream>

#include "dataset/cell.h"
#include "framework/plausible_words.h"
#include "report/workbook_form.h"
#include "report/workbook_table.h"
#include "tijian/report/layout.h"
#include "tijian/report/message.h"

namespace tijian::report {
namespace {

constexpr int line_width = 118;

std::vector<std::string> rules(Language say) {
  return {
      say("Fill in the tinted cells of the first sheet only; the rest is locked. Columns keep "
          "their names and places.",
          "只填第一张工作表中浅黄色的单元格，其余已锁定；列不改名、不移动、不删除。"),
      say("Value: digits only, in the unit of the row, without the unit and without “about”. Where "
          "the unit is %, 45.5 and 45.5% are both read as 45.5 %; 0.455 is not.",
          "数值：只写数字，单位以本行“单位”列为准，不写单位，不写“约”。单位为 % 的，45.5 和 45.5% "
          "都读作 45.5 %，不要填 0.455。"),
      say("Where you do not have the figure, write NA or —, or leave the cell "
          "empty. Not 0: that is a figure. Each of these is read as missing: {}.",
          "没有这个数时填“暂无”或“—”，也可以留空。不要填 0：0 是一个数。以下写法都读作缺数：{}。",
          joined(dataset::usual_marks(), say(", ", "、"))),
      say("A figure outside what is believable is asked about. Look at its unit and decimal point; "
          "if it is right, keep it and say why in the source.",
          "数值超出合理范围时会有提示。先核对单位和小数点；数确实如此的可以保留，并在来源中说明。"),
      say("Source: where the figure comes from; choose from the list or write your own.",
          "来源：数出自哪里，可从下拉列表中选，也可以自己写，如“2022年统计年报”。"),
      say("Rows can be filtered. Clear the filter before you save: hidden rows are not read.",
          "可以筛选，但保存前要清除筛选：隐藏的行不读取。"),
      say("Save it as XLSX and return it to whoever sent it to you. The sheets are protected "
          "without a password, for mistakes only.",
          "填好后仍存为 XLSX，交回发表单位。工作表的保护没有密码，只为防止误改。")};
}

/// The title, and the rules by number in lines that a page has room for.
std::vector<std::string> help_lines(const std::string& title, Language say) {
  std::vector<std::string> lines{title};
  int number = 0;
  for (const std::string& rule : rules(say)) {
    std::istringstream parts(wrap(std::to_string(++number) + "  " + rule, line_width, 3));
    for (std::string part; std::getline(parts, part);) lines.push_back(part);
  }
  return lines;
}

}  // namespace

void add_form_help(tables::Workbook& workbook, const Framework& framework, const TemplateRows& rows,
                   const std::string& title, const std::string& footer, Language say) {
  SheetTable table(workbook.add(say("How to fill in", "填报说明")),
                   help_lines(title + say(": how to fill in", "填报说明"), say),
                   {{say("Figure", "名称"), 26},
                    {say("Unit", "单位"), 12},
                    {say("Believable", "合理范围"), 26},
                    {say("Definition", "定义"), 64}});
  std::set<int> before;
  for (const TemplateRow& row : rows.rows) {
    if (!before.insert(row.variable).second) continue;
    const Variable& own = framework.variables[row.variable];
    table.text(say(own.title), true).text(own.unit == "1" ? "" : own.unit);
    table.text(own.range.limited() ? say(framework::range_words(own.range, own.unit)) : "");
    table.text(say(own.definition)).end_row();
  }
  table.finish(0, footer);
  table.sheet().protect();
}

}  // namespace tijian::report

#include "report/finding.h"
#include "report/workbook_sheets.h"

namespace tijian::report {
namespace {

constexpr int first_to_fill = 7, due_column = 9, progress_column = 10;

std::vector<SheetTable::Column> advice_columns(Language say) {
  return {{say("No.", "序号")},
          {say("Place", "评价单元"), 12},
          {say("Indicator", "指标"), 20},
          {say("Severity", "严重程度"), 10},
          {say("Problem", "问题"), 34},
          {say("Advice", "整治建议"), 40},
          {say("Department", "责任部门"), 12},
          {say("Measure", "整治措施"), 26, true},
          {say("Responsible person", "责任人"), 10, true},
          {say("Deadline", "完成时限"), 11, true},
          {say("State", "进展状态"), 10, true},
          {say("Progress and remarks", "进展说明"), 20, true}};
}

std::vector<std::string> states(Language say) {
  return {say("not begun", "未开始"), say("under way", "进行中"), say("done", "已完成"),
          say("put off", "暂缓"), say("not needed", "无需整治")};
}

void add_rules(SheetTable& table, Language say) {
  const auto column = [&](int at) {
    return tables::CellRange{table.first_row(), at, table.last_row(), at};
  };
  table.sheet().dates(column(due_column),
                      say("A date, such as 2026-12-31", "填日期，如 2026-12-31"));
  table.sheet().choices(column(progress_column), states(say));
}

}  // namespace

void add_advice_sheet(tables::Workbook& workbook, const WorkbookSubject& subject) {
  const Language say = subject.say;
  const std::vector<const Problem*> own = subject.problems(false);
  SheetTable table(
      workbook.add(say("Advice", "整治建议清单")),
      subject.head(say("what to do", "整治建议清单"),
                   {own.empty() ? subject.no_problem()
                                : say("Tinted cells are for the departments to fill in.",
                                      "浅黄色单元格由责任部门填写。")}),
      advice_columns(say));
  int number = 0;
  for (const Problem* problem : own) {
    const Indicator& indicator = subject.framework().indicators[problem->indicator];
    table.count(++number).text(subject.place(problem->row)).text(say(indicator.title), true);
    table.light(problem->severity, say(title(problem->severity)));
    table.text(finding(subject.diagnosis(), subject.run(), *problem, say));
    table.text(indicator.advice.empty() ? "" : say(indicator.advice)).text(indicator.keeper);
    for (int column = first_to_fill; column <= progress_column + 1; ++column) table.to_fill();
    table.end_row();
  }
  if (number > 0) add_rules(table, say);
  table.finish(3, subject.footer());
}

}  // namespace tijian::report

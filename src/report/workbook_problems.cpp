#include <algorithm>

#include "report/finding.h"
#include "report/problem_words.h"
#include "report/words.h"
#include "report/workbook_sheets.h"

namespace tijian::report {
namespace {

std::vector<SheetTable::Column> problem_columns(Language say) {
  return {{say("No.", "序号")},
          {say("Place", "评价单元"), 12},
          {say("Indicator", "指标"), 20},
          {say("Category", "类别"), 17},
          {say("Severity", "严重程度"), 10},
          {say("Kind", "问题种类"), 12},
          {say("By", "依据"), 8},
          {say("Finding", "问题"), 40},
          {say("Value", "指标值")},
          {say("Unit", "单位"), 10},
          {say("Held against", "对照值")},
          {say("Which is", "对照种类"), 10},
          {say("Gap", "差距")},
          {say("Since", "起始时期")},
          {say("State", "状态"), 10},
          {say("Over at this pace", "照现速解决"), 11},
          {say("Points lost", "失分")},
          {say("Same cause", "共同原因"), 14},
          {say("Department", "责任部门"), 12}};
}

void add_problem_row(SheetTable& table, const WorkbookSubject& subject, const Problem& problem,
                     int number) {
  const Language say = subject.say;
  const Indicator& own = subject.framework().indicators[problem.indicator];
  const bool judged = problem.kind <= ProblemKind::plan;
  const Judgement judgement = subject.run().card.judgement(problem.row, problem.indicator);
  const std::string mark = judged && limit_uncited(own, judgement) ? uncited_mark : "";
  const bool uncited = subject.run().uncited_value(problem.row, problem.indicator);
  table.count(number).text(subject.place(problem.row)).text(say(own.title), true);
  table.text(subject.category(problem.indicator));
  table.light(problem.severity, say(title(problem.severity)));
  table.text(say(title(problem.kind))).text(say(title(problem.aspect)));
  table.text(finding(subject.diagnosis(), subject.run(), problem, say));
  table.number(problem.value, uncited ? uncited_mark : "");
  table.text(own.unit == "1" ? "" : own.unit).number(problem.reference, mark);
  table.text(say(reference_title(problem)));
  table.number(problem.gap, std::max(decimals_of(problem.value), decimals_of(problem.reference)));
  table.text(to_string(problem.since));
  table.text(problem.state == ProblemState::none ? "" : say(title(problem.state)));
  table.text(reach_words(reach_word(subject.diagnosis(), subject.run(), problem), say));
  table.number(problem.points_lost, 2);
  table.text(problem.same_cause < 0 ? ""
                                    : say(subject.framework().variables[problem.same_cause].title));
  table.text(own.keeper).end_row();
}

}  // namespace

void add_problem_sheet(tables::Workbook& workbook, const WorkbookSubject& subject) {
  const Language say = subject.say;
  const std::vector<const Problem*> own = subject.problems(true);
  SheetTable table(workbook.add(say("Problems", "问题清单")),
                   subject.head(say("problems, the gravest first", "问题清单（最严重的在前）"),
                                {own.empty() ? subject.no_problem() : uncited_legend(say)}),
                   problem_columns(say));
  int number = 0;
  for (const Problem* problem : own) add_problem_row(table, subject, *problem, ++number);
  table.finish(3, subject.footer());
}

}  // namespace tijian::report

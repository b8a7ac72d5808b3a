#include "report/data_gaps.h"
#include "report/words.h"
#include "report/workbook_sheets.h"

namespace tijian::report {
namespace {

std::vector<SheetTable::Column> gap_columns(Language say) {
  return {{say("Department", "主管部门"), 16},
          {say("Indicator", "指标"), 26},
          {say("Category", "类别"), 18},
          {say("Places without data", "缺数单元数")},
          {say("Made of", "由哪些数算出"), 36},
          {say("Unit", "单位"), 10},
          {say("Which places", "缺数的评价单元"), 60}};
}

}  // namespace

void add_gap_sheet(tables::Workbook& workbook, const WorkbookSubject& subject) {
  const Language say = subject.say;
  const std::vector<KeeperGaps> gaps = data_gaps(subject.diagnosis(), subject.scope);
  SheetTable table(workbook.add(say("Data gaps", "数据缺口")),
                   subject.head(say("indicators without data, by department", "数据缺口（按部门）"),
                                {gaps.empty() ? say("No figure is missing.", "没有缺数。")
                                              : say("A missing figure is not a good one: what is "
                                                    "not measured is not judged.",
                                                    "缺数不等于正常：没有数的指标不作判断。")}),
                   gap_columns(say));
  for (const KeeperGaps& keeper : gaps)
    for (const DataGap& gap : keeper.gaps) {
      const Indicator& own = subject.framework().indicators[gap.indicator];
      std::string places;
      for (const Index row : gap.rows)
        places += (places.empty() ? "" : say(", ", "、")) + subject.place(row);
      table.text(keeper.keeper).text(say(own.title), true).text(subject.category(gap.indicator));
      table.count(static_cast<int>(gap.rows.size()));
      table.text(formula_words(own.formula, subject.framework(), say));
      table.text(own.unit == "1" ? "" : own.unit).text(places).end_row();
    }
  table.finish(2, subject.footer());
}

}  // namespace tijian::report

#include "base/number.h"
#include "report/data_gaps.h"
#include "report/document_chapters.h"

namespace tijian::report {
namespace {

/// The indicators that a department has not told, with how many places where there are several.
std::string gap_list(const DocumentSubject& subject, const KeeperGaps& keeper) {
  const Language say = subject.say;
  std::string list;
  for (const DataGap& gap : keeper.gaps) {
    const std::string& name = say(subject.framework().indicators[gap.indicator].title);
    list +=
        (list.empty() ? "" : say(", ", "、")) +
        (subject.scope.rows.size() == 1 ? name : say("{} ({})", "{}（{}）", name, gap.rows.size()));
  }
  return list;
}

}  // namespace

void add_gap_chapter(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  document.paragraph(ParagraphStyle::heading1, say("Data gaps by department", "各部门数据缺口"));
  const std::vector<KeeperGaps> gaps = data_gaps(subject.diagnosis(), subject.scope);
  if (gaps.empty())
    return document.paragraph(ParagraphStyle::body, say("No figure is missing.", "没有缺数。"));
  tables::DocumentTable table;
  table.caption = say("Data gaps by department", "各部门数据缺口");
  table.columns = {{say("Department", "主管部门"), 24},
                   {say("Missing", "缺数"), 10, true},
                   {say("Due", "应报"), 10, true},
                   {say("Share", "缺报率"), 10, true},
                   {say("Indicators without data", "缺数的指标"), 46}};
  for (const KeeperGaps& one : gaps)
    table.rows.push_back({{one.keeper.empty() ? say("nobody named", "未写明") : one.keeper, true},
                          {std::to_string(one.missing)},
                          {std::to_string(one.due)},
                          {base::percent(static_cast<double>(one.missing) / one.due)},
                          {gap_list(subject, one)}});
  document.table(table);
  document.paragraph(ParagraphStyle::note,
                     subject.scope.rows.size() == 1
                         ? say("A missing figure is not a good one.", "缺数不等于正常。")
                         : say("In brackets: the number of places without data. A missing figure "
                               "is not a good one.",
                               "括号内为缺数的评价单元个数。缺数不等于正常。"));
}

}  // namespace tijian::report

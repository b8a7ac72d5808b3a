#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "report/document_chapters.h"
#include "report/words.h"

namespace tijian::report {
namespace {

tables::DocumentTable limit_table(const DocumentSubject& subject,
                                  const std::vector<const HardLimit*>& limits, bool with_place) {
  const Language say = subject.say;
  tables::DocumentTable table;
  table.caption = say("Hard limits", "刚性底线");
  if (with_place) table.columns.push_back({say("Place", "评价单元"), 14});
  table.columns.insert(table.columns.end(), {{say("Hard limit", "底线指标"), 21},
                                             {say("Verdict", "判断"), 12},
                                             {say("Value", "指标值"), 14, true},
                                             {say("Limit", "底线"), 18, true},
                                             {say("Left", "余量"), 11, true},
                                             {say("Before", "上期值"), 12, true},
                                             {say("Department", "主管部门"), 15}});
  for (const HardLimit* one : limits) {
    const Indicator& own = subject.framework().indicators[one->indicator];
    const Judgement judgement = subject.run().card.judgement(one->row, one->indicator);
    std::string limit = (one->cap ? "≤ " : "≥ ") + base::readable(one->limit) +
                        (limit_uncited(own, judgement) ? uncited_mark : "");
    if (one->due != 0) limit += say(" ({})", "（{}年）", one->due);
    std::vector<tables::DocumentTable::Cell> cells;
    if (with_place) cells.push_back({subject.place(one->row)});
    const Light light = subject.diagnosis().indicators(one->row, one->indicator).light;
    tables::DocumentTable::Cell verdict = light_cell(light, say);
    verdict.text = say(title(judgement.verdict));
    cells.insert(cells.end(), {{say(own.title), true},
                               verdict,
                               {amount_words(one->value, own)},
                               {limit},
                               {base::readable(one->headroom, 4)},
                               {base::readable(one->last)},
                               {own.keeper}});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

void add_limit_chapter(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  std::vector<const HardLimit*> own, others;
  for (const HardLimit& one : subject.diagnosis().limits) {
    if (one.row == subject.row()) own.push_back(&one);
    if (one.row != subject.row() && subject.scope.holds(one.row) && one.passed)
      others.push_back(&one);
  }
  document.paragraph(ParagraphStyle::heading1, say("Hard limits", "刚性底线"));
  if (own.empty() && others.empty())
    return document.paragraph(ParagraphStyle::body,
                              say("No hard limit is passed.", "没有突破底线的指标。"));
  if (!own.empty()) document.table(limit_table(subject, own, false));
  document.paragraph(ParagraphStyle::note,
                     say("What is left below a limit is no allowance: a hard limit is to be kept. "
                         "Minus: by how much it is passed.",
                         "余量不作新增空间，底线须持续守住；负数为超出的量。"));
  if (others.empty()) return;
  if (subject.row() >= 0)
    document.paragraph(ParagraphStyle::heading2, say("Passed in parts", "所辖单元突破的底线"));
  document.table(limit_table(subject, others, true));
}

}  // namespace tijian::report

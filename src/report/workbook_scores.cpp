#include "report/conclusion.h"
#include "report/problem_words.h"
#include "report/score_lines.h"
#include "report/words.h"
#include "report/workbook_sheets.h"

namespace tijian::report {
namespace {

constexpr int score_decimals = 2;

std::vector<SheetTable::Column> score_columns(Language say) {
  return {{say("Place", "评价单元"), 12},
          {say("Level", "层级"), 8},
          {say("Index or category", "总指数或类别"), 24},
          {say("Light", "灯"), 10},
          {say("Score", "得分")},
          {say("Uncapped", "封顶前")},
          {say("Score before", "上期得分")},
          {say("Change", "变化")},
          {say("Rank", "名次")},
          {say("of", "同类个数")},
          {say("Grade", "等级"), 10},
          {say("Scored", "计分项")},
          {say("of", "应计项")},
          {say("Coverage", "覆盖率")},
          {say("Decided by", "由何指标决定"), 34},
          {say("Remarks", "备注"), 16}};
}

void add_score_row(SheetTable& table, const WorkbookSubject& subject, Index row, std::size_t k) {
  const Language say = subject.say;
  const Scorecard& card = subject.run().card;
  const int node = subject.diagnosis().nodes[k];
  const int column = card.column(node),
            own = card.coverage_column[static_cast<std::size_t>(column)];
  const CategoryReading& reading = subject.diagnosis().categories(row, static_cast<Index>(k));
  const Grade* grade = card.grade(row, column);
  const double score = card.score(row, column);
  const int of = card.ranked_with(row, column);
  const int rank = of > 1 ? card.rank(row, column) : 0;  // who is alone has none
  const std::string mark = subject.run().relative_total(row, node) ? relative_mark : "";
  table.text(subject.place(row)).text(node == 0 ? say("index", "总指数") : say("category", "类别"));
  table.text(say(subject.framework().nodes[node].title), true);
  table.light(reading.light, say(title(reading.light))).number(score, score_decimals, mark);
  table.number(card.uncapped_of(row, column), score_decimals);
  table.number(reading.last, score_decimals).number(score - reading.last, score_decimals);
  table.count(rank).count(of > 1 ? of : 0).text(grade ? say(grade->title) : "");
  table.number(card.scored(row, own), 0).number(card.of(row, own), 0);
  table.share(card.coverage(row, own));
  table.text(worst_words(subject.framework(), subject.diagnosis(), row, reading, say));
  table.text(flag_words(subject.run().flags(row, column), say)).end_row();
}

}  // namespace

void add_score_sheet(tables::Workbook& workbook, const WorkbookSubject& subject) {
  const Language say = subject.say;
  SheetTable table(
      workbook.add(say("Scores", "得分")),
      subject.head(say("index and categories", "总指数与类别得分"), {relative_legend(say)}),
      score_columns(say));
  for (const Index row : subject.scope.rows)
    for (std::size_t k = 0; k < subject.diagnosis().nodes.size(); ++k)
      add_score_row(table, subject, row, k);
  table.finish(3, subject.footer());
}

}  // namespace tijian::report

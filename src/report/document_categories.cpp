#include <array>

#include "base/number.h"
#include "report/conclusion.h"
#include "report/document_chapters.h"

namespace tijian::report {
namespace {

/// Of one row: light, score, last, rank, what decides it.
tables::DocumentTable category_table(const DocumentSubject& subject) {
  const Language say = subject.say;
  const Scorecard& card = subject.run().card;
  tables::DocumentTable table;
  table.columns = {{say("Category", "类别"), 24},    {say("Light", "灯"), 14},
                   {say("Score", "得分"), 10, true}, {say("Before", "上期"), 10, true},
                   {say("Rank", "名次"), 11, true},  {say("Decided by", "由何指标决定"), 31}};
  for (std::size_t k = 0; k < subject.diagnosis().nodes.size(); ++k) {
    const int node = subject.diagnosis().nodes[k], column = card.column(node);
    const CategoryReading& reading =
        subject.diagnosis().categories(subject.row(), static_cast<Index>(k));
    const int rank = card.rank(subject.row(), column), of = card.ranked_with(subject.row(), column);
    table.rows.push_back(
        {{say(subject.framework().nodes[node].title), true},
         light_cell(reading.light, say),
         {base::fixed(card.score(subject.row(), column), 2)},
         {base::fixed(reading.last, 2)},
         {of > 1 ? say("{} of {}", "{}/{}", rank, of) : "—"},
         {worst_words(subject.framework(), subject.diagnosis(), subject.row(), reading, say)}});
  }
  return table;
}

/// Of all places alike: how many are of each light.
tables::DocumentTable category_lights(const DocumentSubject& subject) {
  const Language say = subject.say;
  tables::DocumentTable table;
  table.columns = {{say("Category", "类别"), 40}};
  constexpr std::array shown{Light::red, Light::orange, Light::yellow, Light::green,
                             Light::no_data};
  for (const Light light : shown) table.columns.push_back({say(title(light)), 14, true});
  for (std::size_t k = 0; k < subject.diagnosis().nodes.size(); ++k) {
    std::vector<tables::DocumentTable::Cell> cells{
        {say(subject.framework().nodes[subject.diagnosis().nodes[k]].title), true}};
    for (const Light light : shown) {
      int count = 0;
      for (const Index row : subject.scope.rows)
        count += subject.diagnosis().categories(row, static_cast<Index>(k)).light == light;
      cells.push_back({std::to_string(count)});
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

void add_category_chapter(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  document.paragraph(ParagraphStyle::heading1, say("Categories", "各类别体检结果"));
  tables::DocumentTable table =
      subject.row() >= 0 ? category_table(subject) : category_lights(subject);
  table.caption = say("Categories", "各类别体检结果");
  document.table(table);
  document.paragraph(
      ParagraphStyle::note,
      subject.row() >= 0
          ? say("A light goes by the two worst indicators, a score is a mean: they "
                "may differ. — no score, or no peers to rank with.",
                "灯看最差的两项指标，得分为平均，二者可以不同。— 无得分或无同类可排名。")
          : say("Number of places.", "评价单元个数。"));
}

}  // namespace tijian::report

#include <algorithm>

#include "base/number.h"
#include "report/document_chapters.h"

namespace tijian::report {
namespace {

std::vector<tables::DocumentTable::Cell> place_cells_of(const DocumentSubject& subject, Index row) {
  const Language say = subject.say;
  const Scorecard& card = subject.run().card;
  const int rank = card.rank(row, 0), of = card.ranked_with(row, 0);
  const double uncapped = card.uncapped_of(row, 0);
  const auto count = [&](Light light) {
    int n = 0;
    for (Index j = 0; j < subject.diagnosis().indicators.cols(); ++j)
      n += subject.diagnosis().indicators(row, j).light == light;
    return std::to_string(n);
  };
  const auto problems = std::ranges::count(subject.diagnosis().problems, row, &Problem::row);
  return {{of > 1 && rank > 0 ? say("{} of {}", "{}/{}", rank, of) : "—"},
          {subject.place(row), true},
          {base::fixed(card.score(row, 0), 2)},
          {base::fixed(uncapped, 2, "")},
          {count(Light::red)},
          {count(Light::orange)},
          {std::to_string(problems)},
          {base::percent(card.coverage_of(row, 0))}};
}

}  // namespace

void add_place_chapter(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  if (subject.scope.parts.size() < 2) return;
  document.paragraph(ParagraphStyle::heading1, say("Places", "各评价单元"));
  tables::DocumentTable table;
  table.caption = say("Ranking of places", "评价单元排名");
  table.columns = {{say("Rank", "名次"), 11, true},     {say("Place", "评价单元"), 24},
                   {say("Index", "总指数"), 11, true},  {say("Uncapped", "封顶前"), 13, true},
                   {say(title(Light::red)), 12, true},  {say(title(Light::orange)), 11, true},
                   {say("Problems", "问题"), 13, true}, {say("Coverage", "覆盖率"), 13, true}};
  for (const Index row : subject.scope.parts) table.rows.push_back(place_cells_of(subject, row));
  document.table(table);
  document.paragraph(
      ParagraphStyle::note,
      say("Ranks are among peers of the period. “Uncapped”: the index without the cap of a hard "
          "limit that is passed; those capped alike are ranked by it.",
          "名次为同期同类之间的名次。“封顶前”为不因突破底线封顶的总指数，封顶相同者按此排名。"));
}

}  // namespace tijian::report

#include <algorithm>
#include <cmath>

#include "report/finding.h"
#include "report/html/page_parts.h"
#include "report/residents_file.h"
#include "report/score_lines.h"

namespace tijian::report {
namespace {

/// A light of a period as one letter, as page/src/page.ts has them.
char letter_of(Light light) { return "gyorsdn"[static_cast<std::size_t>(light)]; }

void pack_reading(const PageContent& page, Index row, int j, PackedTable& table) {
  const Run& run = page.run();
  const Reading& reading = page.diagnosis().indicators(row, j);
  const Judgement judgement = run.card.judgement(row, j);
  const int column = run.card.column(page.framework().node_of(j));
  table.add(page.framework().indicators[j].id).add(page.place(row));
  table.add(to_string(reading.light)).add(to_string(reading.arrow));
  for (const Light aspect : reading.aspects) table.add(to_string(aspect));
  table.add(to_string(judgement.verdict)).add(reading.last).add(to_string(reading.last_period));
  table.add(judgement.progress).add(judgement.expected).add(to_string(reading.first_period));
  table.add(reading.pace).add(reading.needed).add(reading.low).add(reading.high);
  table.add(reading.fragile).add(reading.median).add(reading.quartile[0]);
  table.add(reading.quartile[1]).add_count(reading.rank).add_count(reading.of);
  table.add(run.card.score(row, column)).add(flags_to_string(run.flags(row, column))).end_row();
}

/// Readings without anything to tell are left out: the page knows what they are.
bool tells(const PageContent& page, Index row, int j) {
  const Reading& reading = page.diagnosis().indicators(row, j);
  return reading.light != Light::not_applicable || !std::isnan(page.run().card.value(row, j)) ||
         !std::isnan(reading.last);
}

double uncapped_or_score(const Scorecard& card, Index row, int column) {
  const double uncapped = card.uncapped_of(row, column);
  return std::isnan(uncapped) ? card.score(row, column) : uncapped;
}

/// The lights and numbers of a place over the periods; `-` and a gap where it has no row.
template <class LightOf, class NumberOf>
void pack_series(const PageContent& page, const std::string& id, std::size_t place,
                 PackedTable& table, LightOf light_of, NumberOf number_of) {
  std::string lights;
  std::vector<double> numbers;
  for (std::size_t t = 0; t < page.rows.periods().size(); ++t) {
    const Index row = page.rows.row(place, t);
    lights += row < 0 ? '-' : letter_of(light_of(row));
    numbers.push_back(row < 0 ? missing : number_of(row));
  }
  const bool told = lights.find_first_not_of('n') != lights.npos ||
                    std::ranges::any_of(numbers, [](double x) { return !std::isnan(x); });
  if (!told) return;
  table.add(id).add(page.place(page.rows.rows()[place])).add(lights);
  for (const double x : numbers) table.add(x);
  table.end_row();
}

}  // namespace

void pack_readings(const PageContent& page, PackedTable& table) {
  for (int j = 0; j < static_cast<int>(page.framework().indicators.size()); ++j)
    for (const Index row : page.rows.rows())
      if (tells(page, row, j)) pack_reading(page, row, j, table);
}

void pack_categories(const PageContent& page, PackedTable& table) {
  const Scorecard& card = page.run().card;
  for (Index k = 0; k < std::ssize(page.diagnosis().nodes); ++k) {
    const int column = card.column(page.diagnosis().nodes[static_cast<std::size_t>(k)]);
    const int own = card.coverage_column[column];
    for (const Index row : page.rows.rows()) {
      const CategoryReading& reading = page.diagnosis().categories(row, k);
      const Grade* grade = card.grade(row, column);
      std::vector<std::string_view> worst;
      for (const int j : reading.worst)
        if (j >= 0) worst.push_back(page.framework().indicators[j].id);
      table.add(page.framework().nodes[page.diagnosis().nodes[static_cast<std::size_t>(k)]].id);
      table.add(page.place(row)).add(to_string(reading.light)).add_words(worst);
      table.add(card.score(row, column));
      table.add(card.uncapped_of(row, column));
      table.add(grade ? std::string_view(grade->id) : "");
      table.add(static_cast<double>(card.scored(row, own)));
      table.add(static_cast<double>(card.of(row, own))).add(card.coverage(row, own));
      table.add_count(card.rank(row, column)).add(reading.last).end_row();
    }
  }
}

void pack_problems(const PageContent& page, PackedTable& table) {
  const Run& run = page.run();
  const Framework& framework = page.framework();
  for (const auto* problems : {&page.diagnosis().problems, &page.diagnosis().past})
    for (const Problem& one : *problems) {
      if (!page.rows.has(one.row)) continue;
      const Indicator& own = framework.indicators[one.indicator];
      const int leaf = framework.node_of(one.indicator);
      const Node* category = category_of(framework, leaf);
      table.add(page.place(one.row)).add(own.id).add(page.say(own.title));
      table.add(category ? page.say(category->title) : "").add(to_string(one.aspect));
      table.add(to_string(one.kind)).add(to_string(one.severity)).add(one.value).add(own.unit);
      table.add(one.reference).add(reference_kind(one)).add(one.gap).add(to_string(one.since));
      table.add(to_string(one.state));
      table.add(to_string(page.diagnosis().indicators(one.row, one.indicator).arrow));
      table.add(reach_word(page.diagnosis(), run, one)).add(one.points_lost);
      table.add(one.share_of_places);
      table.add(one.same_cause < 0 ? "" : framework.variables[one.same_cause].id);
      table.add(to_string(quadrant_at(page.felt, framework, one))).add(own.keeper);
      table.add(page.say(own.advice)).add(finding(page.diagnosis(), run, one, page.say));
      table.add(flags_to_string(run.flags(one.row, run.card.column(leaf)))).end_row();
    }
}

void pack_values(const PageContent& page, PackedTable& table) {
  for (int j = 0; j < static_cast<int>(page.framework().indicators.size()); ++j)
    for (std::size_t place = 0; place < page.rows.rows().size(); ++place)
      pack_series(
          page, page.framework().indicators[j].id, place, table,
          [&](Index row) { return page.diagnosis().indicators(row, j).light; },
          [&](Index row) { return page.run().card.value(row, j); });
}

void pack_scores(const PageContent& page, PackedTable& table) {
  const Scorecard& card = page.run().card;
  for (Index k = 0; k < std::ssize(page.diagnosis().nodes); ++k) {
    const int node = page.diagnosis().nodes[static_cast<std::size_t>(k)];
    for (std::size_t place = 0; place < page.rows.rows().size(); ++place)
      pack_series(
          page, page.framework().nodes[node].id, place, table,
          [&](Index row) { return page.diagnosis().categories(row, k).light; },
          [&](Index row) { return uncapped_or_score(card, row, card.column(node)); });
  }
}

}  // namespace tijian::report

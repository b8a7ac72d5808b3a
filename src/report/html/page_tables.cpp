#include <algorithm>
#include <deque>

#include "report/html/page_parts.h"

namespace tijian::report {
namespace {

// What is asked of a cell's kind is said in page/src/packed.ts.
constexpr const char* trend_columns =
    "node:w place:w n:n first:w last:w sen:r low:r high:r s:n p:r percentile:r reached:r "
    "earliest:n latest:n";
constexpr const char* limit_columns =
    "place:w node:w value:n limit:n cap:w due:n verdict:w headroom:n last_year:n pace:r needed:r "
    "years:r unmeasured:b";
constexpr const char* weak_point_columns =
    "node:w place:w points_lost:r obstacle:r best_place:w to_best:r last_period:w change:r";
constexpr const char* change_columns =
    "node:w place:w before_period:w light_before:w light:w before:n reference_before:n reference:n "
    "data:r revision:r definition:r threshold:r because:w reason:w";
constexpr const char* residents_columns =
    "place:w node:w survey:w value:n unit:w low:r high:r answers:n felt:w objective:w quadrant:w "
    "importance:r priority:w";
constexpr const char* share_columns =
    "place:w node:w value:n unit:w low:r high:r answers:n pooled:r peers:w";
constexpr const char* reading_columns =
    "node:w place:w light:w arrow:w aspects.plan:w aspects.standard:w aspects.past:w "
    "aspects.peers:w aspects.residents:w verdict:w last_year:n last_period:w progress:r expected:r "
    "first_period:w pace:r needed:r low:n high:n fragile:b peers_median:r lower_quartile:r "
    "upper_quartile:r rank:n of:n score:r flags:w";
constexpr const char* category_columns =
    "node:w place:w light:w worst:l score:r uncapped:r grade:w scored:n of:n coverage:r rank:n "
    "last_year:r";
constexpr const char* problem_columns =
    "place:w node:w title:w category:w aspect:w kind:w severity:w value:n unit:w reference:n "
    "reference_kind:w gap:r since:w state:w trend:w reach:w points_lost:r share_of_places:r "
    "same_cause:w residents:w keeper:w advice:w finding:w flags:w";

const Indicator& indicator_of(const PageContent& page, int indicator) {
  return page.framework().indicators[indicator];
}

/// Those of a list that are of a row the page shows, by node and place: most cells are then the
/// same as above.
template <class Item>
std::vector<const Item*> by_indicator(const PageContent& page, const std::vector<Item>& items) {
  std::vector<const Item*> shown;
  for (const Item& item : items)
    if (page.rows.has(item.row)) shown.push_back(&item);
  std::ranges::stable_sort(shown, {}, [](const Item* item) { return item->indicator; });
  return shown;
}

void pack_trends(const PageContent& page, PackedTable& table) {
  for (const TrendReading* one : by_indicator(page, page.diagnosis().trends)) {
    table.add(indicator_of(page, one->indicator).id).add(page.place(one->row));
    table.add_count(one->n).add(to_string(one->first)).add(to_string(one->last));
    table.add(one->slope).add(one->low).add(one->high).add(one->s).add(one->p);
    table.add(one->percentile).add(one->reached).add(one->earliest).add(one->latest).end_row();
  }
}

void pack_limits(const PageContent& page, PackedTable& table) {
  for (const HardLimit& one : page.diagnosis().limits) {
    if (!page.rows.has(one.row)) continue;
    table.add(page.place(one.row)).add(indicator_of(page, one.indicator).id);
    table.add(one.value).add(one.limit).add(one.cap ? "most" : "least").add_count(one.due);
    table.add(to_string(page.run().card.verdict(one.row, one.indicator))).add(one.headroom);
    table.add(one.last).add(one.pace).add(one.needed).add(one.years);
    table.add(page.diagnosis().indicators(one.row, one.indicator).unmeasured_breach).end_row();
  }
}

void pack_weak_points(const PageContent& page, PackedTable& table) {
  struct Located {
    const WeakPoints* points;
    const WeakPoint* one;
  };
  std::vector<Located> all;
  for (const WeakPoints& points : page.diagnosis().weak)
    if (page.rows.has(points.row))
      for (const WeakPoint& one : points.nodes) all.push_back({&points, &one});
  std::ranges::stable_sort(all, {}, [](const Located& located) { return located.one->node; });
  const Rows& rows = page.diagnosis().rows;
  for (const auto& [points, one] : all) {
    table.add(page.framework().nodes[one->node].id).add(page.place(points->row));
    table.add(one->lost).add(one->obstacle);
    table.add(points->best < 0 ? "" : rows.place_of(points->best)).add(one->to_best);
    table.add(points->before < 0 ? "" : to_string(rows.period[points->before]));
    table.add(one->change).end_row();
  }
}

void pack_changes(const PageContent& page, PackedTable& table) {
  for (const IndicatorChange* one : by_indicator(page, page.diagnosis().changes)) {
    table.add(indicator_of(page, one->indicator).id).add(page.place(one->row));
    table.add(to_string(one->before_period)).add(to_string(one->light_before));
    table.add(to_string(one->light)).add(one->before).add(one->reference_before);
    table.add(one->reference).add(one->data).add(one->revision).add(one->definition);
    table.add(one->threshold).add(to_string(one->because));
    table.add(page.say(title(one->because))).end_row();
  }
}

void pack_residents(const PageContent& page, PackedTable& table) {
  for (const FeltReading& one : page.felt.readings) {
    if (!page.rows.has(one.row)) continue;
    const Indicator& survey = indicator_of(page, one.indicator);
    table.add(page.place(one.row)).add(page.framework().nodes[one.node].id).add(survey.id);
    table.add(one.value).add(survey.unit).add(one.low).add(one.high).add(one.answers);
    table.add(to_string(one.felt)).add(to_string(one.objective)).add(to_string(one.quadrant));
    table.add(one.importance).add(to_string(one.priority)).end_row();
  }
}

void pack_shares(const PageContent& page, PackedTable& table) {
  for (const ShareReading& one : page.diagnosis().shares) {
    if (!page.rows.has(one.row)) continue;
    const Reading& reading = page.diagnosis().indicators(one.row, one.indicator);
    const Indicator& own = indicator_of(page, one.indicator);
    table.add(page.place(one.row)).add(own.id);
    table.add(page.run().table.values(one.row, one.indicator)).add(own.unit);
    table.add(one.low).add(one.high).add(one.answers).add(one.pooled);
    table.add(to_string(reading.aspects[static_cast<std::size_t>(Aspect::peers)])).end_row();
  }
}

/// ` t0:n t1:n`: one column a period.
std::string period_columns(const PageContent& page, char kind) {
  std::string columns = "node:w place:w lights:w";
  for (std::size_t t = 0; t < page.rows.periods().size(); ++t)
    columns += " t" + std::to_string(t) + ':' + kind;
  return columns;
}

}  // namespace

void add_page_tables(const PageContent& page, JsonWriter& json) {
  using Pack = void (*)(const PageContent&, PackedTable&);
  struct Part {
    const char* key;
    std::string columns;
    Pack pack;
  };
  const Part parts[] = {{"readings", reading_columns, pack_readings},
                        {"categories", category_columns, pack_categories},
                        {"trends", trend_columns, pack_trends},
                        {"limits", limit_columns, pack_limits},
                        {"weak_points", weak_point_columns, pack_weak_points},
                        {"problems", problem_columns, pack_problems},
                        {"changes", change_columns, pack_changes},
                        {"residents", residents_columns, pack_residents},
                        {"shares", share_columns, pack_shares},
                        {"values", period_columns(page, 'n'), pack_values},
                        {"scores", period_columns(page, 'r'), pack_scores}};
  PackedWords words;
  std::deque<PackedTable> tables;
  for (const Part& part : parts) part.pack(page, tables.emplace_back(words, part.columns));
  words.write("words", json);
  json.key("tables").open('{');
  const std::vector<int> numbers = words.numbers();
  for (std::size_t i = 0; i < tables.size(); ++i) tables[i].write(parts[i].key, numbers, json);
  json.close('}');
}

}  // namespace tijian::report

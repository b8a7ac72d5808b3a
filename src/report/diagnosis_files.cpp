#include <array>
#include <cmath>

#include "base/number.h"
#include "base/output_file.h"
#include "report/csv_lines.h"
#include "report/diagnosis_parts.h"
#include "report/finding.h"
#include "report/residents_file.h"
#include "report/score_lines.h"
#include "report/words.h"
#include "tijian/report/diagnosis.h"

namespace tijian::report {
namespace {

constexpr std::size_t piece = 1 << 20;  // bytes that are written at once

/// What is the same in every row of an indicator, quoted: made once, of a million rows.
struct IndicatorCells {
  std::string names;   ///< node, title, category, kind, unit
  std::string target;  ///< with its year
  std::string keeper, basis, note;
};

class DiagnosisFiles {
 public:
  DiagnosisFiles(const Diagnosis& diagnosis, const Run& run, Language say)
      : diagnosis_(diagnosis),
        run_(run),
        framework_(*run.framework),
        say_(say),
        felt_(tijian::residents(run, diagnosis)) {
    for (std::size_t j = 0; j < framework_.indicators.size(); ++j)
      leaves_.push_back(framework_.node_of(static_cast<int>(j)));
    for (const int leaf : leaves_) columns_.push_back(run.card.column(leaf));
    for (std::size_t j = 0; j < leaves_.size(); ++j) cells_.push_back(cells_of(j));
  }

  /// In pieces: of three thousand places it is a gigabyte.
  void write_indicators(base::OutputFile& file) const {
    CsvLines lines = CsvLines::for_people(
        {"place",        "period", "node",     "title",  "category",    "kind",     "unit",
         "last_year",    "value",  "standard", "target", "target_year", "progress", "expected",
         "peers_median", "rank",   "of",       "arrow",  "light",       "verdict",  "fragile",
         "score",        "keeper", "flags",    "basis",  "note"});
    for (Index row = 0; row < diagnosis_.rows.size(); ++row) {
      const bool now = diagnosis_.rows.period[row] == diagnosis_.period;
      const std::string place =
          csv_cell(diagnosis_.rows.place_of(row)) + ',' + to_string(diagnosis_.rows.period[row]);
      for (std::size_t j = 0; j < leaves_.size(); ++j)
        add_indicator(lines, place, row, static_cast<int>(j), now);
      if (lines.text().size() > piece) file.write(lines.take());
    }
    file.write(lines.take());
  }

  std::string categories() const {
    CsvLines lines =
        CsvLines::for_people({"place", "period", "node", "title", "score", "uncapped", "grade",
                              "scored", "of", "coverage", "rank", "last_year", "light", "worst"});
    for (Index row = 0; row < diagnosis_.rows.size(); ++row)
      for (std::size_t k = 0; k < diagnosis_.nodes.size(); ++k)
        add_category(lines, row, static_cast<Index>(k));
    return lines.text();
  }

  std::string trends() const {
    CsvLines lines = CsvLines::for_people(
        {"place", "period", "node", "unit", "n", "first", "last", "sen", "low", "high", "s", "p",
         "arrow", "pace", "needed", "percentile", "reached", "earliest", "latest"});
    for (const TrendReading& trend : diagnosis_.trends) {
      const Indicator& own = framework_.indicators[trend.indicator];
      add_place(lines, trend.row).add(own.id).add(own.unit).add_count(trend.n);
      lines.add(to_string(trend.first)).add(to_string(trend.last)).add(trend.slope);
      lines.add(trend.low).add(trend.high).add(trend.s).add(trend.p).add(to_string(trend.arrow));
      lines.add(trend.pace).add(trend.needed).add(trend.percentile).add(trend.reached);
      lines.add(trend.earliest).add(trend.latest).end();
    }
    return lines.text();
  }

  std::string residents() const { return residents_file(felt_, diagnosis_, say_); }
  std::string shares() const { return shares_file(diagnosis_, run_, say_); }

  std::string problems() const {
    CsvLines lines = CsvLines::for_people({"id",
                                           "place",
                                           "period",
                                           "node",
                                           "title",
                                           "category",
                                           "aspect",
                                           "kind",
                                           "severity",
                                           "value",
                                           "unit",
                                           "reference",
                                           "reference_kind",
                                           "gap",
                                           "since",
                                           "state",
                                           "trend",
                                           "reach",
                                           "points_lost",
                                           "share_of_places",
                                           "same_cause",
                                           "residents",
                                           "keeper",
                                           "advice",
                                           "finding",
                                           "flags",
                                           "basis",
                                           "note"});
    for (const auto* list : {&diagnosis_.problems, &diagnosis_.past})
      for (const Problem& problem : *list) add_problem(lines, problem);
    return lines.text();
  }

 private:
  CsvLines& add_place(CsvLines& lines, Index row) const {
    return lines.add(diagnosis_.rows.place_of(row)).add(to_string(diagnosis_.rows.period[row]));
  }

  IndicatorCells cells_of(std::size_t j) const {
    const Indicator& own = framework_.indicators[j];
    IndicatorCells cells;
    cells.names = csv_cell(own.id) + ',' + csv_cell(say_(own.title)) + ',' +
                  csv_cell(category_title(leaves_[j])) + ',' + csv_cell(own.kind) + ',' +
                  csv_cell(own.unit);
    const YearValue* target = own.plan && own.plan->target ? &*own.plan->target : nullptr;
    cells.target = (target ? base::shortest(target->value) : "") + ',' +
                   (target && target->year ? std::to_string(*target->year) : "");
    cells.keeper = csv_cell(own.keeper);
    cells.basis = csv_cell(bases_words(own, say_));
    cells.note = own.note.empty() ? "" : csv_cell(say_(own.note));
    return cells;
  }

  std::string category_title(int leaf) const {
    const Node* category = category_of(framework_, leaf);
    return category ? say_(category->title) : "";
  }

  /// `now`: the row is of the diagnosis's period, and gets the note.
  void add_indicator(CsvLines& lines, const std::string& place, Index row, int j, bool now) const {
    const Indicator& own = framework_.indicators[j];
    const Reading& reading = diagnosis_.indicators(row, j);
    const IndicatorCells& cells = cells_[j];
    const int column = columns_[j];
    const Judgement judgement = run_.card.judgement(row, j);
    const Standard* standard = own.standard_in(diagnosis_.rows.period[row].year);
    const auto limit = standard ? standard->limit(own.direction) : std::nullopt;
    lines.add_ready(place).add_ready(cells.names).add(reading.last).add(run_.card.value(row, j));
    lines.add(limit.value_or(missing)).add_ready(cells.target);
    lines.add(judgement.progress).add(judgement.expected).add(reading.median);
    lines.add_count(reading.rank).add_count(reading.of);
    lines.add_ready(to_string(reading.arrow)).add_ready(to_string(reading.light));
    lines.add_ready(to_string(judgement.verdict)).add_ready(reading.fragile ? "yes" : "");
    lines.add(run_.card.score(row, column)).add_ready(cells.keeper);
    lines.add_ready(flags_to_string(run_.flags(row, column))).add_ready(cells.basis);
    lines.add_ready(now ? cells.note : std::string_view{}).end();
  }

  void add_category(CsvLines& lines, Index row, Index k) const {
    const int node = diagnosis_.nodes[k];
    const int column = run_.card.column(node), own = run_.card.coverage_column[column];
    const CategoryReading& reading = diagnosis_.categories(row, k);
    const Grade* grade = run_.card.grade(row, column);
    std::string worst;
    for (const int j : reading.worst)
      if (j >= 0) worst += (worst.empty() ? "" : ";") + framework_.indicators[j].id;
    add_place(lines, row).add(framework_.nodes[node].id).add(say_(framework_.nodes[node].title));
    lines.add(run_.card.score(row, column));
    lines.add(run_.card.uncapped_of(row, column));
    lines.add(grade ? grade->id : "");
    lines.add(std::to_string(run_.card.scored(row, own)));
    lines.add(std::to_string(run_.card.of(row, own)));
    lines.add(run_.card.coverage(row, own)).add_count(run_.card.rank(row, column));
    lines.add(reading.last).add(to_string(reading.light)).add(worst).end();
  }

  void add_problem(CsvLines& lines, const Problem& problem) const {
    const Indicator& own = framework_.indicators[problem.indicator];
    const int leaf = leaves_[problem.indicator];
    const Reading& reading = diagnosis_.indicators(problem.row, problem.indicator);
    lines.add(problem.id);
    add_place(lines, problem.row).add(own.id).add(say_(own.title)).add(category_title(leaf));
    lines.add(to_string(problem.aspect))
        .add(to_string(problem.kind))
        .add(to_string(problem.severity));
    lines.add(problem.value).add(own.unit).add(problem.reference);
    lines.add(reference_kind(problem)).add(problem.gap).add(to_string(problem.since));
    lines.add(to_string(problem.state)).add(to_string(reading.arrow));
    lines.add(reach_word(diagnosis_, run_, problem));
    lines.add(problem.points_lost).add(problem.share_of_places);
    lines.add(problem.same_cause < 0 ? "" : framework_.variables[problem.same_cause].id);
    lines.add(to_string(quadrant_at(felt_, framework_, problem)));
    lines.add(own.keeper).add(own.advice.empty() ? "" : say_(own.advice));
    lines.add(finding(diagnosis_, run_, problem, say_));
    lines.add(flags_to_string(run_.flags(problem.row, run_.card.column(leaf))));
    lines.add_ready(cells_[problem.indicator].basis);
    lines.add_ready(cells_[problem.indicator].note).end();
  }

  const Diagnosis& diagnosis_;
  const Run& run_;
  const Framework& framework_;
  Language say_;
  const Residents felt_;
  std::vector<int> leaves_;   ///< by indicator
  std::vector<int> columns_;  ///< of the card, the same
  std::vector<IndicatorCells> cells_;
};

}  // namespace

std::vector<std::string> write_diagnosis(const Diagnosis& diagnosis, const Run& run, Language say,
                                         const std::string& folder) {
  const DiagnosisFiles files(diagnosis, run, say);
  std::vector<std::string> paths;
  const auto write = [&](const char* name, const std::string& text) {
    paths.push_back(folder + '/' + name);
    base::write_file(paths.back(), text);
  };
  paths.push_back(folder + "/indicators.csv");
  base::OutputFile indicators(paths.back());
  files.write_indicators(indicators);
  indicators.close();
  write("categories.csv", files.categories());
  write("trends.csv", files.trends());
  write("problems.csv", files.problems());
  write("residents.csv", files.residents());
  write("shares.csv", files.shares());
  write("limits.csv", hard_limits_csv(diagnosis, run, say));
  write("weak_points.csv", weak_points_csv(diagnosis, run, say));
  write("definitions.csv", definitions_csv(*run.framework, say));
  if (diagnosis.compared) write("changes.csv", changes_csv(diagnosis, run, say));
  return paths;
}

}  // namespace tijian::report

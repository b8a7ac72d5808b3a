#include <array>
#include <cmath>

#include "base/number.h"
#include "base/output_file.h"
#include "report/csv_lines.h"
#include "report/diagnosis_parts.h"
#include "report/finding.h"
#include "report/residents_file.h"
#include "report/words.h"
#include "tijian/report/diagnosis.h"

namespace tijian::report {
namespace {

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
  }

  std::string indicators() const {
    CsvLines lines = CsvLines::for_people(
        {"place",        "period", "node",     "title",  "category",    "kind",     "unit",
         "last_year",    "value",  "standard", "target", "target_year", "progress", "expected",
         "peers_median", "rank",   "of",       "arrow",  "light",       "verdict",  "fragile",
         "score",        "keeper", "flags",    "basis"});
    for (Index row = 0; row < diagnosis_.rows.size(); ++row)
      for (std::size_t j = 0; j < leaves_.size(); ++j)
        add_indicator(lines, row, static_cast<int>(j));
    return lines.text();
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
    CsvLines lines = CsvLines::for_people(
        {"id",         "place",     "period",         "node",        "title",
         "category",   "aspect",    "kind",           "severity",    "value",
         "unit",       "reference", "reference_kind", "gap",         "since",
         "state",      "trend",     "reach",          "points_lost", "share_of_places",
         "same_cause", "residents", "keeper",         "advice",      "finding",
         "flags",      "basis"});
    for (const auto* list : {&diagnosis_.problems, &diagnosis_.past})
      for (const Problem& problem : *list) add_problem(lines, problem);
    return lines.text();
  }

 private:
  CsvLines& add_place(CsvLines& lines, Index row) const {
    return lines.add(diagnosis_.rows.place_of(row)).add(to_string(diagnosis_.rows.period[row]));
  }

  std::string category_of(int leaf) const {
    const int parent = framework_.nodes[leaf].parent;
    return parent > 0 ? say_(framework_.nodes[parent].title) : "";
  }

  void add_indicator(CsvLines& lines, Index row, int j) const {
    const Indicator& own = framework_.indicators[j];
    const Reading& reading = diagnosis_.indicators(row, j);
    const int column = run_.card.column(leaves_[j]);
    const Judgement judgement = run_.card.judgement(row, j);
    const Standard* standard = own.standard_in(diagnosis_.rows.period[row].year);
    const auto limit = standard ? standard->limit(own.direction) : std::nullopt;
    const bool target = own.plan && own.plan->target;
    add_place(lines, row).add(own.id).add(say_(own.title)).add(category_of(leaves_[j]));
    lines.add(own.kind).add(own.unit).add(reading.last).add(run_.card.value(row, j));
    lines.add(limit.value_or(missing)).add(target ? own.plan->target->value : missing);
    lines.add_count(target ? own.plan->target->year.value_or(0) : 0);
    lines.add(judgement.progress).add(judgement.expected).add(reading.median);
    lines.add_count(reading.rank).add_count(reading.of);
    lines.add(to_string(reading.arrow)).add(to_string(reading.light));
    lines.add(to_string(judgement.verdict)).add(reading.fragile ? "yes" : "");
    lines.add(run_.card.score(row, column));
    lines.add(own.keeper)
        .add(flags_to_string(run_.flags(row, column)))
        .add(bases_words(own, say_))
        .end();
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
    lines.add(run_.card.uncapped.empty() ? missing : run_.card.uncapped(row, own));
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
    add_place(lines, problem.row).add(own.id).add(say_(own.title)).add(category_of(leaf));
    lines.add(to_string(problem.aspect))
        .add(to_string(problem.kind))
        .add(to_string(problem.severity));
    lines.add(problem.value).add(own.unit).add(problem.reference);
    lines.add(reference_kind(problem)).add(problem.gap).add(to_string(problem.since));
    lines.add(to_string(problem.state)).add(to_string(reading.arrow)).add("");
    lines.add(problem.points_lost).add(problem.share_of_places);
    lines.add(problem.same_cause < 0 ? "" : framework_.variables[problem.same_cause].id);
    lines.add(to_string(quadrant_at(felt_, framework_, problem)));
    lines.add(own.keeper).add(own.advice.empty() ? "" : say_(own.advice));
    lines.add(finding(diagnosis_, run_, problem, say_));
    lines.add(flags_to_string(run_.flags(problem.row, run_.card.column(leaf))));
    lines.add(bases_words(own, say_)).end();
  }

  const Diagnosis& diagnosis_;
  const Run& run_;
  const Framework& framework_;
  Language say_;
  const Residents felt_;
  std::vector<int> leaves_;  ///< by indicator
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
  write("indicators.csv", files.indicators());
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

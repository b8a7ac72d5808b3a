#include <cmath>

#include "base/output_file.h"
#include "report/csv_lines.h"
#include "report/study_words.h"
#include "tijian/report/robustness.h"

namespace tijian::report {
namespace {

std::string file_of_rows(const Robustness& study, std::uint16_t data_flags) {
  const Node& node = study.framework->nodes[study.node];
  CsvLines lines({"place",
                  "period",
                  "node",
                  "score",
                  "score_mean",
                  "score_5",
                  "score_50",
                  "score_95",
                  "rank",
                  "rank_mean",
                  "rank_5",
                  "rank_50",
                  "rank_95",
                  "rank_shift",
                  "top",
                  "grade",
                  "grade_probability",
                  "above",
                  "above_probability",
                  "below",
                  "below_probability"},
                 data_flags);
  const auto add = [&](const Distribution& d) {
    lines.add(d.nominal).add(d.mean).add(d.low).add(d.median).add(d.high);
  };
  const auto add_first = [&](const std::vector<Neighbour>& side) {
    if (side.empty())
      lines.add("").add("");
    else
      lines.add(study.rows.place_of(side[0].row)).add(side[0].probability);
  };
  for (Eigen::Index row = 0; row < study.rows.size(); ++row) {
    const RowRobustness& own = study.by_row[row];
    lines.add(study.rows.place_of(row)).add(to_string(study.rows.period[row])).add(node.id);
    add(own.score);
    add(own.rank);
    lines.add(own.rank_shift).add(own.top);
    const auto best = std::ranges::max_element(own.grades);
    if (best == own.grades.end() || own.no_grade > *best)
      lines.add("").add(own.grades.empty() ? std::nan("") : own.no_grade);
    else
      lines.add(node.grades[best - own.grades.begin()].id).add(*best);
    add_first(own.above);
    add_first(own.below);
    lines.end();
  }
  return lines.text();
}

std::string file_of_sensitivity(const Robustness& study, std::uint16_t data_flags) {
  CsvLines lines({"of", "place", "period", "factor", "first", "first_2.5", "first_97.5", "total",
                  "total_2.5", "total_97.5"},
                 data_flags);
  for (const Sensitivity& result : study.sensitivity)
    for (const SobolIndex& index : result.factors) {
      lines.add(name_of(result.of));
      lines.add(result.row < 0 ? "" : study.rows.place_of(result.row));
      lines.add(result.row < 0 ? "" : to_string(study.rows.period[result.row]));
      lines.add(index.factor);
      for (const Estimate& e : {index.first, index.total})
        lines.add(e.value).add(e.low).add(e.high);
      lines.end();
    }
  return lines.text();
}

std::string file_of_removals(const Robustness& study, std::uint16_t data_flags) {
  CsvLines lines({"without", "place", "period", "score", "rank", "mean_rank_shift"}, data_flags);
  for (const Removal& removal : study.removal)
    for (Eigen::Index row = 0; row < std::ssize(removal.rank); ++row) {
      lines.add(study.framework->nodes[removal.node].id);
      lines.add(study.rows.place_of(row)).add(to_string(study.rows.period[row]));
      lines.add(removal.score[row]);
      lines.add(removal.rank[row] > 0 ? std::to_string(removal.rank[row]) : "");
      lines.add(removal.rank_shift).end();
    }
  return lines.text();
}

}  // namespace

std::vector<std::string> write_robustness(const Robustness& study, std::uint16_t data_flags,
                                          const std::string& folder) {
  std::vector<std::string> paths;
  const auto write = [&](const char* name, const std::string& text) {
    paths.push_back(folder + '/' + name);
    base::write_file(paths.back(), text);
  };
  write("robustness.csv", file_of_rows(study, data_flags));
  if (!study.sensitivity.empty()) write("sensitivity.csv", file_of_sensitivity(study, data_flags));
  if (!study.removal.empty()) write("removal.csv", file_of_removals(study, data_flags));
  return paths;
}

}  // namespace tijian::report

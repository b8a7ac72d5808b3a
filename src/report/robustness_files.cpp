#include "report/robustness_files.h"

#include <cmath>

#include "base/output_file.h"
#include "report/csv_lines.h"

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

std::string_view name_of(Sensitivity::Of of) {
  return of == Sensitivity::Of::rank_shift ? "rank_shift"
         : of == Sensitivity::Of::score    ? "score"
                                           : "rank";
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
    for (Eigen::Index row = 0; row < removal.rank.size(); ++row) {
      lines.add(study.framework->nodes[removal.node].id);
      lines.add(study.rows.place_of(row)).add(to_string(study.rows.period[row]));
      lines.add(removal.score[row]);
      lines.add(removal.rank[row] > 0 ? std::to_string(removal.rank[row]) : "");
      lines.add(removal.rank_shift).end();
    }
  return lines.text();
}

Json json_of(const Distribution& d) {
  return {{"nominal", to_json(d.nominal)},
          {"mean", to_json(d.mean)},
          {"5", to_json(d.low)},
          {"50", to_json(d.median)},
          {"95", to_json(d.high)}};
}

Json json_of(const Estimate& e) {
  return {{"value", to_json(e.value)}, {"2.5", to_json(e.low)}, {"97.5", to_json(e.high)}};
}

Json json_of(const Robustness& study, const std::vector<Neighbour>& side) {
  Json all = Json::array();
  for (const Neighbour& neighbour : side)
    all.push_back(
        {{"place", study.rows.place_of(neighbour.row)}, {"probability", neighbour.probability}});
  return all;
}

Json place_json(const Robustness& study, Eigen::Index row) {
  Json json{{"place", study.rows.place_of(row)}};
  if (const std::string when = to_string(study.rows.period[row]); !when.empty())
    json["period"] = when;
  return json;
}

Json row_json(const Robustness& study, Eigen::Index row) {
  const RowRobustness& own = study.by_row[row];
  Json json = place_json(study, row);
  json["score"] = json_of(own.score);
  json["rank"] = json_of(own.rank);
  json["rank_shift"] = to_json(own.rank_shift);
  json["top"] = to_json(own.top);
  const Node& node = study.framework->nodes[study.node];
  for (std::size_t k = 0; k < own.grades.size(); ++k)
    json["grades"][node.grades[k].id] = own.grades[k];
  if (!own.grades.empty()) json["no_grade"] = own.no_grade;
  json["above"] = json_of(study, own.above);
  json["below"] = json_of(study, own.below);
  return json;
}

Json sensitivity_json(const Robustness& study, const Sensitivity& result) {
  Json json = result.row < 0 ? Json::object() : place_json(study, result.row);
  json["of"] = name_of(result.of);
  json["variance"] = to_json(result.variance);
  for (const SobolIndex& index : result.factors)
    json["factors"][index.factor] = {{"first", json_of(index.first)},
                                     {"total", json_of(index.total)}};
  return json;
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

Json to_json(const Robustness& study, std::uint16_t data_flags, Language say) {
  Json json{{"node", study.framework->nodes[study.node].id},
            {"data_flags", flags_to_string(data_flags)},
            {"runs", study.runs}};
  for (std::size_t k = 0; k < study.factors.size(); ++k)
    json["varied"][study.factors[k]] = say(study.variations[k]);
  json["failed"] = Json::array();
  for (const FailedRuns& failed : study.failed)
    json["failed"].push_back({{"reason", say(failed.reason)}, {"count", failed.count}});
  json["rank_shift"] = json_of(study.rank_shift);
  json["top"] = study.top;
  json["places"] = Json::array();
  for (Eigen::Index row = 0; row < study.rows.size(); ++row)
    json["places"].push_back(row_json(study, row));
  for (const Sensitivity& result : study.sensitivity)
    json["sensitivity"].push_back(sensitivity_json(study, result));
  for (const Removal& removal : study.removal)
    json["removal"].push_back({{"without", study.framework->nodes[removal.node].id},
                               {"rank_shift", to_json(removal.rank_shift)}});
  return json;
}

}  // namespace tijian::report

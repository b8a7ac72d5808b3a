#include <algorithm>
#include <set>

#include "base/catalogue.h"
#include "cli/command.h"
#include "cli/scoring.h"
#include "report/explanation_json.h"

namespace tijian::cli {
namespace {

struct ExplainCommand {
  ScoringOptions scoring;
  std::string place, period, node;
};

/// `a, b, c ... (43)`: a list that stays readable.
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  if (names.size() <= most) return base::joined(names);
  return fmt::format("{} ... ({})", base::joined({names.begin(), names.begin() + most}),
                     names.size());
}

[[noreturn]] void unknown(Session& session, const ExplainCommand& options, const char* code,
                          const std::string& found, const std::vector<std::string>& names,
                          const std::vector<std::string>& listed) {
  Diagnostic problem = base::make_diagnostic(
      code, {options.scoring.data.front()},
      {{"found", found}, {"names", some_of(listed)}, {"place", options.place}});
  base::suggest(problem, found, names);
  session.refuse(std::move(problem));
}

/// The place's row of the period asked for; of the latest where none is.
Eigen::Index find_row(Session& session, const ExplainCommand& options, const Rows& rows) {
  const auto place = std::ranges::find(rows.places, options.place);
  if (place == rows.places.end())
    unknown(session, options, "B490", options.place, rows.places, rows.places);
  const auto number = static_cast<std::int32_t>(place - rows.places.begin());
  const std::optional<Period> wanted = parse_period(options.period);
  Eigen::Index best = -1;
  std::set<Period> periods;
  for (Eigen::Index row = 0; row < rows.size(); ++row) {
    if (rows.place[row] != number) continue;
    periods.insert(rows.period[row]);
    if (!options.period.empty() && rows.period[row] != wanted) continue;
    if (best < 0 || rows.period[row] > rows.period[best]) best = row;
  }
  if (best >= 0) return best;
  std::vector<std::string> names;
  for (const Period& period : periods) names.push_back(to_string(period));
  unknown(session, options, "B491", options.period, {}, names);
}

std::vector<std::string> names_of(const Node& node) {
  std::vector<std::string> names{node.id};
  for (const auto& [language, title] : node.title.by_language()) names.push_back(title);
  return names;
}

/// A node by its id, or by its title in any language.
int find_node(Session& session, const ExplainCommand& options, const Framework& framework) {
  if (options.node.empty()) return 0;
  std::vector<std::string> all, categories;
  for (std::size_t i = 0; i < framework.nodes.size(); ++i) {
    const std::vector<std::string> names = names_of(framework.nodes[i]);
    if (std::ranges::find(names, options.node) != names.end()) return static_cast<int>(i);
    all.insert(all.end(), names.begin(), names.end());
    if (framework.nodes[i].indicator < 0) categories.push_back(framework.nodes[i].id);
  }
  unknown(session, options, "B492", options.node, all, categories);
}

int explain_place(Session& session, const ExplainCommand& options) {
  const Scored scored = score_data(session, options.scoring, Nodes::all, KeepData::yes);
  const Eigen::Index row = find_row(session, options, scored.card.rows);
  const int node = find_node(session, options, *scored.framework);
  const report::Run run{scored.model, scored.table, scored.card};
  const report::Explanation explanation = report::explain(run, scored.data, row, node, session.say);
  if (session.json()) {
    session.result["place"] = scored.card.rows.place_of(row);
    session.result["period"] = to_string(scored.card.rows.period[row]);
    session.result["explanation"] = report::to_json(explanation, run, row, session.say);
  } else {
    session.out() << report::to_text(explanation, run, row, session.view());
  }
  return exit_done;
}

}  // namespace

Command explain_command() {
  return {"explain",
          {"where a place's score comes from, sum by sum", "逐层说明某个评价单元的得分由来"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<ExplainCommand>();
            add_scoring_options(app, options->scoring, say);
            app.add_option("--place", options->place, say("the place", "评价单元"))
                ->option_text("P")
                ->required();
            app.add_option("--period", options->period,
                           say("default: the latest", "时期；默认最近一期"))
                ->option_text("T");
            app.add_option("--node", options->node,
                           say("a category or an indicator, by id or title; default: the index",
                               "类别或指标的标识或名称；默认总指数"))
                ->option_text("N");
            return [options](Session& session) { return explain_place(session, *options); };
          }};
}

}  // namespace tijian::cli

#include "command.h"
#include "scoring.h"
#include "tijian/report/explanation.h"

namespace tijian::cli {
namespace {

struct ExplainCommand {
  ScoringOptions scoring;
  std::string place, period, node;
};

int explain_place(Session& session, const ExplainCommand& options) {
  const Run run = score_data(session, options.scoring, Nodes::all, KeepData::yes);
  Loaded<Explanation> found = explain(run, options.place, options.period, options.node);
  for (Diagnostic& unknown : found.diagnostics) unknown.where = where_of(options.scoring.data);
  const Explanation explanation = session.take(std::move(found));
  const Rows& rows = run.card.rows;
  if (session.json()) {
    report::JsonObject result;
    result.add("place", rows.place_of(explanation.row))
        .add("period", to_string(rows.period[explanation.row]))
        .add_json("explanation", report::to_json(explanation, run, session.say));
    if (const auto notes = notes_of(run.model.notes, session.say); !notes.empty())
      result.add("notes", notes);
    session.result = result.text();
  } else {
    session.out() << report::to_text(explanation, run, session.view());
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

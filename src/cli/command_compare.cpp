#include <algorithm>

#include "command.h"
#include "compared.h"
#include "tijian/report/comparison.h"
#include "tijian/report/data_flags.h"
#include "tijian/report/files.h"
#include "tijian/report/message.h"

namespace tijian::cli {
namespace {

struct CompareCommand {
  ScoringOptions scoring;
  std::string with, place, out;
};

/// Keeps the moves of one place.
void keep_place(Session& session, const std::string& place, Comparison& comparison) {
  std::erase_if(comparison.moves, [&](const Move& move) { return move.place != place; });
  if (comparison.moves.empty())
    session.refuse(report::message("M675", {{"found", place}}, "--place"));
}

int compare_sides(Session& session, const CompareCommand& options) {
  if (!options.out.empty()) report::make_folder(options.out);
  const Compared sides = read_compared(session, options.scoring, options.with);
  Comparison result =
      compare({sides.model_before, sides.before.table, sides.period_before},
              {sides.model_after, sides.table_after(), sides.period_after}, session.execution());
  const auto flags = static_cast<std::uint16_t>(report::data_flags(sides.before.table) |
                                                report::data_flags(sides.table_after()));
  if (result.moves.empty()) session.refuse(report::message("N533", {}, "--with"));
  if (!options.place.empty()) keep_place(session, options.place, result);
  if (!options.out.empty()) {
    const std::vector<std::string> files = report::write_comparison(result, flags, options.out);
    session.result = report::JsonObject().add("files", files).text();
    if (!session.json()) session.out() << written_files(session, files);
  } else if (session.json()) {
    session.result = report::JsonObject()
                         .add_json("comparison", report::to_json(result, flags, session.say))
                         .text();
  } else {
    session.out() << report::compare_table(result, flags, session.view());
  }
  return exit_done;
}

}  // namespace

Command compare_command() {
  return {"compare",
          {"two methods, frameworks or periods: what moved, by how much, because of what",
           "比较两种方法、两个体系或两个时期：谁变了、变多少、因为什么"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<CompareCommand>();
            add_fitting_options(app, options->scoring, say);
            app.add_option("--with", options->with,
                           say("a method file, a framework, or periods: 2021:2022, or 2021 against "
                               "the latest",
                               "方法文件、指标体系，或时期：2021:2022；2021 表示与最近一期比较"))
                ->option_text("X")
                ->required();
            app.add_option("--place", options->place,
                           say("one place, with all its contributions", "单个评价单元的全部贡献"))
                ->option_text("P");
            app.add_option("--out", options->out,
                           say("folder for moves.csv and contributions.csv",
                               "输出文件夹：moves.csv 与 contributions.csv"))
                ->option_text("DIR");
            return [options](Session& session) { return compare_sides(session, *options); };
          }};
}

}  // namespace tijian::cli

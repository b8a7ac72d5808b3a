#include "command.h"
#include "scoring.h"
#include "tijian/report/apportionment.h"
#include "tijian/report/data_flags.h"
#include "tijian/report/files.h"

namespace tijian::cli {
namespace {

struct ApportionCommand {
  ScoringOptions scoring;
  double total = 0;
  std::optional<double> unit;
  std::string node, period, bounds, out;
};

int share_out(Session& session, const ApportionCommand& options) {
  session.make_folder(options.out, options.scoring.data);
  std::vector<ShareBounds> bounds;
  if (!options.bounds.empty()) bounds = session.take(load_share_bounds(options.bounds));
  const Run run = score_data(session, options.scoring);
  const Claimants who = session.take(claimants(run, options.node, options.period, bounds));
  const Apportionment result = session.take(apportion(who.claims, options.total, options.unit));
  const std::uint16_t flags = report::data_flags(run.table);
  if (!options.out.empty()) {
    const std::vector<std::string> files =
        report::write_apportionment(*run.framework, who, result, flags, options.out);
    session.result = report::JsonObject().add("files", files).text();
    if (!session.json()) session.out() << written_files(session, files);
  } else if (session.json()) {
    session.result =
        report::JsonObject()
            .add_json("apportionment", report::to_json(*run.framework, who, result, flags))
            .text();
  } else {
    session.out() << report::apportionment_table(*run.framework, who, result, flags,
                                                 session.view());
  }
  return exit_done;
}

}  // namespace

Command apportion_command() {
  return {"apportion",
          {"share a total out to the places by their scores, under bounds",
           "按得分把总量分配到各评价单元，有上下限"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<ApportionCommand>();
            add_scoring_options(app, options->scoring, say);
            app.add_option("--total", options->total,
                           say("what is shared out: floor area, land, population",
                               "要分配的总量：建筑规模、建设用地、人口等"))
                ->option_text("X")
                ->required();
            app.add_option("--by", options->node,
                           say("whose score: a category or indicator, by id or title; default: "
                               "the index",
                               "按哪个得分：类别或指标的标识或名称；默认总指数"))
                ->option_text("NODE");
            app.add_option("--bounds", options->bounds,
                           say("a CSV file with the columns place, low, high; an empty cell is no "
                               "bound",
                               "上下限 CSV：列为 place、low、high；留空即无限制"))
                ->option_text("FILE");
            app.add_option("--whole", options->unit,
                           say("shares are multiples of this, by the largest remainder",
                               "分配量取该数的整数倍（最大余数法）"))
                ->option_text("UNIT");
            app.add_option("--period", options->period,
                           say("default: the latest with values", "默认：有数据的最近一期"))
                ->option_text("T");
            app.add_option("--out", options->out,
                           say("folder for apportionment.csv", "输出文件夹：apportionment.csv"))
                ->option_text("DIR");
            return [options](Session& session) { return share_out(session, *options); };
          }};
}

}  // namespace tijian::cli

#include "command.h"
#include "scoring.h"
#include "tijian/report/audit.h"
#include "tijian/report/data_flags.h"
#include "tijian/report/files.h"
#include "wrong_use.h"

namespace tijian::cli {
namespace {

struct AuditCommand {
  ScoringOptions scoring;
  std::string correlation = "pearson", out;
};

int audit_structure(Session& session, const AuditCommand& options) {
  session.make_folder(options.out, options.scoring.data);
  const Run run = score_data(session, options.scoring, Nodes::index);
  AuditOptions how;
  how.threads = session.options.threads;
  how.correlation = options.correlation == "spearman"  ? Correlation::spearman
                    : options.correlation == "kendall" ? Correlation::kendall
                                                       : Correlation::pearson;
  const Audit result = audit(run.model, run.table, how);
  const std::uint16_t flags = report::data_flags(run.table);
  if (!options.out.empty()) {
    const std::vector<std::string> files = report::write_audit(result, flags, options.out);
    session.result = report::JsonObject().add("files", files).text();
    if (!session.json()) session.out() << written_files(session, files);
  } else if (session.json()) {
    session.result = report::JsonObject().add_json("audit", report::to_json(result, flags)).text();
  } else {
    session.out() << report::audit_table(result, flags, session.view());
  }
  return exit_done;
}

}  // namespace

Command audit_command() {
  return {"audit",
          {"structure: correlations, alpha, components, collinear and silent indicators",
           "体系结构：相关、一致性、主成分、重复与无影响的指标"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<AuditCommand>();
            add_scoring_options(app, options->scoring, say);
            app.add_option("--correlation", options->correlation,
                           say("default pearson", "相关系数；默认 pearson"))
                ->option_text("pearson|spearman|kendall")
                ->check(one_of({"pearson", "spearman", "kendall"}, say));
            app.add_option("--out", options->out,
                           say("folder for the tables as CSV files", "输出文件夹：各表的 CSV 文件"))
                ->option_text("DIR");
            return [options](Session& session) { return audit_structure(session, *options); };
          }};
}

}  // namespace tijian::cli

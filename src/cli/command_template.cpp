#include <algorithm>

#include "base/catalogue.h"
#include "base/output_file.h"
#include "cli/command.h"
#include "report/template_sheet.h"

namespace tijian::cli {
namespace {

struct TemplateCommand {
  std::string framework, out, keeper, split;
  report::SheetOptions sheet;
};

/// A keeper's name as the name of a file.
std::string file_name(const std::string& keeper, report::Language say) {
  std::string name = keeper.empty() ? say("other", "其他") : keeper;
  std::ranges::replace_if(
      name, [](char c) { return c == '/' || c == '\\' || c == '\0'; }, '_');
  return (name.front() == '.' ? "_" : "") + name + ".csv";
}

void write_split(Session& session, const TemplateCommand& options, const Framework& framework) {
  base::make_folder(options.split);
  session.result["files"] = nlohmann::json::array();
  for (const std::string& keeper : report::keepers(framework)) {
    const std::string path = options.split + '/' + file_name(keeper, session.say);
    base::write_file(path, report::template_sheet(framework, options.sheet, &keeper, session.say));
    session.result["files"].push_back(path);
    if (!session.json()) session.out() << path << '\n';
  }
}

void check_keeper(Session& session, const TemplateCommand& options, const Framework& framework) {
  const std::vector<std::string> names = report::keepers(framework);
  if (std::ranges::find(names, options.keeper) != names.end()) return;
  Diagnostic problem = base::make_diagnostic(
      "B493", {framework.path}, {{"found", options.keeper}, {"names", base::joined(names)}});
  session.refuse(std::move(problem));
}

int write_template(Session& session, const TemplateCommand& options) {
  const auto framework = session.framework(options.framework);
  if (!options.keeper.empty()) check_keeper(session, options, *framework);
  if (!options.split.empty()) {
    write_split(session, options, *framework);
    return exit_done;
  }
  const std::string text = report::template_sheet(
      *framework, options.sheet, options.keeper.empty() ? nullptr : &options.keeper, session.say);
  if (!options.out.empty()) {
    base::write_file(options.out, text);
    session.result["files"] = {options.out};
  } else if (session.json()) {
    session.result["sheet"] = text;
  } else {
    session.out() << text;
  }
  return exit_done;
}

}  // namespace

Command template_command() {
  return {"template",
          {"an empty sheet for the departments to fill in", "写出供各部门填报的空白表"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<TemplateCommand>();
            app.add_option("FRAMEWORK", options->framework, say("the indicator system", "指标体系"))
                ->required();
            app.add_option("-o,--output", options->out,
                           say("file; default: standard output", "文件；默认标准输出"))
                ->option_text("FILE");
            app.add_option("--keeper", options->keeper,
                           say("only this department's variables", "只列该部门的变量"))
                ->option_text("K");
            app.add_option("--split", options->split,
                           say("a folder: one file a keeper", "文件夹：每部门一个文件"))
                ->option_text("DIR")
                ->excludes("--keeper")
                ->excludes("--output");
            app.add_option("--place", options->sheet.places,
                           say("a place; may be repeated", "评价单元；可重复"))
                ->option_text("P")
                ->allow_extra_args(false);
            app.add_option("--period", options->sheet.period,
                           say("the period to fill in", "填报时期"))
                ->option_text("T");
            return [options](Session& session) { return write_template(session, *options); };
          }};
}

}  // namespace tijian::cli

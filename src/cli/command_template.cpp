#include <algorithm>

#include "command.h"
#include "tijian/report/files.h"
#include "tijian/report/message.h"
#include "tijian/report/template_sheet.h"

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
  report::make_folder(options.split);
  std::vector<std::string> files;
  for (const std::string& keeper : report::keepers(framework)) {
    const std::string path = options.split + '/' + file_name(keeper, session.say);
    report::write_file(path,
                       report::template_sheet(framework, options.sheet, &keeper, session.say));
    files.push_back(path);
    if (!session.json()) session.out() << path << '\n';
  }
  session.result = report::JsonObject().add("files", files).text();
}

void check_keeper(Session& session, const TemplateCommand& options, const Framework& framework) {
  const std::vector<std::string> names = report::keepers(framework);
  if (std::ranges::find(names, options.keeper) != names.end()) return;
  session.refuse(report::message("B493",
                                 {{"found", options.keeper}, {"names", report::some_of(names)}}, "",
                                 {framework.path}));
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
    report::write_file(options.out, text);
    session.result = report::JsonObject().add("files", std::vector{options.out}).text();
  } else if (session.json()) {
    session.result = report::JsonObject().add("sheet", text).text();
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

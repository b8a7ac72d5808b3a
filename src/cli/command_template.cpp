#include <algorithm>
#include <fstream>
#include <iterator>

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

/// Whether a file stands there with something else in it: what a department filled in, perhaps.
bool would_be_lost(const std::string& path, const std::string& sheet) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  const std::string there((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return there != sheet;
}

/// Path and text of every sheet; nothing is written where any would overwrite something.
void write_sheets(Session& session,
                  const std::vector<std::pair<std::string, std::string>>& sheets) {
  std::vector<std::string> lost;
  for (const auto& [path, text] : sheets)
    if (would_be_lost(path, text)) lost.push_back(path);
  if (!lost.empty())
    session.refuse(report::message("C391", {{"names", report::some_of(lost)}}, "", {lost.front()}));
  for (const auto& [path, text] : sheets) report::write_file(path, text);
}

/// Departments that are asked for nothing get no file.
void write_split(Session& session, const TemplateCommand& options, const Framework& framework) {
  report::make_folder(options.split);
  std::vector<std::pair<std::string, std::string>> sheets;
  for (const std::string& keeper : report::keepers(framework)) {
    std::string text = report::template_sheet(framework, options.sheet, &keeper, session.say);
    if (std::ranges::count(text, '\n') > 1)
      sheets.emplace_back(options.split + '/' + file_name(keeper, session.say), std::move(text));
  }
  write_sheets(session, sheets);
  std::vector<std::string> files;
  for (const auto& [path, text] : sheets) {
    files.push_back(path);
    if (!session.json()) session.out() << path << '\n';
  }
  session.result = report::JsonObject().add("files", files).text();
}

/// Places of the list, where there is one, and a period that data may have.
void check_rows(Session& session, const report::SheetOptions& sheet, const Framework& framework) {
  std::vector<std::string> names;
  for (const Place& place : framework.places) names.push_back(place.name);
  for (const std::string& place : sheet.places) {
    if (names.empty() || framework.find_place(place) >= 0) continue;
    Diagnostic unknown = report::message("B457", {{"found", place}, {"likely", names.front()}},
                                         "--place", {framework.path});
    if (Text near = report::did_you_mean(place, names); !near.empty()) unknown.hint = near;
    session.refuse(std::move(unknown));
  }
  if (!sheet.period.empty() && !parse_period(sheet.period))
    session.refuse(report::message("C322", {{"cell", sheet.period}}, "--period"));
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
  check_rows(session, options.sheet, *framework);
  if (!options.split.empty()) {
    write_split(session, options, *framework);
    return exit_done;
  }
  const std::string text = report::template_sheet(
      *framework, options.sheet, options.keeper.empty() ? nullptr : &options.keeper, session.say);
  if (!options.out.empty()) {
    write_sheets(session, {{options.out, text}});
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

#include <algorithm>
#include <fstream>
#include <iterator>

#include "command.h"
#include "tijian/keeper.h"
#include "tijian/report/files.h"
#include "tijian/report/message.h"
#include "tijian/report/template_sheet.h"

namespace tijian::cli {
namespace {

struct TemplateCommand {
  std::string framework, out, keeper, split, xlsx;
  report::SheetOptions sheet;
};

/// A file that is to be written.
using Sheets = std::vector<std::pair<std::string, std::string>>;

/// The sheet of what nobody keeps has a name too.
std::string file_name(const std::string& keeper, report::Language say) {
  return file_name_of(keeper.empty() ? say("other", "其他") : keeper);
}

/// Two keepers whose names differ in what no file's name can have get a file each.
std::string free_path(const std::string& stem, const std::string& ending, const Sheets& taken) {
  std::string path = stem + ending;
  for (int k = 2; std::ranges::find(taken, path, &Sheets::value_type::first) != taken.end(); ++k)
    path = stem + '_' + std::to_string(k) + ending;
  return path;
}

/// Whether a file stands there with something else in it: what a department filled in, perhaps.
bool would_be_lost(const std::string& path, const std::string& sheet) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  const std::string there((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return there != sheet;
}

/// Path and text of every sheet; nothing is written where any would overwrite something.
void write_sheets(Session& session, const Sheets& sheets) {
  std::vector<std::string> lost;
  for (const auto& [path, text] : sheets)
    if (would_be_lost(path, text)) lost.push_back(path);
  if (!lost.empty())
    session.refuse(report::message("C391", {{"names", report::some_of(lost)}}, "", {lost.front()}));
  for (const auto& [path, text] : sheets) report::write_file(path, text);
}

/// The text of a CSV file, the bytes of a workbook; empty where nothing is asked.
std::string form_of(const Framework& framework, const TemplateCommand& options,
                    const std::string& keeper, const std::string& path, report::Language say) {
  if (!options.xlsx.empty())
    return report::template_workbook(framework, options.sheet, &keeper, say, path);
  std::string text = report::template_sheet(framework, options.sheet, &keeper, say);
  return std::ranges::count(text, '\n') > 1 ? text : "";
}

void tell_files(Session& session, const std::vector<std::string>& files) {
  session.result = report::JsonObject().add("files", files).text();
  if (session.json()) return;
  for (const std::string& path : files) session.out() << path << '\n';
  if (files.empty())
    session.out() << session.say("there is nothing to ask: no file was written\n",
                                 "没有要填的数，未写出文件\n");
}

/// Departments that are asked for nothing get no file.
void write_folder(Session& session, const TemplateCommand& options, const Framework& framework) {
  const bool workbooks = !options.xlsx.empty();
  const std::string& folder = workbooks ? options.xlsx : options.split;
  Sheets sheets;
  for (const std::string& keeper :
       options.keeper.empty() ? keepers(framework) : std::vector{options.keeper}) {
    const std::string path = free_path(folder + '/' + file_name(keeper, session.say),
                                       workbooks ? ".xlsx" : ".csv", sheets);
    std::string text = form_of(framework, options, keeper, path, session.say);
    if (!text.empty()) sheets.emplace_back(path, std::move(text));
  }
  report::make_folder(folder);
  write_sheets(session, sheets);
  std::vector<std::string> files;
  for (const auto& [path, text] : sheets) files.push_back(path);
  tell_files(session, files);
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
  const std::vector<std::string> names = keepers(framework);
  if (std::ranges::find(names, options.keeper) != names.end()) return;
  session.refuse(report::message("B493",
                                 {{"found", options.keeper}, {"names", report::some_of(names)}}, "",
                                 {framework.path}));
}

int write_workbook(Session& session, const TemplateCommand& options, const Framework& framework,
                   const std::string* keeper) {
  std::string bytes =
      report::template_workbook(framework, options.sheet, keeper, session.say, options.out);
  if (bytes.empty()) {
    tell_files(session, {});
  } else {
    write_sheets(session, {{options.out, std::move(bytes)}});
    session.result = report::JsonObject().add("files", std::vector{options.out}).text();
  }
  return exit_done;
}

int write_template(Session& session, const TemplateCommand& options) {
  const auto framework = session.framework(options.framework);
  if (!options.keeper.empty()) check_keeper(session, options, *framework);
  check_rows(session, options.sheet, *framework);
  if (!options.split.empty() || !options.xlsx.empty()) {
    write_folder(session, options, *framework);
    return exit_done;
  }
  const std::string* keeper = options.keeper.empty() ? nullptr : &options.keeper;
  if (CLI::detail::to_lower(options.out).ends_with(".xlsx"))
    return write_workbook(session, options, *framework, keeper);
  const std::string text = report::template_sheet(*framework, options.sheet, keeper, session.say);
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
                           say("file: .xlsx a workbook, else CSV; default: standard output",
                               "文件：.xlsx 为工作簿，否则为 CSV；默认标准输出"))
                ->option_text("FILE");
            app.add_option("--keeper", options->keeper,
                           say("only this department's variables", "只列该部门的变量"))
                ->option_text("K");
            app.add_option("--split", options->split,
                           say("a folder: one file a keeper", "文件夹：每部门一个文件"))
                ->option_text("DIR")
                ->excludes("--keeper")
                ->excludes("--output");
            app.add_option("--xlsx", options->xlsx,
                           say("a folder: one workbook a keeper", "文件夹：每部门一个工作簿"))
                ->option_text("DIR")
                ->excludes("--split")
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

#include "tijian/report/owed.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "formula/formula.h"
#include "framework/title.h"
#include "report/asked.h"
#include "report/csv_lines.h"
#include "report/json_writer.h"
#include "report/text_table.h"
#include "tijian/report/layout.h"
#include "tijian/report/message.h"
#include "tijian/report/template_sheet.h"

namespace tijian::report {
namespace {

/// The variables that a column gives: its own, or those that its indicator would be made of.
std::vector<int> variables_of(const IntakeColumn& column, const Framework& framework) {
  if (column.variable >= 0) return {column.variable};
  const auto& formula = framework.indicators[column.indicator].compiled;
  if (!formula) return {};
  const auto made_of = formula->variables();
  return {made_of.begin(), made_of.end()};
}

/// What all tables together give, by variable.
struct Given {
  std::set<std::string> places;  ///< that have a value in the period
  long faulty = 0;
  std::vector<std::string> files;
};

std::map<int, Given> given_by_variable(const Framework& framework,
                                       std::span<const IntakeTable> tables, const Period& period) {
  std::map<int, Given> all;
  for (const IntakeTable& table : tables)
    for (const IntakeColumn& column : table.columns)
      for (const int variable : variables_of(column, framework)) {
        Given& given = all[variable];
        for (const auto& [place, when] : column.given)
          if (when == period) given.places.insert(table.places[static_cast<std::size_t>(place)]);
        given.faulty += column.faulty;
        const bool any = !column.given.empty() || column.faulty > 0;
        if (any && std::ranges::find(given.files, table.file) == given.files.end())
          given.files.push_back(table.file);
      }
  return all;
}

std::vector<std::string> expected_places(const Framework& framework,
                                         std::span<const IntakeTable> tables) {
  std::vector<std::string> names;
  for (const Place& place : framework.places) names.push_back(place.name);
  if (!names.empty()) return names;
  std::set<std::string> met;
  for (const IntakeTable& table : tables)
    for (const std::string& place : table.places)
      if (met.insert(place).second) names.push_back(place);
  return names;
}

/// Whether a file is a department's: as its source says, or by its name.
bool is_from(const IntakeTable& table, const std::string& keeper) {
  if (!table.keeper.empty()) return table.keeper == keeper;
  return std::filesystem::path(table.file).stem().string() == keeper;
}

/// Adds a variable to what its department is asked for.
void add(Owed& owed, int variable, const Given& given, const std::vector<std::string>& places,
         const Framework& framework, const Asked& asked) {
  long cells = 0, here = 0;
  for (const std::string& place : places) {
    if (!asked(variable, framework.find_place(place))) continue;
    ++cells;
    here += given.places.contains(place) ? 1 : 0;
  }
  if (cells == 0) return;
  ++owed.variables;
  owed.cells += cells;
  owed.given += here;
  owed.faulty += given.faulty;
  if (here > 0)
    ++owed.given_variables;
  else
    owed.lacking.push_back(variable);
  for (const std::string& file : given.files)
    if (std::ranges::find(owed.files, file) == owed.files.end()) owed.files.push_back(file);
}

std::string keeper_name(const Owed& owed, Language say) {
  return owed.keeper.empty() ? say("(nobody named)", "（未注明）") : owed.keeper;
}

std::vector<std::string> titles(const std::vector<int>& variables, const Framework& framework,
                                Language say) {
  std::vector<std::string> names;
  for (const int variable : variables)
    names.push_back(say(framework::title_of(framework.variables[variable])));
  return names;
}

/// Files by their names alone.
std::string file_names(const Owed& owed, Language say) {
  std::vector<std::string> names;
  for (const std::string& file : owed.files)
    names.push_back(std::filesystem::path(file).filename().string());
  return joined(names, say("; ", "；"));
}

}  // namespace

Period latest_period(std::span<const IntakeTable> tables) {
  Period latest;
  for (const IntakeTable& table : tables)
    for (const IntakeColumn& column : table.columns)
      for (const auto& [place, period] : column.given) latest = std::max(latest, period);
  return latest;
}

std::vector<Owed> owed(const Framework& framework, std::span<const IntakeTable> tables,
                       const Period& period) {
  const auto given = given_by_variable(framework, tables, period);
  const std::vector<std::string> places = expected_places(framework, tables);
  const Asked asked(framework);
  std::vector<Owed> all;
  for (const std::string& keeper : keepers(framework)) {
    Owed& one = all.emplace_back();
    one.keeper = keeper;
    for (int v = 0; v < std::ssize(framework.variables); ++v) {
      if (keeper_of(framework, framework.variables[v]) != keeper) continue;
      const auto found = given.find(v);
      add(one, v, found == given.end() ? Given{} : found->second, places, framework, asked);
    }
    for (const IntakeTable& table : tables)
      if (!keeper.empty() && is_from(table, keeper) &&
          std::ranges::find(one.files, table.file) == one.files.end())
        one.files.push_back(table.file);
  }
  std::erase_if(all, [](const Owed& one) { return one.variables == 0; });
  return all;
}

std::string owed_page(std::span<const Owed> all, const Framework& framework, const Period& period,
                      const View& view) {
  const Language say = view.say;
  if (std::ranges::all_of(all, [](const Owed& one) { return one.keeper.empty(); })) return "";
  const long open =
      std::ranges::count_if(all, [](const Owed& one) { return one.empty() > 0 || one.faulty > 0; });
  const std::string when = to_string(period).empty() ? "" : say(", ", "，") + to_string(period);
  if (open == 0) return say("Who owes what{}: nobody\n", "催报{}：各部门均已报齐\n", when);
  TextTable table({{say("department", "部门"), false, 8, 0, false},
                   {say("files", "文件"), true},
                   {say("variables", "变量"), true},
                   {say("cells", "应填"), true},
                   {say("given", "已填"), true},
                   {say("empty", "未填"), true},
                   {say("faulty", "有误"), true}});
  for (const Owed& one : all) {
    if (one.empty() == 0 && one.faulty == 0) continue;
    table.add({{keeper_name(one, say), Style::strong},
               {std::to_string(one.files.size())},
               {fmt::format("{}/{}", one.given_variables, one.variables)},
               {std::to_string(one.cells)},
               {std::to_string(one.given)},
               {std::to_string(one.empty())},
               {std::to_string(one.faulty)}});
    if (!one.lacking.empty())
      table.add_line(
          say("  lacking: {}", "  缺：{}", say(some_of(titles(one.lacking, framework, say)))), 2);
  }
  return say("Who owes what{}: {} of {} departments\n", "催报{}：{}/{} 个部门\n", when, open,
             all.size()) +
         table.render(view.width, view.colour);
}

std::string owed_csv(std::span<const Owed> all, const Framework& framework, Language say) {
  CsvLines lines = CsvLines::for_people({"keeper", "files", "variables", "given_variables", "cells",
                                         "given", "empty", "faulty", "lacking"});
  for (const Owed& one : all)
    lines.add(keeper_name(one, say))
        .add(file_names(one, say))
        .add(std::to_string(one.variables))
        .add(std::to_string(one.given_variables))
        .add(std::to_string(one.cells))
        .add(std::to_string(one.given))
        .add(std::to_string(one.empty()))
        .add(std::to_string(one.faulty))
        .add(joined(titles(one.lacking, framework, say), say("; ", "；")))
        .end();
  return lines.text();
}

std::string to_json(std::span<const Owed> all, const Framework& framework, Language say) {
  JsonWriter json;
  json.open('[');
  for (const Owed& one : all) {
    json.open('{').add("keeper", one.keeper).key("files").open('[');
    for (const std::string& file : one.files) json.add_text(file);
    json.close(']')
        .add("variables", static_cast<int>(one.variables))
        .add("given_variables", static_cast<int>(one.given_variables))
        .add("cells", static_cast<int>(one.cells))
        .add("given", static_cast<int>(one.given))
        .add("empty", static_cast<int>(one.empty()))
        .add("faulty", static_cast<int>(one.faulty))
        .key("lacking")
        .open('[');
    for (const std::string& title : titles(one.lacking, framework, say)) json.add_text(title);
    json.close(']').close('}');
  }
  return json.close(']').text();
}

}  // namespace tijian::report

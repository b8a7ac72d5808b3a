#include <algorithm>
#include <filesystem>

#include "framework/title.h"
#include "report/csv_lines.h"
#include "report/json_writer.h"
#include "report/text_table.h"
#include "tijian/report/layout.h"
#include "tijian/report/message.h"
#include "tijian/report/owed.h"

namespace tijian::report {
namespace {

constexpr std::size_t told_places = 3, told_variables = 10;
constexpr std::size_t every_place = static_cast<std::size_t>(-1);

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

/// Names, of which at most so many are told.
std::string few_of(const std::vector<std::string>& names, std::size_t most, Language say) {
  const std::size_t told = std::min(most, names.size());
  std::string text;
  for (std::size_t i = 0; i < told; ++i) text += (i > 0 ? say(", ", "、") : "") + names[i];
  if (told == names.size()) return text;
  return text + say(" ... and {} more", "……另有 {} 个", names.size() - told);
}

/// `Doctors: Old town, New town`, by variable.
std::vector<std::string> gaps(const Owed& owed, const Framework& framework, std::size_t most_places,
                              Language say) {
  std::vector<std::string> all;
  for (const Incomplete& one : owed.incomplete)
    all.push_back(say(framework::title_of(framework.variables[one.variable])) + say(": ", "：") +
                  few_of(one.places, most_places, say));
  return all;
}

/// Files by their names alone.
std::string file_names(const Owed& owed, Language say) {
  std::vector<std::string> names;
  for (const std::string& file : owed.files)
    names.push_back(std::filesystem::path(file).filename().string());
  return joined(names, say("; ", "；"));
}

}  // namespace

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
    if (!one.incomplete.empty())
      table.add_line(say("  in part: {}", "  不全：{}",
                         few_of(gaps(one, framework, told_places, say), told_variables, say)),
                     2);
  }
  return say("Who owes what{}: {} of {} departments\n", "催报{}：{}/{} 个部门\n", when, open,
             all.size()) +
         table.render(view.width, view.colour);
}

std::string owed_csv(std::span<const Owed> all, const Framework& framework, Language say) {
  CsvLines lines = CsvLines::for_people({"keeper", "files", "variables", "given_variables", "cells",
                                         "given", "empty", "faulty", "lacking", "incomplete"});
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
        .add(joined(gaps(one, framework, every_place, say), say("; ", "；")))
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
    json.close(']').key("incomplete").open('[');
    for (const Incomplete& gap : one.incomplete) {
      const Variable& of = framework.variables[gap.variable];
      json.open('{').add("id", of.id).add("title", say(framework::title_of(of)));
      json.key("places").open('[');
      for (const std::string& place : gap.places) json.add_text(place);
      json.close(']').close('}');
    }
    json.close(']').close('}');
  }
  return json.close(']').text();
}

}  // namespace tijian::report

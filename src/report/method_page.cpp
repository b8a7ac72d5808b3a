#include <fmt/ranges.h>

#include <cmath>

#include "base/number.h"
#include "report/method_families.h"
#include "report/text_table.h"
#include "tijian/report/layout.h"
#include "tijian/report/methods.h"

namespace tijian::report {
std::string kind_words(const Parameter& parameter, Language say) {
  using Kind = Parameter::Kind;
  switch (parameter.kind) {
    case Kind::number:
      return parameter.whole ? say("whole number", "整数") : say("number", "数");
    case Kind::boolean:
      return say("true or false", "true 或 false");
    case Kind::text:
      return say("text", "文字");
    case Kind::one_of:
      return fmt::format("{}", fmt::join(parameter.names, " | "));
    case Kind::numbers:
      return parameter.names.empty() ? say("list of numbers", "数的列表")
                                     : fmt::format("[{}]", fmt::join(parameter.names, ", "));
    case Kind::texts:
      return say("list of texts", "文字的列表");
    case Kind::goalposts:
      return say("[low, high], or a map of them", "[下限, 上限]，或其映射");
    case Kind::matrices:
      return say("map", "映射");
    case Kind::points:
      return say("list of [value, score]", "[值, 得分] 的列表");
    case Kind::year_value:
      return say("[year, value]", "[年, 值]");
    case Kind::distance:
      return say("number above 0, or a percentage of the limit", "大于 0 的数，或限值的百分比");
  }
  return "";
}

namespace {

std::string bounds_words(const Parameter& parameter, Language say) {
  const bool low = std::isfinite(parameter.low), high = std::isfinite(parameter.high);
  if (low && high)
    return say(", {} to {}", "，{} 至 {}", base::readable(parameter.low),
               base::readable(parameter.high));
  if (low) return say(", at least {}", "，不小于 {}", base::readable(parameter.low));
  return high ? say(", at most {}", "，不大于 {}", base::readable(parameter.high)) : "";
}

/// Where a value function's parameter comes from when it is left out.
std::string own_words(Parameter::Own own, Language say) {
  switch (own) {
    case Parameter::Own::none:
      return {};
    case Parameter::Own::baseline:
      return say("default the plan's baseline", "默认取规划的基期");
    case Parameter::Own::target:
    case Parameter::Own::goal:
      return say("default the plan's target", "默认取规划的目标");
    case Parameter::Own::standard:
      return say("default the standard's limit", "默认取标准的限值");
    case Parameter::Own::upper_limit:
      return say("default the standard's cap, else the plan's target",
                 "默认取标准的上限，没有则取规划的目标");
    case Parameter::Own::lower_limit:
      return say("default the standard's floor, else the plan's target",
                 "默认取标准的下限，没有则取规划的目标");
  }
  return {};
}

/// `number, at least 0; default 1: what it is`
std::string parameter_words(const Parameter& parameter, Language say) {
  const std::string fallback = parameter.required() ? say("required", "必填")
                               : parameter.optional ? say("may be left out", "可不写")
                               : parameter.own == Parameter::Own::none
                                   ? say("default {}", "默认 {}", parameter.fallback)
                                   : own_words(parameter.own, say);
  return say("{}{}; {}: {}", "{}{}；{}：{}", kind_words(parameter, say),
             bounds_words(parameter, say), fallback, say(parameter.about));
}

/// `number, 0 to 1; default 0: what it is`
std::string key_words(const MethodKey& key, Language say) {
  const std::string fallback = key.fallback.empty()
                                   ? say("required", "必填")
                                   : say("default {}", "默认 {}", say(key.fallback));
  return say("{}; {}: {}", "{}；{}：{}", say(key.value), fallback, say(key.about));
}

template <class Named>
std::string joined_names(const std::vector<Named>& all) {
  std::string names;
  for (const Named& one : all) names += (names.empty() ? "" : ", ") + one.name;
  return names;
}

/// Markdown takes a bar for the end of a table's cell, and an asterisk for emphasis.
std::string markdown(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '<') out += '\\';
    out += c;
  }
  return out;
}

/// A label and what stands behind it; nothing where that is nothing.
std::string labelled(const std::string& label, const std::string& text, const View& view) {
  const std::string padded = display_width(label) < 12 ? pad_right(label, 12) : label + "  ";
  return text.empty() ? "" : wrap("  " + padded + text, view.width, 14) + '\n';
}

std::string entry_text(const MethodFamily& family, const MethodEntry& entry, const View& view) {
  const Language say = view.say;
  std::string out =
      styled(fmt::format("{}: {}", family.key, entry.name), Style::strong, view.colour) + "  " +
      say(entry.title) + '\n';
  out += labelled(say("formula", "公式"), entry.formula, view);
  for (const Parameter& parameter : entry.parameters)
    out += labelled(parameter.name, parameter_words(parameter, say), view);
  out += labelled(say("literature", "文献"), entry.literature, view);
  return out + labelled(say("misleads", "何时误导"), say(entry.misleads), view);
}

/// The lines of a text, each behind some spaces.
std::string indented_lines(const std::string& text, int spaces) {
  std::string out;
  for (const char c : text) {
    if (out.empty() || out.back() == '\n') out.append(spaces, ' ');
    out += c;
  }
  return out;
}

std::string family_heading(const MethodFamily& family, const View& view) {
  return styled(fmt::format("{}: {}", family.key, view.say(family.title)), Style::strong,
                view.colour) +
         '\n';
}

/// The names of what it may choose from.
std::string entry_names(const MethodFamily& family) {
  std::string names;
  for (const MethodEntry* entry : family.entries)
    names += (names.empty() ? "" : ", ") + entry->name;
  return names;
}

std::string family_text(const MethodFamily& family, const View& view) {
  const Language say = view.say;
  std::string out = family_heading(family, view);
  out += wrap("  " + say(family.about), view.width, 2) + '\n';
  for (const MethodKey& key : family.keys) out += labelled(key.name, key_words(key, say), view);
  out += labelled(say("methods", "方法"), entry_names(family), view);
  return out + say("  example\n", "  示例\n") + indented_lines(family.example, 4);
}

std::string family_page(const MethodFamily& family, Language say) {
  std::string out =
      fmt::format("## `{}`: {}\n\n{}\n\n", family.key, say(family.title), say(family.about));
  for (const MethodKey& key : family.keys)
    out += fmt::format("- `{}`: {}\n", key.name, markdown(key_words(key, say)));
  if (!family.keys.empty()) out += '\n';
  return family.example.empty() ? out : out + fmt::format("```yaml\n{}```\n\n", family.example);
}

std::string entry_page(const MethodEntry& entry, Language say) {
  std::string out = fmt::format("### `{}`: {}\n\n", entry.name, say(entry.title));
  if (!entry.formula.empty()) out += fmt::format("    {}\n\n", entry.formula);
  for (const Parameter& parameter : entry.parameters)
    out += fmt::format("- `{}`: {}\n", parameter.name, markdown(parameter_words(parameter, say)));
  if (!entry.parameters.empty()) out += '\n';
  if (!entry.literature.empty())
    out += say("Literature: {}\n\n", "文献：{}\n\n", markdown(entry.literature));
  const std::string& misleads = say(entry.misleads);
  return misleads.empty()
             ? out
             : out + say("When it misleads: {}\n\n", "何时误导：{}\n\n", markdown(misleads));
}

}  // namespace

std::string method_list(const MethodTable& methods, const View& view) {
  const Language say = view.say;
  std::string out;
  for (const MethodFamily& family : method_families(methods)) {
    out += family_heading(family, view);
    TextTable table({{"", false, 0, 0}, {"", false, 0, 0}, {"", false, 10, 1, true}});
    for (const MethodEntry* entry : family.entries)
      table.add({{"  " + entry->name},
                 {say(entry->title)},
                 {joined_names(entry->parameters), Style::faint}});
    if (!family.entries.empty()) out += table.render(view.width, view.colour);
    if (!family.keys.empty())
      out += wrap(say("  keys: {}", "  键：{}", joined_names(family.keys)), view.width, 4) + '\n';
    out += '\n';
  }
  return out + say("One in full: tijian methods NAME\nOne of these keys: tijian methods missing\n",
                   "查看某一方法：tijian methods NAME\n查看某一个键：tijian methods missing\n");
}

std::string method_entry(const MethodTable& methods, const std::string& name, const View& view) {
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : "\n") + text; };
  for (const MethodFamily& family : method_families(methods)) {
    if (family.key == name) add(family_text(family, view));
    for (const MethodEntry* entry : family.entries)
      if (entry->name == name) add(entry_text(family, *entry, view));
  }
  return out;
}

std::string method_page(const MethodTable& methods, Language say) {
  std::string out =
      say("# The methods\n\nGenerated from the table of methods by `tijian methods --markdown`; "
          "change the table, not this "
          "page.\n\n",
          "# 方法\n\n由 `tijian methods --markdown` 从方法表生成；要改请改方法表，不改本页。\n\n");
  for (const MethodFamily& family : method_families(methods)) {
    out += family_page(family, say);
    for (const MethodEntry* entry : family.entries) out += entry_page(*entry, say);
  }
  out.pop_back();
  return out;
}

std::vector<std::string> method_names(const MethodTable& methods) {
  std::vector<std::string> names;
  for (const MethodFamily& family : method_families(methods)) {
    names.push_back(family.key);
    for (const MethodEntry* entry : family.entries) names.push_back(entry->name);
  }
  return names;
}

}  // namespace tijian::report

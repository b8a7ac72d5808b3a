#include "help.h"

#include "examples.h"
#include "tijian/report/layout.h"

namespace tijian::cli {
namespace {

constexpr int name_width = 24;

bool unlimited(const CLI::Option& option) {
  return option.get_expected_max() >= CLI::detail::expected_max_vector_size;
}

std::string positional(const CLI::Option& option) {
  const std::string name = option.get_name(true) + (unlimited(option) ? "..." : "");
  return option.get_required() ? name : '[' + name + ']';
}

std::string option_name(const CLI::Option& option) {
  std::string name = option.get_name(false, true);
  if (const auto comma = name.find(','); comma != name.npos) name.insert(comma + 1, " ");
  return option.get_option_text().empty() ? name : name + ' ' + option.get_option_text();
}

}  // namespace

std::string HelpFormatter::entry(const std::string& name, const std::string& about) const {
  const std::string indent(name_width, ' ');
  if (report::display_width(name) <= name_width - 4)
    return report::wrap("  " + report::pad_right(name, name_width - 2) + about, view_.width,
                        name_width) +
           '\n';
  return "  " + name + '\n' + report::wrap(indent + about, view_.width, name_width) + '\n';
}

std::string HelpFormatter::usage(const CLI::App& app, const std::string& name) const {
  std::string line = view_.say("Usage: ", "用法：") + name;
  for (const CLI::Option* option : app.get_options())
    if (option->get_positional()) line += ' ' + positional(*option);
  if (!app.get_subcommands({}).empty()) line += view_.say(" COMMAND ...", " 命令 ...");
  return line + view_.say(" [options]\n", " [选项]\n");
}

std::string HelpFormatter::option_groups(const CLI::App& app) const {
  std::string out;
  for (const std::string& group : app.get_groups()) {
    std::string entries;
    for (const CLI::Option* option : app.get_options())
      if (!option->get_positional() && option->get_group() == group)
        entries += entry(option_name(*option), option->get_description());
    if (!entries.empty()) out += '\n' + group + view_.say(":\n", "：\n") + entries;
  }
  return out;
}

/// Lines to copy are never wrapped.
std::string HelpFormatter::examples(const std::string& command) const {
  std::string out;
  for (const Example& example : examples_of(command)) {
    out += out.empty() ? view_.say("\nExamples:\n", "\n示例：\n") : "";
    out += "  # " + view_.say(example.about) + '\n';
    for (const std::string_view line : example.lines) out += "  " + std::string(line) + '\n';
  }
  return out;
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string name,
                                     CLI::AppFormatMode) const {
  std::string out =
      report::wrap(app->get_description(), view_.width, 0) + "\n\n" + usage(*app, name);
  std::string entries;
  for (const CLI::Option* option : app->get_options())
    if (option->get_positional())
      entries += entry(option->get_name(true), option->get_description());
  for (const CLI::App* command : app->get_subcommands({}))
    entries += entry(command->get_name(), command->get_description());
  if (!entries.empty()) out += '\n' + entries;
  out += option_groups(*app);
  if (!app->get_footer().empty())
    out += '\n' + report::wrap(app->get_footer(), view_.width, 0) + '\n';
  return out + examples(app->get_name());
}

}  // namespace tijian::cli

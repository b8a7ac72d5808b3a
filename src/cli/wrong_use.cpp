#include "wrong_use.h"

#include <algorithm>
#include <vector>

#include "tijian/report/message.h"

namespace tijian::cli {
namespace {

std::string did_you_mean(const std::string& found, const std::vector<std::string>& names,
                         report::Language say) {
  const Text hint = report::did_you_mean(found, names);
  return hint.empty() ? "" : say("; ", "；") + say(hint);
}

const CLI::App& chosen(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.back();
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

/// The part of CLI11's own message before `mark`: the name of the option.
std::string before(const std::string& message, const std::string& mark) {
  return message.substr(0, message.find(mark));
}

std::string left_over(const std::vector<std::string>& extras, const CLI::App& app,
                      report::Language say) {
  const auto option =
      std::ranges::find_if(extras, [](const auto& e) { return e.size() > 1 && e[0] == '-'; });
  if (option != extras.end()) {
    const std::string name = before(*option, "=");
    return say("unknown option '{}'", "没有选项“{}”", name) +
           did_you_mean(name, option_names(chosen(app)), say);
  }
  if (app.get_subcommands().empty())
    return say("unknown command '{}'", "没有命令“{}”", extras.front()) +
           did_you_mean(extras.front(), command_names(app), say);
  return say("unexpected argument '{}'", "多余的参数“{}”", extras.front());
}

std::string mismatch(const std::string& message, report::Language say) {
  if (message.find("At Most") != message.npos)
    return say("{} is given more than once", "{} 只能给一次", before(message, ":"));
  return say("{} needs a value", "{} 后面要有值", before(message, ":"));
}

std::string excluded(const std::string& message, report::Language say) {
  const std::string first = before(message, " excludes ");
  return say("{} and {} exclude each other", "{} 与 {} 不能同时使用", first,
             message.substr(std::min(message.size(), first.size() + 10)));
}

template <class Kind>
bool is(const CLI::ParseError& error) {
  return dynamic_cast<const Kind*>(&error) != nullptr;
}

std::string sentence(const CLI::ParseError& error, const CLI::App& app, report::Language say) {
  const std::string message = error.what();
  const std::vector<std::string> extras = app.remaining(true);
  const bool stray_option =
      std::ranges::any_of(extras, [](const auto& e) { return e.size() > 1 && e[0] == '-'; });
  if (!extras.empty() && (stray_option || is<CLI::ExtrasError>(error)))
    return left_over(extras, app, say);
  if (is<CLI::RequiredError>(error))
    return say("{} is missing", "缺少 {}", before(message, " is required"));
  if (is<CLI::ArgumentMismatch>(error)) return mismatch(message, say);
  if (is<CLI::ExcludesError>(error)) return excluded(message, say);
  if (is<CLI::RequiresError>(error))
    return say("{} is missing", "缺少 {}", message.substr(message.rfind(' ') + 1));
  return message;
}

}  // namespace

std::string wrong_use(const CLI::ParseError& error, const CLI::App& app, report::Language say) {
  const CLI::App& command = chosen(app);
  const std::string name = &command == &app ? "tijian" : "tijian " + command.get_name();
  return say("{0}: {1}\nSee: {0} --help\n", "{0}：{1}\n用法见：{0} --help\n", name,
             sentence(error, app, say));
}

CLI::Validator one_of(std::vector<std::string> names, report::Language say) {
  return {[names = std::move(names), say](std::string& found) {
            if (std::ranges::find(names, found) != names.end()) return std::string();
            return say("'{}' is not one of {}", "“{}”不在可选之列：{}", found,
                       report::joined(names, say(", ", "、"))) +
                   did_you_mean(found, names, say);
          },
          ""};
}

CLI::Validator whole_number(report::Language say) {
  return {[say](std::string& found) {
            const bool digits =
                !found.empty() && found.size() < 7 &&
                std::ranges::all_of(found, [](char c) { return c >= '0' && c <= '9'; });
            return digits ? std::string()
                          : say("'{}' is not a whole number from 0 to 999999",
                                "“{}”不是 0 至 999999 的整数", found);
          },
          ""};
}

}  // namespace tijian::cli

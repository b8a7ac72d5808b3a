#include "program.h"

#include <CLI/CLI.hpp>
#include <new>

#include "command.h"
#include "help.h"
#include "wrong_use.h"

namespace tijian::cli {
namespace {

/// The language must be known before the options are read: help and messages are in it.
report::Language language_of(const std::vector<std::string>& arguments, bool chinese) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--") break;
    if (arguments[i].starts_with("--lang=")) chinese = arguments[i] == "--lang=zh";
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) chinese = arguments[i + 1] == "zh";
  }
  return {chinese};
}

void add_global_options(CLI::App& app, GlobalOptions& options, report::Language say) {
  app.set_help_flag("-h,--help", say("this text", "显示本说明"));
  app.get_help_ptr()->group(say("Options of every command", "通用选项"));
  app.option_defaults()->group(say("Options of every command", "通用选项"));
  app.add_option("--lang", options.language,
                 say("language; default: the locale's", "语言；默认随系统"))
      ->option_text("zh|en")
      ->check(one_of({"zh", "en"}, say));
  app.add_option("--format", options.format,
                 say("json: results and messages for programs", "json：供程序读取的结果与消息"))
      ->option_text("text|json")
      ->check(one_of({"text", "json"}, say));
  app.add_flag("--strict", options.reading.strict,
               say("surplus and absent columns and implausible values are errors",
                   "多余或缺少的列、超出合理范围的值按错误处理"));
  app.add_option("--missing", options.reading.missing,
                 say("a further mark of missing values, such as -999; may be repeated",
                     "另一种缺失值记号，如 -999；可重复"))
      ->option_text("MARK")
      ->allow_extra_args(false);
  app.add_option("--skip-lines", options.reading.skip_lines,
                 say("lines above the header of the data", "数据表头之上要跳过的行数"))
      ->option_text("N")
      ->check(whole_number(say));
  app.add_flag("--skip-notes", options.reading.skip_notes,
               say("passes over notes below the table of the data", "跳过数据表格下方的注释行"));
  app.add_option("--variable", options.reading.variable,
                 say("what the values are where the columns of the data are periods",
                     "数据各列为时期时，数值是哪个变量"))
      ->option_text("NAME");
  const auto threads = [&options](int n) { options.threads = options.reading.threads = n; };
  app.add_option_function<int>("--threads", threads,
                               say("0 or left out: all cores", "线程数；0 或不写则用全部核心"))
      ->option_text("N")
      ->check(whole_number(say));
  app.option_defaults()->group(say("Options", "选项"));
}

/// The parser with all commands, and what runs for each.
struct Parser {
  CLI::App app;
  GlobalOptions options;
  std::vector<std::pair<CLI::App*, Command::Action>> actions;

  Parser(const report::View& view) {
    const report::Language say = view.say;
    app.name("tijian");
    app.description(
        say("Tijian scores urban health checks: an indicator system in YAML, statistics in CSV.",
            "体检（tijian）为城市体检计分：指标体系用 YAML 写，统计数据用 CSV 给。"));
    app.formatter(std::make_shared<HelpFormatter>(view));
    app.footer(
        say("FRAMEWORK is a framework.yaml or the folder that holds it. Exit codes: 0 done, 1 the "
            "input has errors, 2 wrong use, 3 a fault of ours.",
            "FRAMEWORK 是 framework.yaml 或它所在的文件夹。退出码：0 完成，1 输入有误，2 "
            "用法不对，3 程序自身的错误。"));
    add_global_options(app, options, say);
    app.set_version_flag("--version", "tijian " TIJIAN_VERSION, say("the version", "显示版本"));
    app.require_subcommand(0, 1);  // a second name is an argument: `tijian methods score`
    for (const Command& command : commands()) {
      CLI::App* sub = app.add_subcommand(command.name, say(command.about));
      sub->option_defaults()->group(say("Options", "选项"));
      actions.emplace_back(sub, command.declare(*sub, say));
      add_global_options(*sub, options, say);
    }
  }
};

int run(const Command::Action& action, Session& session) {
  try {
    return action(session);
  } catch (const BadInput&) {
    return exit_bad_input;
  } catch (const InputError& error) {
    session.tell(error.diagnostics());
    return exit_bad_input;
  }
}

int run_command(const Parser& parser, Terminal& terminal, report::Language say) {
  for (const auto& [app, action] : parser.actions) {
    if (!app->parsed()) continue;
    Session session(terminal, parser.options, say);
    const int code = run(action, session);
    if (session.json()) session.print_json(code);
    return code;
  }
  terminal.err << parser.app.help();
  return exit_wrong_use;
}

int parse_and_run(const std::vector<std::string>& arguments, Terminal& terminal,
                  report::Language say) {
  Parser parser({say, terminal.width, false});
  try {
    // CLI11 takes its arguments from the back.
    parser.app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForVersion& version) {
    terminal.out << version.what() << '\n';
    return exit_done;
  } catch (const CLI::CallForHelp&) {
    terminal.out << parser.app.help();
    return exit_done;
  } catch (const CLI::ParseError& error) {
    terminal.err << wrong_use(error, parser.app, say);
    return exit_wrong_use;
  }
  return run_command(parser, terminal, say);
}

}  // namespace

int run_program(const std::vector<std::string>& arguments, Terminal& terminal) {
  const report::Language say = language_of(arguments, terminal.chinese);
  try {
    const int code = parse_and_run(arguments, terminal, say);
    if (terminal.out.flush()) return code;
    terminal.err << say("tijian: cannot write to standard output\n", "tijian：无法写到标准输出\n");
    return exit_bad_input;
  } catch (const std::bad_alloc&) {
    terminal.err << say("tijian: not enough memory; score --stream needs little\n",
                        "tijian：内存不足；score --stream 只用很少内存\n");
  } catch (const std::exception& error) {
    terminal.err << say(
        "tijian: a fault of ours, not of your input: {}\nPlease report it with the command that "
        "you gave.\n",
        "tijian：程序自身的错误，与您的输入无关：{}\n请把所用命令一并报告给我们。\n", error.what());
  }
  return exit_our_fault;
}

}  // namespace tijian::cli

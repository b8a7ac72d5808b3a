#include "command.h"
#include "tijian/report/dictionary.h"
#include "tijian/report/files.h"

namespace tijian::cli {
namespace {

struct DictionaryCommand {
  std::string framework, out;
};

int write_dictionary(Session& session, const DictionaryCommand& options) {
  const std::string text =
      report::dictionary(*session.framework(options.framework), builtin_methods(), session.say);
  if (!options.out.empty()) {
    report::write_file(options.out, text);
    session.result = report::JsonObject().add("files", std::vector{options.out}).text();
  } else if (session.json()) {
    session.result = report::JsonObject().add("dictionary", text).text();
  } else {
    session.out() << text;
  }
  return exit_done;
}

}  // namespace

Command dictionary_command() {
  return {"dictionary",
          {"the book of indicators, in Markdown", "写出指标手册（Markdown）"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<DictionaryCommand>();
            app.add_option("FRAMEWORK", options->framework, say("the indicator system", "指标体系"))
                ->required();
            app.add_option("-o,--output", options->out,
                           say("file; default: standard output", "文件；默认标准输出"))
                ->option_text("FILE");
            return [options](Session& session) { return write_dictionary(session, *options); };
          }};
}

}  // namespace tijian::cli

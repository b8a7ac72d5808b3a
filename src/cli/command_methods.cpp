#include "command.h"
#include "tijian/report/message.h"
#include "tijian/report/methods.h"

namespace tijian::cli {
namespace {

struct MethodsCommand {
  std::string name;
  bool markdown = false;
};

std::string entry(Session& session, const std::string& name) {
  const MethodTable& methods = builtin_methods();
  const std::string text = report::method_entry(methods, name, session.view());
  if (!text.empty()) return text;
  const std::vector<std::string> names = report::method_names(methods);
  Diagnostic problem = report::message("M690", {{"found", name}});
  if (Text hint = report::did_you_mean(name, names); !hint.empty()) problem.hint = std::move(hint);
  session.refuse(std::move(problem));
}

int methods(Session& session, const MethodsCommand& options) {
  const std::string text = !options.name.empty() ? entry(session, options.name)
                           : options.markdown
                               ? report::method_page(builtin_methods(), session.say)
                               : report::method_list(builtin_methods(), session.view());
  if (session.json())
    session.result = report::to_json(builtin_methods(), session.say);
  else
    session.out() << text;
  return exit_done;
}

}  // namespace

Command methods_command() {
  return {"methods",
          {"all methods with parameters, formulas and literature", "全部方法及其参数、公式与文献"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<MethodsCommand>();
            app.add_option("NAME", options->name,
                           say("one method, or one key such as missing, in full",
                               "只看某一方法，或某一个键（如 missing）"));
            app.add_flag("--markdown", options->markdown,
                         say("the page of documentation", "输出文档页"));
            return [options](Session& session) { return methods(session, *options); };
          }};
}

}  // namespace tijian::cli

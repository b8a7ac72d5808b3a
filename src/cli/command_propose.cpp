#include <algorithm>
#include <filesystem>

#include "command.h"
#include "tijian/proposal.h"
#include "tijian/report/files.h"
#include "tijian/report/message.h"

namespace tijian::cli {
namespace {

struct ProposeCommand {
  std::string framework, out;
  std::vector<std::string> files;
};

/// What a person wrote into it is not lost.
void refuse_overwriting(Session& session, const std::string& path) {
  std::error_code fault;
  if (!path.empty() && std::filesystem::exists(path, fault))
    session.refuse(report::message("C391", {{"names", path}}, "", {path}));
}

int propose_reading(Session& session, const ProposeCommand& options) {
  const auto framework = session.framework(options.framework);
  refuse_overwriting(session, options.out);
  const Loaded<std::vector<Proposal>> proposed = propose(options.files, *framework);
  session.tell(proposed.diagnostics);
  const std::string folder = std::filesystem::path(options.out).parent_path().string();
  const std::string text = to_yaml(*proposed.value, folder, session.say.code());
  const auto unread = std::ranges::count_if(*proposed.value, &Proposal::unread);
  const auto open = std::ranges::count_if(*proposed.value, &Proposal::open) - unread;
  if (options.out.empty()) {
    if (!session.json()) session.out() << text;
  } else {
    report::write_file(options.out, text);
    if (!session.json())
      session.out() << session.say(
          "written: {}: {} to read, {} to answer first, {} not understood\n",
          "已写出：{}：可读表 {} 张，需先补充说明 {} 张，未能读懂 {} 张\n", options.out,
          proposed.value->size() - open - unread, open, unread);
  }
  session.result =
      report::JsonObject().add("sources", text).add("open", static_cast<int>(open)).text();
  return has_errors(proposed.diagnostics) ? exit_bad_input : exit_done;
}

}  // namespace

Command propose_command() {
  return {"propose",
          {"how files could be read: a sources.yaml to look over",
           "分析数据文件，生成读取说明 sources.yaml"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<ProposeCommand>();
            app.add_option("FRAMEWORK", options->framework, say("the indicator system", "指标体系"))
                ->required();
            app.add_option("FILES", options->files,
                           say("files or folders of them", "数据文件，或其所在文件夹"))
                ->required();
            app.add_option("-o,--output", options->out,
                           say("file; default: standard output", "文件；默认标准输出"))
                ->option_text("FILE");
            return [options](Session& session) { return propose_reading(session, *options); };
          }};
}

}  // namespace tijian::cli

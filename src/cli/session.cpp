#include "session.h"

#include <filesystem>

#include "tijian/report/files.h"
#include "tijian/report/message.h"

namespace tijian::cli {

std::string written_files(const Session& session, const std::vector<std::string>& files) {
  return session.say("written: {}\n", "已写出：{}\n",
                     report::joined(files, session.say(", ", "、")));
}

void Session::tell(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string words = to_string(diagnostic, say.code());
    if (!words_.insert(words).second) continue;
    told_.push_back(diagnostic);
    if (json()) continue;
    if (terminal_.progress) terminal_.err << "\r\033[K";
    terminal_.err << words << '\n';
  }
}

void Session::refuse(Diagnostic diagnostic) {
  tell({std::move(diagnostic)});
  throw BadInput{};
}

void Session::keep_out_of(const std::vector<std::string>& data, const std::string& out,
                          const std::string& option) {
  namespace fs = std::filesystem;
  std::error_code fault;
  for (const std::string& path : data)
    if (const fs::path way = fs::relative(out, path, fault);
        fs::is_directory(path, fault) && !way.empty() && *way.begin() != "..")
      refuse(report::message("C397", {{"out", out}}, option));
}

void Session::make_folder(const std::string& out, const std::vector<std::string>& data) {
  if (out.empty()) return;
  keep_out_of(data, out, "--out");
  report::make_folder(out);
}

std::shared_ptr<const Framework> Session::framework(const std::string& path) {
  return std::make_shared<const Framework>(take(load_framework(path)));
}

Dataset Session::dataset(const std::vector<std::string>& paths, const Framework& framework,
                         const KeptBeside& keep) {
  ReadOptions reading = options.reading;
  reading.rounding = keep.rounding;
  reading.cite = keep.cite;
  return take(read_dataset(paths, framework, reading));
}

void Session::print_json(int exit_code) {
  report::JsonObject document;
  document.add("exit", exit_code)
      .add_json("messages", report::to_json(told_, say))
      .add_json("result", result.empty() ? "null" : std::move(result));
  terminal_.out << document.text() << '\n';
}

}  // namespace tijian::cli

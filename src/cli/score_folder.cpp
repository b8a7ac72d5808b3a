#include "score_folder.h"

#include "tijian/report/files.h"

namespace tijian::cli {

std::string scores_path(const std::string& folder) { return folder + "/scores.csv"; }

void finish_folder(Session& session, const std::string& folder, const Model& model) {
  const std::string method = folder + "/method.yaml";
  report::write_file(method, to_yaml(model.method));
  std::vector<std::string> notes;
  for (const Text& note : model.notes) notes.push_back(session.say(note));
  report::JsonObject result;
  result.add("files", std::vector{scores_path(folder), method});
  if (!notes.empty()) result.add("notes", notes);
  session.result = result.text();
  if (session.json()) return;
  for (const std::string& note : notes) session.out() << note << '\n';
  session.out() << session.say("written: {}, {}\n", "已写出：{}、{}\n", scores_path(folder),
                               method);
}

void keep_model(Session& session, const Model& model, const std::string& path) {
  if (path.empty()) return;
  const auto problems = save_model(model, path);
  session.tell(problems);
  if (has_errors(problems)) throw BadInput{};
}

}  // namespace tijian::cli

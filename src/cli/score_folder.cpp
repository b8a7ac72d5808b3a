#include "cli/score_folder.h"

#include "base/output_file.h"

namespace tijian::cli {

std::string scores_path(const std::string& folder) { return folder + "/scores.csv"; }

void finish_folder(Session& session, const std::string& folder, const Model& model) {
  const std::string method = folder + "/method.yaml";
  base::write_file(method, to_yaml(model.method));
  session.result["files"] = {scores_path(folder), method};
  for (const Text& note : model.notes) session.result["notes"].push_back(session.say(note));
  if (session.json()) return;
  for (const Text& note : model.notes) session.out() << session.say(note) << '\n';
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

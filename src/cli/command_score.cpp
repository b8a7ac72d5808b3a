#include <numeric>

#include "command.h"
#include "progress.h"
#include "scoring.h"
#include "tijian/report/files.h"
#include "tijian/report/scores.h"
#include "wrong_use.h"

namespace tijian::cli {
namespace {

struct ScoreCommand {
  ScoringOptions scoring;
  std::string save_model, out, nodes = "all", place, period;
  bool stream = false;
};

Nodes nodes_of(const std::string& name) {
  return name == "index" ? Nodes::index : name == "categories" ? Nodes::categories : Nodes::all;
}

/// Where `score --out` puts the scores.
std::string scores_path(const std::string& folder) { return folder + "/scores.csv"; }

/// What a block cannot know of the others. Nothing where all that is kept is the index.
std::string left_empty(const Framework& framework, Nodes nodes, report::Language say) {
  if (nodes == Nodes::index) return "";
  std::string graded;
  for (std::size_t i = 1; i < framework.nodes.size(); ++i) {
    const Node& node = framework.nodes[i];
    if (node.classes && (nodes == Nodes::all || node.indicator < 0))
      graded += (graded.empty() ? "" : say(", ", "、")) + node.id;
  }
  return say("With --stream only the index is ranked: other ranks are left empty",
             "--stream 只给总指数排名：其他名次留空") +
         (graded.empty() ? ""
                         : say(", and so are the grades by rank of {}",
                               "，以下节点按名次的等级也留空：{}", graded));
}

/// The method goes beside the scores, so that the run can be repeated; says what was written.
void finish_folder(Session& session, const std::string& folder, const Model& model,
                   const std::string& left_out = {}) {
  const std::string method = folder + "/method.yaml";
  report::write_file(method, to_yaml(model.method));
  std::vector<std::string> notes = notes_of(model.notes, session.say);
  if (!left_out.empty()) notes.push_back(left_out);
  report::JsonObject result;
  result.add("files", std::vector{scores_path(folder), method});
  if (!notes.empty()) result.add("notes", notes);
  session.result = result.text();
  if (session.json()) return;
  for (const std::string& note : notes) session.out() << note << '\n';
  session.out() << session.say("written: {}, {}\n", "已写出：{}、{}\n", scores_path(folder),
                               method);
}

/// Saves the model, unless `path` is empty; BadInput where it cannot be saved.
void keep_model(Session& session, const Model& model, const std::string& path) {
  if (path.empty()) return;
  const auto problems = save_model(model, path);
  session.tell(problems);
  if (has_errors(problems)) throw BadInput{};
}

Model model_of(Session& session, const ScoringOptions& options,
               const std::shared_ptr<const Framework>& framework, DatasetStream& stream,
               const PassProgress& progress) {
  if (!options.model.empty()) return session.take(load_model(options.model, framework));
  const Method method = read_method(session, options.method, *framework);
  return session.take(fit(framework, method, stream, progress, session.execution()));
}

/// Fits, scores and writes a file larger than memory, block by block.
int score_stream(Session& session, const ScoreCommand& options) {
  const report::Language say = session.say;
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  const PassProgress share = [&](double done) { progress.share(done); };
  const auto framework = session.framework(options.scoring.framework);
  auto stream =
      session.take(DatasetStream::open(options.scoring.data, *framework, session.options.reading));
  progress.stage(say("fitting the method", "拟合方法"));
  const Model model = model_of(session, options.scoring, framework, stream, share);
  keep_model(session, model, options.save_model);
  report::ScoresWriter writer(scores_path(options.out), say, session.options.threads);
  progress.stage(say("scoring", "计分"));
  const auto problems = apply(
      model, stream, {nodes_of(options.nodes), true, session.options.threads},
      [&](const Scorecard& card) { writer.write(card); }, share);
  session.tell(problems);
  if (has_errors(problems)) return exit_bad_input;  // the old files stay
  writer.close();
  finish_folder(session, options.out, model, left_empty(*framework, nodes_of(options.nodes), say));
  return exit_done;
}

/// A name that the data do not have is told with their file.
template <class T>
T found(Session& session, const ScoreCommand& options, Loaded<T> loaded) {
  for (Diagnostic& unknown : loaded.diagnostics) unknown.where = where_of(options.scoring.data);
  return session.take(std::move(loaded));
}

/// The rows of the place and the period, those of them that are asked for.
std::vector<Index> rows_shown(Session& session, const ScoreCommand& options, const Run& run) {
  std::vector<Index> rows(run.card.rows.size());
  std::iota(rows.begin(), rows.end(), Index{0});
  if (!options.place.empty()) {
    const Index one = found(session, options, find_row(run, options.place, options.period));
    std::erase_if(rows, [&](Index row) {
      return run.card.rows.place[row] != run.card.rows.place[one] ||
             (!options.period.empty() && row != one);
    });
  } else if (!options.period.empty()) {
    const Period period = found(session, options, find_period(run, options.period));
    std::erase_if(rows, [&](Index row) { return run.card.rows.period[row] != period; });
  }
  return rows;
}

void write_files(Session& session, const ScoreCommand& options, const Run& run) {
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  const std::vector<Index> rows = rows_shown(session, options, run);
  progress.stage(session.say("writing", "写出"));
  report::ScoresWriter writer(scores_path(options.out), session.say, session.options.threads);
  writer.write(run.card, rows);
  writer.close();
  finish_folder(session, options.out, run.model);
}

/// One place is read indicator by indicator, several are ranked.
std::string table(Session& session, const ScoreCommand& options, const Run& run) {
  const bool one = !options.place.empty() || run.card.rows.places.size() == 1;
  if (one) {
    const std::string& place = options.place.empty() ? run.card.rows.places.front() : options.place;
    return report::place_table(run, found(session, options, find_row(run, place, options.period)),
                               session.view());
  }
  return report::ranking_table(run, found(session, options, find_period(run, options.period)),
                               session.view());
}

void print(Session& session, const ScoreCommand& options, const Run& run) {
  if (!session.json()) {
    session.out() << table(session, options, run);
    return;
  }
  report::JsonObject result;
  result.add_json("scores",
                  report::to_json(run.card, rows_shown(session, options, run), session.say));
  if (const auto notes = notes_of(run.model.notes, session.say); !notes.empty())
    result.add("notes", notes);
  session.result = result.text();
}

int score(Session& session, const ScoreCommand& options) {
  session.make_folder(options.out, options.scoring.data);
  if (options.stream) return score_stream(session, options);
  const Run run = score_data(session, options.scoring, nodes_of(options.nodes));
  keep_model(session, run.model, options.save_model);
  if (options.out.empty())
    print(session, options, run);
  else
    write_files(session, options, run);
  return exit_done;
}

}  // namespace

Command score_command() {
  return {"score",
          {"scores: a table to read, or scores.csv with --out",
           "计分：不带 --out 时打印表格，否则写出 scores.csv"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<ScoreCommand>();
            add_scoring_options(app, options->scoring, say);
            app.add_option("--out", options->out,
                           say("folder for scores.csv and method.yaml",
                               "输出文件夹：scores.csv 与 method.yaml"))
                ->option_text("DIR");
            app.add_option("--place", options->place,
                           say("one place, indicator by indicator", "只看一个评价单元，逐项列出"))
                ->option_text("P");
            app.add_option("--period", options->period,
                           say("default: the latest with values", "时期；默认有数据的最近一期"))
                ->option_text("T");
            app.add_option("--save-model", options->save_model,
                           say("keep the fitted model, to score other data on this scale",
                               "保存拟合好的模型，以便用同一标尺给别的数据计分"))
                ->option_text("MODEL")
                ->excludes("--model");
            app.add_option("--nodes", options->nodes,
                           say("which nodes are kept; default all", "保留哪些节点；默认 all"))
                ->option_text("all|categories|index")
                ->check(one_of({"all", "categories", "index"}, say));
            app.add_flag(
                   "--stream", options->stream,
                   say("in constant memory, for files larger than it; wide files, with --out; "
                       "ranks, and grades by rank, of the index only",
                       "常量内存，用于大于内存的宽表文件；须与 --out 同用；只有总指数有名次"
                       "和按名次的等级"))
                ->needs("--out")
                ->excludes("--place")
                ->excludes("--period");
            return [options](Session& session) { return score(session, *options); };
          }};
}

}  // namespace tijian::cli

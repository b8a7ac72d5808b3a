#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>

#include "command.h"
#include "scoring.h"
#include "tijian/report/comparison.h"
#include "tijian/report/data_flags.h"
#include "tijian/report/files.h"
#include "tijian/report/message.h"

namespace tijian::cli {
namespace {

/// The two sides of `compare`: the method of the command line and what `--with` names.
struct Compared {
  Subject before, after;  ///< `after` without a framework: the same table
  Model model_before, model_after;
  std::optional<Period> period_before, period_after;

  const IndicatorTable& table_after() const { return after.framework ? after.table : before.table; }
};

/// Whether `--with` names a framework: a folder, or a file with the key `framework`.
bool is_framework(const std::string& path) {
  if (std::filesystem::is_directory(path)) return true;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("framework:")) return true;
  return false;
}

/// Periods in which any place has a value, ascending; all where none has.
std::vector<Period> periods_of(const IndicatorTable& table) {
  std::set<Period> all, with_values;
  for (Index row = 0; row < table.rows.size(); ++row) {
    all.insert(table.rows.period[row]);
    if (!table.values.array().row(row).isNaN().all()) with_values.insert(table.rows.period[row]);
  }
  if (!with_values.empty()) all = with_values;
  return {all.begin(), all.end()};
}

Period read_period(Session& session, const std::string& text, const std::vector<Period>& all,
                   const char* option = "--with") {
  const std::optional<Period> period = parse_period(text);
  if (period && std::ranges::find(all, *period) != all.end()) return *period;
  std::vector<std::string> names;
  for (const Period& one : std::set<Period>(all.begin(), all.end()))
    names.push_back(to_string(one));
  session.refuse(
      report::message("M673", {{"found", text}, {"names", report::joined(names)}}, option));
}

/// `2021:2022`; or one period, against the latest, or where it is that, against the one before.
void set_periods(Session& session, const std::string& with, Compared& compared) {
  const std::vector<Period> all = periods_of(compared.before.table);
  const auto colon = with.find(':');
  if (colon != with.npos) {
    compared.period_before = read_period(session, with.substr(0, colon), all);
    compared.period_after = read_period(session, with.substr(colon + 1), all);
    return;
  }
  const Period named = read_period(session, with, all);
  if (all.size() < 2) session.refuse(report::message("M674", {{"found", with}}, "--with"));
  compared.period_before = named == all.back() ? all[all.size() - 2] : named;
  compared.period_after = all.back();
}

bool looks_like_periods(const std::string& with) {
  const auto colon = with.find(':');
  return parse_period(with.substr(0, colon)).has_value() &&
         (colon == with.npos || parse_period(with.substr(colon + 1)).has_value());
}

Compared read_compared(Session& session, const ScoringOptions& options, const std::string& with) {
  Compared out;
  const auto fitted = [&](const Subject& subject) {
    return session.take(
        fit(subject.framework, subject.method, subject.table, nullptr, session.execution()));
  };
  const bool other_method = std::filesystem::exists(with) && !is_framework(with);
  out.before = subject_of(session, options.framework, options.method);
  const Method other =
      read_method(session, other_method ? with : std::string(), *out.before.framework);
  read_data(session, options.data, out.before, other.reference.weights);
  out.model_before = fitted(out.before);
  if (!std::filesystem::exists(with)) {
    if (!looks_like_periods(with))
      session.refuse(report::message("M672", {{"found", with}}, "--with"));
    set_periods(session, with, out);
    out.model_after = out.model_before;
  } else if (other_method) {
    out.model_after = session.take(
        fit(out.before.framework, other, out.before.table, nullptr, session.execution()));
  } else {
    out.after = subject_of(session, with, options.method);
    read_data(session, options.data, out.after);
    out.model_after = fitted(out.after);
  }
  return out;
}

struct CompareCommand {
  ScoringOptions scoring;
  std::string with, place, period, out;
};

/// Keeps the moves of one period, of either side.
void keep_period(Session& session, const std::string& text, Comparison& comparison) {
  std::vector<Period> all;
  for (const Move& move : comparison.moves)
    all.insert(all.end(), {move.period_before, move.period_after});
  const Period period = read_period(session, text, all, "--period");
  std::erase_if(comparison.moves, [&](const Move& move) {
    return move.period_before != period && move.period_after != period;
  });
}

/// Keeps the moves of one place.
void keep_place(Session& session, const std::string& named, Comparison& comparison) {
  const Framework& framework = *comparison.framework_after;
  const int listed = framework.find_place(named);  // by an alias or a code
  const std::string place = listed < 0 ? named : framework.places[listed].name;
  std::erase_if(comparison.moves, [&](const Move& move) { return move.place != place; });
  if (comparison.moves.empty())
    session.refuse(report::message("M675", {{"found", place}}, "--place"));
}

int compare_sides(Session& session, const CompareCommand& options) {
  session.make_folder(options.out, options.scoring.data);
  const Compared sides = read_compared(session, options.scoring, options.with);
  Comparison result =
      compare({sides.model_before, sides.before.table, sides.period_before},
              {sides.model_after, sides.table_after(), sides.period_after}, session.execution());
  const auto flags = static_cast<std::uint16_t>(report::data_flags(sides.before.table) |
                                                report::data_flags(sides.table_after()));
  if (result.moves.empty()) session.refuse(report::message("N533", {}, "--with"));
  if (!options.place.empty()) keep_place(session, options.place, result);
  if (!options.period.empty()) keep_period(session, options.period, result);
  if (!options.out.empty()) {
    const std::vector<std::string> files = report::write_comparison(result, flags, options.out);
    session.result = report::JsonObject().add("files", files).text();
    if (!session.json()) session.out() << written_files(session, files);
  } else if (session.json()) {
    session.result = report::JsonObject()
                         .add_json("comparison", report::to_json(result, flags, session.say))
                         .text();
  } else {
    session.out() << report::compare_table(result, flags, session.view());
  }
  return exit_done;
}

}  // namespace

Command compare_command() {
  return {"compare",
          {"two methods, frameworks or periods: what moved, by how much, because of what",
           "比较两种方法、两个体系或两个时期：谁变了、变多少、因为什么"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<CompareCommand>();
            add_fitting_options(app, options->scoring, say);
            app.add_option("--with", options->with,
                           say("a method file, a framework, or periods: 2021:2022, or 2021 against "
                               "the latest",
                               "方法文件、指标体系，或时期：2021:2022；2021 表示与最近一期比较"))
                ->option_text("X")
                ->required();
            app.add_option("--place", options->place,
                           say("one place, with all its contributions", "单个评价单元的全部贡献"))
                ->option_text("P");
            app.add_option("--period", options->period,
                           say("one period, of two methods or frameworks",
                               "单个时期（比较两种方法或体系时）"))
                ->option_text("T");
            app.add_option("--out", options->out,
                           say("folder for moves.csv and contributions.csv",
                               "输出文件夹：moves.csv 与 contributions.csv"))
                ->option_text("DIR");
            return [options](Session& session) { return compare_sides(session, *options); };
          }};
}

}  // namespace tijian::cli

#include "compared.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "tijian/report/message.h"

namespace tijian::cli {
namespace {

/// Whether `--with` names a framework: a folder, or a file with the key `framework`.
bool is_framework(const std::string& path) {
  if (std::filesystem::is_directory(path)) return true;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("framework:")) return true;
  return false;
}

/// Periods of the rows, ascending.
std::vector<Period> periods_of(const Rows& rows) {
  const std::set<Period> all(rows.period.begin(), rows.period.end());
  return {all.begin(), all.end()};
}

Period read_period(Session& session, const std::string& text, const std::vector<Period>& all) {
  const std::optional<Period> period = parse_period(text);
  if (period && std::ranges::find(all, *period) != all.end()) return *period;
  std::vector<std::string> names;
  for (const Period& one : all) names.push_back(to_string(one));
  session.refuse(
      report::message("M673", {{"found", text}, {"names", report::joined(names)}}, "--with"));
}

/// `2021:2022`; or one period, against the latest, or where it is that, against the one before.
void set_periods(Session& session, const std::string& with, Compared& compared) {
  const std::vector<Period> all = periods_of(compared.before.table.rows);
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

}  // namespace

Compared read_compared(Session& session, const ScoringOptions& options, const std::string& with) {
  Compared out;
  out.before = read_subject(session, options.framework, options.data);
  const Method method = read_method(session, options.method, *out.before.framework);
  out.model_before = session.take(
      fit(out.before.framework, method, out.before.table, nullptr, session.execution()));
  if (!std::filesystem::exists(with)) {
    if (!looks_like_periods(with))
      session.refuse(report::message("M672", {{"found", with}}, "--with"));
    set_periods(session, with, out);
    out.model_after = out.model_before;
  } else if (is_framework(with)) {
    out.after = read_subject(session, with, options.data);
    const Method other = read_method(session, options.method, *out.after.framework);
    out.model_after = session.take(
        fit(out.after.framework, other, out.after.table, nullptr, session.execution()));
  } else {
    const Method other = read_method(session, with, *out.before.framework);
    out.model_after = session.take(
        fit(out.before.framework, other, out.before.table, nullptr, session.execution()));
  }
  return out;
}

}  // namespace tijian::cli

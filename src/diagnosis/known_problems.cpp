#include <algorithm>
#include <array>

#include "base/catalogue.h"
#include "base/csv_file.h"
#include "base/spelling.h"
#include "tijian/diagnosis.h"

namespace tijian {
namespace {

constexpr std::array<const char*, 5> problem_columns{"id", "place", "node", "kind", "state"};

std::optional<ProblemState> state_named(const std::string& name) {
  for (int k = 0; k <= static_cast<int>(ProblemState::not_checked); ++k)
    if (to_string(static_cast<ProblemState>(k)) == name) return static_cast<ProblemState>(k);
  return {};
}

/// Where each column stands; nothing, and C316, where one is missing.
std::optional<std::array<int, 5>> columns_of(const base::CsvFile& file,
                                             std::vector<Diagnostic>& problems) {
  std::array<int, 5> at{};
  for (std::size_t c = 0; c < problem_columns.size(); ++c) {
    const auto found = std::ranges::find(file.header, problem_columns[c]);
    if (found == file.header.end()) {
      problems.push_back(base::make_diagnostic(
          "C316", file.cite(file.header_line, 0),
          {{"found", file.header.front()}, {"names", Text(problem_columns[c])}}));
      return {};
    }
    at[c] = static_cast<int>(found - file.header.begin());
  }
  return at;
}

}  // namespace

Loaded<std::vector<KnownProblem>> load_problems(const std::string& path) {
  std::vector<Diagnostic> problems;
  const auto file = base::read_csv(path, problems);
  if (!file) return {{}, std::move(problems)};
  const auto at = columns_of(*file, problems);
  if (!at) return {{}, std::move(problems)};
  std::vector<KnownProblem> all;
  for (const base::CsvFile::Row& row : file->rows) {
    const std::string& state = row.cells[(*at)[4]];
    const auto known = state_named(state);
    if (!known)
      problems.push_back(base::make_diagnostic("C338", file->cite(row.line, (*at)[4]),
                                               {{"found", base::excerpt(state)}}));
    all.push_back({row.cells[(*at)[0]], row.cells[(*at)[1]], row.cells[(*at)[2]],
                   row.cells[(*at)[3]], known.value_or(ProblemState::none)});
  }
  if (has_errors(problems)) return {{}, std::move(problems)};
  return {std::move(all), std::move(problems)};
}

}  // namespace tijian

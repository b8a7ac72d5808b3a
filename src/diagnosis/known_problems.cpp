#include <algorithm>
#include <array>

#include "base/catalogue.h"
#include "base/csv_file.h"
#include "base/spelling.h"
#include "tijian/diagnosis.h"

namespace tijian {
namespace {

constexpr std::array<const char*, 5> problem_columns{"id", "place", "node", "kind", "state"};

/// The names of an enumeration, up to `last`.
template <class Enumeration>
std::vector<std::string> names_until(Enumeration last) {
  std::vector<std::string> names;
  for (int k = 0; k <= static_cast<int>(last); ++k)
    names.emplace_back(to_string(static_cast<Enumeration>(k)));
  return names;
}

/// The same to read: what is empty in words.
Text words_of(const std::vector<std::string>& names) {
  std::vector<Text> words;
  for (const std::string& name : names)
    words.push_back(name.empty() ? Text("empty", "留空") : Text(name));
  return base::some_of(words);
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
    const auto known = [&](int column, auto last) {
      const std::string& cell = row.cells[(*at)[column]];
      const std::vector<std::string> names = names_until(last);
      const auto found = std::ranges::find(names, cell);
      if (found == names.end()) {
        problems.push_back(
            base::make_diagnostic("C338", file->cite(row.line, (*at)[column]),
                                  {{"found", base::excerpt(cell)}, {"names", words_of(names)}}));
        return last;
      }
      return static_cast<decltype(last)>(found - names.begin());
    };
    all.push_back({row.cells[(*at)[0]], row.cells[(*at)[1]], row.cells[(*at)[2]],
                   known(3, ProblemKind::peers), known(4, ProblemState::not_checked)});
  }
  if (has_errors(problems)) return {{}, std::move(problems)};
  return {std::move(all), std::move(problems)};
}

}  // namespace tijian

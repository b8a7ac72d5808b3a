#include "tijian/known_diagnosis.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/catalogue.h"
#include "base/csv_file.h"
#include "base/spelling.h"

namespace tijian {
namespace {

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

/// A file of the folder, by the names of its columns.
class KnownFile {
 public:
  KnownFile(const std::string& path, std::vector<Diagnostic>& problems)
      : file_(base::read_csv(path, problems)), problems_(problems) {}

  /// Whether it has those columns; C316 where not.
  bool has(std::initializer_list<const char*> columns) {
    if (!file_) return false;
    for (const char* column : columns) {
      if (column_of(column) < file_->header.size()) continue;
      problems_.push_back(
          base::make_diagnostic("C316", file_->cite(file_->header_line, 0),
                                {{"found", file_->header.front()}, {"names", Text(column)}}));
      return false;
    }
    return true;
  }

  const std::vector<base::CsvFile::Row>& rows() const { return file_->rows; }
  const std::string& text(const base::CsvFile::Row& row, const char* column) const {
    return row.cells[column_of(column)];
  }

  double number(const base::CsvFile::Row& row, const char* column) const {
    const std::string& cell = text(row, column);
    double value = missing;
    if (cell.empty()) return missing;
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (fault == std::errc() && end == cell.data() + cell.size()) return value;
    problems_.push_back(base::make_diagnostic("C311", cite(row, column),
                                              {{"cell", base::excerpt(cell)}, {"name", column}}));
    return missing;
  }

  /// The value of an enumeration that goes up to `last`; C338 where it is no such word.
  template <class Enumeration>
  Enumeration word(const base::CsvFile::Row& row, const char* column, Enumeration last) const {
    const std::string& cell = text(row, column);
    const std::vector<std::string> names = names_until(last);
    const auto found = std::ranges::find(names, cell);
    if (found != names.end()) return static_cast<Enumeration>(found - names.begin());
    problems_.push_back(base::make_diagnostic(
        "C338", cite(row, column), {{"found", base::excerpt(cell)}, {"names", words_of(names)}}));
    return last;
  }

 private:
  std::size_t column_of(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(file_->header, name) - file_->header.begin());
  }
  Citation cite(const base::CsvFile::Row& row, const char* column) const {
    return file_->cite(row.line, column_of(column));
  }

  std::optional<base::CsvFile> file_;
  std::vector<Diagnostic>& problems_;
};

void read_problems(const std::string& path, KnownDiagnosis& out,
                   std::vector<Diagnostic>& problems) {
  KnownFile file(path, problems);
  if (!file.has({"id", "place", "period", "node", "kind", "state", "reference"})) return;
  for (const auto& row : file.rows()) {
    out.problems.push_back({file.text(row, "id"), file.text(row, "place"), file.text(row, "node"),
                            file.word(row, "kind", ProblemKind::peers),
                            file.word(row, "state", ProblemState::not_checked),
                            file.number(row, "reference")});
    out.period = parse_period(file.text(row, "period")).value_or(Period{});
  }
}

/// Those of its period; where no problem says which, of the latest with a value.
void read_readings(const std::string& path, KnownDiagnosis& out,
                   std::vector<Diagnostic>& problems) {
  KnownFile file(path, problems);
  if (!file.has(
          {"place", "period", "node", "light", "value", "standard", "target", "peers_median"}))
    return;
  const auto period = [&](const auto& row) {
    return parse_period(file.text(row, "period")).value_or(Period{});
  };
  if (out.problems.empty())
    for (const auto& row : file.rows())
      if (!file.text(row, "value").empty()) out.period = std::max(out.period, period(row));
  for (const auto& row : file.rows())
    if (period(row) == out.period)
      out.readings.push_back({file.text(row, "place"), file.text(row, "node"),
                              file.word(row, "light", Light::not_applicable),
                              file.number(row, "value"), file.number(row, "standard"),
                              file.number(row, "target"), file.number(row, "peers_median")});
}

void read_definitions(const std::string& path, KnownDiagnosis& out,
                      std::vector<Diagnostic>& problems) {
  KnownFile file(path, problems);
  if (!file.has({"node", "formula", "unit", "green"})) return;
  for (const auto& row : file.rows())
    out.definitions.push_back({file.text(row, "node"), file.text(row, "formula"),
                               file.text(row, "unit"), file.number(row, "green")});
}

}  // namespace

Loaded<KnownDiagnosis> load_diagnosis(const std::string& folder) {
  std::vector<Diagnostic> problems;
  KnownDiagnosis out;
  read_problems(folder + "/problems.csv", out, problems);
  const std::string readings = folder + "/indicators.csv";
  const std::string definitions = folder + "/definitions.csv";
  const auto there = [&](const std::string& path, const char* name) {
    if (std::filesystem::exists(path)) return true;
    problems.push_back(base::make_diagnostic("C341", {folder}, {{"name", name}}));
    return false;
  };
  if (!has_errors(problems)) {
    if (there(readings, "indicators.csv")) read_readings(readings, out, problems);
    if (there(definitions, "definitions.csv")) read_definitions(definitions, out, problems);
  }
  if (has_errors(problems)) return {{}, std::move(problems)};
  return {std::move(out), std::move(problems)};
}

}  // namespace tijian

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "formula/formula.h"

using namespace tijian;

namespace {

using Record = std::map<std::string, std::string>;

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      out.emplace_back();
    } else if (c != '\r') {
      out.back() += c;
    }
  }
  return out;
}

std::vector<Record> records(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  const auto header = cells(line);
  std::vector<Record> out;
  while (std::getline(file, line)) {
    const auto row = cells(line);
    REQUIRE(row.size() == header.size());
    out.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) out.back()[header[i]] = row[i];
  }
  return out;
}

}  // namespace

TEST_CASE("all indicators of the domain compile against their units") {
  const std::string domain = std::string(TIJIAN_SHARED) + "/domain";
  if (!std::filesystem::exists(domain + "/indicators_134.csv")) {
    WARN("skipped: ../shared is absent");
    return;
  }
  std::vector<formula::FormulaVariable> variables;
  for (Record& record : records(domain + "/variables.csv")) {
    CAPTURE(record["id"], record["unit"]);
    variables.push_back({record["id"], formula::Unit::parse(record["unit"])});
    CHECK(variables.back().unit);
  }
  CHECK(variables.size() == 196);
  int count = 0;
  for (Record& record : records(domain + "/indicators_134.csv")) {
    CAPTURE(record["id"], record["unit"], record["formula"]);
    const auto unit = formula::Unit::parse(record["unit"]);
    CHECK(unit);
    std::vector<Diagnostic> diagnostics;
    CHECK(formula::Formula::compile(record["formula"], variables, unit, {}, "", diagnostics));
    for (const Diagnostic& diagnostic : diagnostics) UNSCOPED_INFO(to_string(diagnostic));
    CHECK(diagnostics.empty());
    ++count;
  }
  CHECK(count == 134);
}

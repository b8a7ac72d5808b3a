// Same input, same bytes: any number of threads, any order of rows, and every build of the program
// that TIJIAN_OTHER_PROGRAMS lists, separated by ':' (see tests/run --determinism).
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "run_program.h"

namespace fs = std::filesystem;
using namespace tijian_tests;

namespace {

struct Example {
  std::string framework, data, method;  ///< the method as YAML; empty: the framework's
};

const std::string districts = TIJIAN_ROOT "/examples/beijing_districts",
                  census = districts + "/data.csv";

// Beyond the frameworks' own methods, those that sum, iterate or call functions of the system.
const Example examples[] = {
    {TIJIAN_ROOT "/indicators/chaoyang", TIJIAN_ROOT "/examples/chaoyang/values.csv", ""},
    {districts, census, ""},
    {districts, census,
     "normalise: {method: z_score, mean: 10, sd: 2}\nweights: critic\n"
     "aggregate: [geometric, harmonic]\n"},
    {districts, census,
     "treat: {method: box_cox, skewness: 0, kurtosis: -10}\nnormalise: normal_score\n"
     "weights: pca\naggregate: {method: power, p: 0.5}\n"},
    {districts, census,
     "normalise: exponential_rank\nweights: {method: combined, of: [entropy, merec], how: "
     "multiplicative}\naggregate: [mpi, topsis]\n"},
    {districts, census,
     "weights: {method: combined, of: [entropy, critic, pca], how: game_theory}\n"},
    {districts, census,
     "weights: {method: ahp, matrices: {housing: [[1, 2], [0.5, 1]], education: [[1, 3, 5], "
     "[0.3333, 1, 2], [0.2, 0.5, 1]]}}\n"},
    {districts, census, "weights: balanced\naggregate: [{method: owa, orness: 0.3}, copeland]\n"},
};

/// scores.csv of one run.
std::string scores(const std::string& program, const Example& example, const std::string& data,
                   const std::string& options) {
  const TemporaryFolder out;
  std::string method;
  if (!example.method.empty()) {
    write_file(out.path() + "/method.yaml", example.method);
    method = " --method method.yaml";
  }
  const Outcome outcome =
      run_in(out.path(), quoted(program) + " score " + quoted(example.framework) + " " +
                             quoted(data) + " --out scores" + method + " " + options);
  INFO(outcome.err);
  REQUIRE(outcome.exit == 0);
  return read_file(out.path() + "/scores/scores.csv");
}

std::string scores(const Example& example, const std::string& options) {
  return scores(TIJIAN_PROGRAM, example, example.data, options);
}

std::vector<std::string> sorted_lines(const std::string& text) {
  auto lines = lines_of(text);
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// A copy of a CSV file with its rows in another order: the last first, every third moved ahead.
std::string shuffled(const std::string& path, const std::string& folder) {
  auto lines = lines_of(read_file(path));
  std::reverse(lines.begin() + 1, lines.end());
  std::stable_partition(lines.begin() + 1, lines.end(),
                        [n = 0](const std::string&) mutable { return ++n % 3 == 0; });
  const std::string copy = folder + "/" + fs::path(path).filename().string();
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  write_file(copy, text);
  return copy;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

/// The districts again and again, each number up to a fifth off and one in 64 missing: so many
/// places that every stage starts its threads. The first three columns are the place, the year and
/// an attribute.
std::string many_places(const std::string& folder) {
  constexpr int places = 50'000;
  const auto lines = lines_of(read_file(census));
  std::string text = lines[0] + '\n';
  std::uint32_t state = 1;
  for (int place = 0; place < places; ++place) {
    const auto cells = cells_of(lines[1 + place % (lines.size() - 1)]);
    text += 'p' + std::to_string(place) + ',' + cells[1] + ',' + cells[2];
    for (std::size_t j = 3; j < cells.size(); ++j) {
      state = state * 1664525u + 1013904223u;
      const double factor = 0.8 + 0.4 * (state >> 8) / (1 << 24);
      text += ',';
      if (state >> 26) text += std::to_string(std::stod(cells[j]) * factor);
    }
    text += '\n';
  }
  write_file(folder + "/many.csv", text);
  return folder + "/many.csv";
}

/// Runs a command with each number of threads and compares what it prints and leaves.
void check_threads(const TemporaryFolder& folder, const std::string& command,
                   std::initializer_list<int> others) {
  const auto with = [&](int threads) {
    const std::string n = std::to_string(threads);
    const Outcome outcome = run_in(
        folder.path(), quoted(TIJIAN_PROGRAM) + " " + command + " --out " + n + " --threads " + n);
    INFO(outcome.err);
    REQUIRE(outcome.exit == 0);
  };
  INFO(command);
  with(1);
  for (const int threads : others) {
    with(threads);
    const std::string n = std::to_string(threads);
    const Outcome difference = run_in(folder.path(), "diff -rq 1 " + n);
    INFO(threads << " threads\n" << difference.out);
    CHECK(difference.exit == 0);
    fs::remove_all(folder.path() + "/" + n);
  }
  fs::remove_all(folder.path() + "/1");
}

std::vector<std::string> other_programs() {
  const char* list = std::getenv("TIJIAN_OTHER_PROGRAMS");
  std::istringstream stream(list ? list : "");
  std::vector<std::string> programs;
  for (std::string program; std::getline(stream, program, ':');) programs.push_back(program);
  return programs;
}

}  // namespace

TEST_CASE("any number of threads scores many places with the same bytes") {
  const TemporaryFolder folder;
  const std::string files = quoted(districts) + ' ' + quoted(many_places(folder.path()));
  check_threads(folder, "score " + files, {2, 3, 8});
  check_threads(folder, "audit " + files, {3});
  for (const Example& example : examples) {
    // Copeland compares each place with each: too many here.
    if (example.method.empty() || example.method.find("copeland") != std::string::npos) continue;
    write_file(folder.path() + "/method.yaml", example.method);
    check_threads(folder, "score --method method.yaml " + files, {3});
  }
}

TEST_CASE("any number of threads simulates the same bytes") {
  const TemporaryFolder folder;
  const std::string files = quoted(districts) + ' ' + quoted(census);
  check_threads(folder, "robustness --removal " + files, {2, 3, 8});
  check_threads(folder, "robustness --sensitivity --samples 256 --sampling random " + files, {3});
  check_threads(folder, "score " + files, {4});
}

TEST_CASE("many places in another order give the same set of lines") {
  const TemporaryFolder folder;
  const Example example{districts, many_places(folder.path()), ""};
  fs::create_directory(folder.path() + "/shuffled");
  const std::string data = shuffled(example.data, folder.path() + "/shuffled");
  CHECK((sorted_lines(scores(example, "--nodes index")) ==
         sorted_lines(scores(TIJIAN_PROGRAM, example, data, "--nodes index"))));
}

TEST_CASE("a shuffled file gives the same set of lines") {
  for (const Example& example : examples) {
    INFO(example.framework << '\n' << example.method);
    const TemporaryFolder folder;
    const std::string data = shuffled(example.data, folder.path());
    CHECK(sorted_lines(scores(example, "")) ==
          sorted_lines(scores(TIJIAN_PROGRAM, example, data, "")));
  }
}

TEST_CASE("other builds give the same bytes") {
  if (other_programs().empty()) {
    WARN("skipped: only one build; tests/run --determinism makes others");
    return;
  }
  for (const Example& example : examples)
    for (const std::string& program : other_programs()) {
      INFO(example.framework << '\n' << example.method << " by " << program);
      CHECK((scores(example, "") == scores(program, example, example.data, "")));
    }
}

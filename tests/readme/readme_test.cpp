// What the README files and the manual show is what there is: the program of examples/link, its
// CMakeLists.txt, and in each ```console block the output of the command behind '$ '.
#include <catch2/catch.hpp>

#include "run_program.h"
#include "tijian/framework.h"
#include "tijian/method.h"

using namespace tijian_tests;

namespace {

const std::string files[] = {TIJIAN_ROOT "/README.md", TIJIAN_ROOT "/README.zh-CN.md"};
const std::string manuals[] = {TIJIAN_ROOT "/docs/manual.md", TIJIAN_ROOT "/docs/manual.zh-CN.md"};

/// The contents of the fenced blocks of that language.
std::vector<std::string> blocks(const std::string& file, const std::string& language) {
  std::vector<std::string> result;
  bool inside = false;
  for (const std::string& line : lines_of(read_file(file))) {
    if (line == "```" + language)
      inside = true, result.emplace_back();
    else if (line == "```")
      inside = false;
    else if (inside)
      result.back() += line + "\n";
  }
  return result;
}

/// A block as it stands, and with each `weights` that is commented out in the place of the first.
std::vector<std::string> variants(const std::string& block) {
  const std::string own = "  weights:", other = "  # weights:";
  std::vector<std::string> all{block};
  for (const std::string& chosen : lines_of(block)) {
    if (!chosen.starts_with(other)) continue;
    all.emplace_back();
    for (const std::string& line : lines_of(block))
      all.back() += (line.starts_with(own) ? own + chosen.substr(other.size()) : line) + "\n";
  }
  return all;
}

void check_block(const std::string& file, const std::string& language, const std::string& source) {
  INFO(file << " shows " << source);
  const auto found = blocks(file, language);
  REQUIRE(found.size() == 1);
  CHECK(found[0] == read_file(TIJIAN_ROOT "/" + source));
}

/// Runs "$ tijian ..." and gives back the block as it should be.
std::string replayed(const std::string& block) {
  const std::string command = lines_of(block).at(0);
  REQUIRE(command.rfind("$ tijian ", 0) == 0);
  const Outcome outcome =
      run_in(TIJIAN_ROOT, "LC_ALL=C.UTF-8 " + quoted(TIJIAN_PROGRAM) + command.substr(8));
  return command + "\n" + outcome.err + outcome.out;
}

void check_consoles(const std::string& file) {
  INFO(file);
  const auto found = blocks(file, "console");
  CHECK(!found.empty());
  for (const std::string& block : found) CHECK(block == replayed(block));
}

}  // namespace

TEST_CASE("the README shows examples/link") {
  for (const std::string& file : files) {
    check_block(file, "cpp", "examples/link/main.cpp");
    check_block(file, "cmake", "examples/link/CMakeLists.txt");
  }
}

TEST_CASE("the README shows what the program prints") {
  for (const std::string& file : files) check_consoles(file);
}

TEST_CASE("the manual shows what the program prints, and method files that are read") {
  const TemporaryFolder folder;
  const std::string method = folder.path() + "/method.yaml";
  int read = 0;
  for (const std::string& file : manuals) {
    check_consoles(file);
    for (const std::string& block : blocks(file, "yaml")) {
      if (!block.starts_with("impute:") && !block.starts_with("weights:")) continue;
      INFO(block);
      write_file(method, block);
      CHECK(tijian::load_method(method).diagnostics.empty());
      ++read;
    }
  }
  CHECK(read == 4);
}

TEST_CASE("the manual shows examples/blocks") {
  const std::string framework = read_file(TIJIAN_ROOT "/examples/blocks/framework.yaml");
  const std::string data = read_file(TIJIAN_ROOT "/examples/blocks/blocks_synthetic.csv");
  for (const std::string& file : manuals) {
    INFO(file);
    int shown = 0;
    for (const std::string& block : blocks(file, "yaml"))
      if (block.starts_with("attributes:")) {
        CHECK(framework.find("\n" + block) != std::string::npos);
        ++shown;
      }
    for (const std::string& block : blocks(file, "csv")) shown += block == data;
    CHECK(shown == 2);
  }
}

TEST_CASE("the page on indicator systems shows a `robustness` that works") {
  const TemporaryFolder folder;
  const std::string method = folder.path() + "/method.yaml";
  int studies = 0;
  for (const std::string& block : blocks(TIJIAN_ROOT "/indicators/README.md", "yaml")) {
    if (!block.starts_with("robustness:")) continue;
    for (const std::string& variant : variants(block)) {
      write_file(method, variant);
      const Outcome outcome =
          run_in(TIJIAN_ROOT,
                 quoted(TIJIAN_PROGRAM) +
                     " robustness examples/beijing_districts examples/beijing_districts/data.csv"
                     " --samples 16 --method " +
                     quoted(method));
      INFO(variant << outcome.err);
      CHECK(outcome.exit == 0);
      ++studies;
    }
  }
  CHECK(studies == 3);
}

TEST_CASE("the page on indicator systems shows methods and categories that are read") {
  const TemporaryFolder folder;
  const auto lists = blocks(TIJIAN_ROOT "/indicators/README.md", "csv");
  REQUIRE(lists.size() == 1);
  write_file(folder.path() + "/places.csv", lists[0]);
  int read = 0;
  for (const std::string& block : blocks(TIJIAN_ROOT "/indicators/README.md", "yaml")) {
    INFO(block);
    if (block.starts_with("impute:")) {
      write_file(folder.path() + "/method.yaml", block);
      CHECK(tijian::load_method(folder.path() + "/method.yaml").diagnostics.empty());
      ++read;
    }
    if (block.starts_with("tijian:")) {
      write_file(folder.path() + "/framework.yaml", block);
      CHECK(tijian::load_framework(folder.path()));
      ++read;
    }
    if (block.starts_with("categories:")) {
      write_file(folder.path() + "/framework.yaml", "tijian: 1\nframework: f\ntitle: F\n" + block);
      CHECK(tijian::load_framework(folder.path()));
      ++read;
    }
  }
  CHECK(read == 4);
}

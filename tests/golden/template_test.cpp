// The sheets that `tijian template` writes, filled in as departments do, read back unchanged.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "formula/formula.h"
#include "run_program.h"
#include "tijian/tijian.h"

namespace fs = std::filesystem;
using namespace tijian_tests;
using Json = nlohmann::json;

namespace {

const std::string framework = "indicators/key_area";

Outcome program(const std::string& arguments) {
  return run_in(TIJIAN_ROOT, "LC_ALL=C.UTF-8 " + quoted(TIJIAN_PROGRAM) + ' ' + arguments);
}

std::vector<std::string> files_of(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path().string());
  std::ranges::sort(files);
  return files;
}

std::string joined(const std::vector<std::string>& files) {
  std::string all;
  for (const std::string& file : files) all += ' ' + quoted(file);
  return all;
}

/// The blank sheets of one place and year, one a keeper.
std::vector<std::string> sheets(const TemporaryFolder& folder, const std::string& language) {
  const Outcome outcome = program("template " + framework + " --split " + quoted(folder.path()) +
                                  " --place 试点区 --period 2022 --lang " + language);
  REQUIRE(outcome.exit == 0);
  return files_of(folder.path());
}

/// What a department enters: another number for each variable, with thousands separators.
std::map<std::string, double> entered() {
  std::map<std::string, double> values;
  const auto loaded = tijian::load_framework_or_throw(TIJIAN_ROOT "/" + framework);
  for (const auto& variable : loaded.variables)
    values[variable.id] = 1000.5 + 10.0 * static_cast<double>(values.size());
  return values;
}

std::string with_separator(double x) {  // 1010.5 -> "1,010.5", in quotes for its comma
  std::string text = std::to_string(x);
  text.erase(text.find_last_not_of('0') + 1);
  return '"' + text.insert(1, ",") + '"';
}

/// A sheet as a spreadsheet saves it: cells filled, empty columns and lines behind.
std::string filled(const std::string& sheet, const std::map<std::string, double>& values) {
  std::string out;
  for (const std::string& line : lines_of(sheet)) {
    std::string text = line;
    if (text.ends_with('\r')) text.pop_back();
    for (const auto& [id, value] : values)
      if (text.find(',' + id + ',') != text.npos)
        text.replace(text.size() - 2, 2, ',' + with_separator(value) + ",年报");
    out += text + ",,\r\n";
  }
  return out + ",,,,,,,,,,,,\r\n,,,,,,,,,,,,\r\n";
}

void fill(const std::string& file, const std::map<std::string, double>& values) {
  write_file(file, filled(read_file(file), values));
}

void save_as_gb18030(const std::string& file) {
  const std::string command = "tail -c +4 " + quoted(file) + " | iconv -f UTF-8 -t GB18030 > " +
                              quoted(file + ".gbk") + " && mv " + quoted(file + ".gbk") + ' ' +
                              quoted(file);
  REQUIRE(run_in(TIJIAN_ROOT, command).exit == 0);
}

/// Values by variable, as the explanation of the place says that they were read.
void collect_inputs(const Json& node, std::map<std::string, double>& values) {
  if (node.contains("inputs"))
    for (const Json& input : node.at("inputs"))
      if (input.at("value").is_number()) {
        values[input.at("variable")] = input.at("value");
        CHECK(input.at("source") == "年报");
      }
  if (node.contains("children"))
    for (const Json& child : node.at("children")) collect_inputs(child, values);
}

std::map<std::string, double> read_back(const std::vector<std::string>& files) {
  const Outcome outcome = program("explain " + framework + joined(files) +
                                  " --place 试点区 --period 2022 --format json");
  INFO(outcome.out << outcome.err);
  REQUIRE(outcome.exit == 0);
  std::map<std::string, double> values;
  collect_inputs(Json::parse(outcome.out).at("result").at("explanation"), values);
  return values;
}

}  // namespace

TEST_CASE("sheets in both languages are read back unchanged, whatever a spreadsheet made of them") {
  for (const std::string language : {"zh", "en"}) {
    CAPTURE(language);
    const TemporaryFolder folder;
    const std::vector<std::string> files = sheets(folder, language);
    CHECK(files.size() >= 3);
    for (std::size_t i = 0; i < files.size(); ++i) {
      fill(files[i], entered());
      if (i % 2 == 0) save_as_gb18030(files[i]);
    }
    CHECK(read_back(files) == entered());
  }
}

TEST_CASE("what a department leaves empty is missing, and the others count") {
  const TemporaryFolder folder;
  const std::vector<std::string> files = sheets(folder, "zh");
  std::map<std::string, double> some = entered();
  some.erase("jobs");
  for (const std::string& file : files) fill(file, some);
  CHECK(read_back(files) == some);
}

TEST_CASE("two departments that disagree are both cited") {
  const TemporaryFolder folder;
  const std::vector<std::string> files = sheets(folder, "zh");
  for (const std::string& file : files) fill(file, entered());
  std::map<std::string, double> other = entered();
  other.at("jobs") += 1;
  const auto of_jobs = std::ranges::find_if(files, [](const std::string& file) {
    return read_file(file).find(",jobs,") != std::string::npos;
  });
  REQUIRE(of_jobs != files.end());
  const std::string copy = folder.path() + "/other.csv";
  write_file(
      copy, filled(program("template " + framework + " --place 试点区 --period 2022 --lang zh").out,
                   {{"jobs", other.at("jobs")}}));
  std::vector<std::string> all = files;
  all.push_back(copy);
  const Outcome outcome = program("check " + framework + joined(all) + " --lang en");
  CHECK(outcome.exit == 1);
  CHECK(outcome.err.find("other.csv") != std::string::npos);
  CHECK(outcome.err.find(fs::path(*of_jobs).filename().string()) != std::string::npos);
}

TEST_CASE("a sheet whose place nobody named is refused, one that nobody filled in is not") {
  const TemporaryFolder folder;
  const std::string sheet = program("template " + framework + " --period 2022 --lang zh").out;
  const std::string blank = folder.path() + "/blank.csv", named = folder.path() + "/named.csv";
  write_file(blank, sheet);
  write_file(
      named,
      filled(program("template " + framework + " --place 试点区 --period 2022 --lang zh").out,
             entered()));
  CHECK(program("check " + framework + joined({blank, named})).exit == 0);
  write_file(blank, filled(sheet, entered()));
  const Outcome outcome = program("check " + framework + joined({blank}));
  CHECK(outcome.exit == 1);
  CHECK(outcome.err.find("C321") != std::string::npos);
}

TEST_CASE("one sheet for all has every variable of a place, with unit, definition and keeper") {
  const Outcome outcome = program("template indicators/chaoyang --period 2022 --lang zh");
  REQUIRE(outcome.exit == 0);
  const auto loaded = tijian::load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  // The district is asked for all; its units for what indicators use that apply to them too.
  std::set<int> everywhere;
  for (const auto& indicator : loaded.indicators)
    for (const int variable : indicator.compiled->variables())
      if (indicator.only_for.empty()) everywhere.insert(variable);
  CHECK(lines_of(outcome.out).size() == 1 + loaded.variables.size() + 43 * everywhere.size());
  CHECK(outcome.out.find("望京街道,2022,街道,,朝阳区,resident_population,") != std::string::npos);
  CHECK(outcome.out.find("望京街道,2022,街道,,朝阳区,gdp,") == std::string::npos);
  CHECK(outcome.out.find("朝阳区,2022,区,,,gdp,") != std::string::npos);
  for (const auto& variable : loaded.variables) {
    CAPTURE(variable.id);
    CHECK(outcome.out.find("," + variable.id + "," + variable.title.in("zh") + "," + variable.unit +
                           "," + variable.definition.in("zh") + "," + variable.keeper + ",,") !=
          std::string::npos);
  }
}

TEST_CASE("the sheet of a framework with places has them filled in, and reads back as they are") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/sheet.csv";
  for (const std::string language : {"zh", "en"}) {
    CAPTURE(language);
    const std::string sheet =
        program("template indicators/chaoyang --period 2022 --lang " + language).out;
    const bool zh = language == "zh";
    CHECK(sheet.find(zh ? "\r\n朝阳区,2022,区,,," : "\r\n朝阳区,2022,District,,,") != sheet.npos);
    CHECK(sheet.find(zh ? "\r\n将台乡,2022,乡,,朝阳区," : "\r\n将台乡,2022,Township,,朝阳区,") !=
          sheet.npos);
    write_file(file, filled(sheet, {{"resident_population", 1234.5}}));
    const auto chaoyang = tijian::load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
    const std::string paths[] = {file};
    const auto data = tijian::read_dataset(paths, chaoyang);
    REQUIRE(data);
    CHECK(data->rows.places.size() == 44);
    CHECK(data->rows.attribute("place_type")->at(0) == "district");
    CHECK(data->values(0, 0) == 1234.5);
  }
}

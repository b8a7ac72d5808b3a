#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "tijian/report/layout.h"
#include "tijian/report/methods.h"

using namespace tijian;

namespace {

MethodTable small_table() {
  MethodTable table;
  Normaliser normaliser;
  normaliser.name = "half";
  normaliser.title = {"Half", "折半"};
  normaliser.formula = "x / 2";
  normaliser.literature = "Nobody (2020)";
  normaliser.misleads = {"Always", "总是误导"};
  normaliser.parameters = {
      {"by", Parameter::Kind::number, "2", {}, 0, 10, {"the divisor", "除数"}}};
  table.normalisers.push_back(normaliser);
  return table;
}

}  // namespace

TEST_CASE("one method in full") {
  CHECK(report::method_entry(small_table(), "half", {{false}, 80, false}) ==
        "normalise: half  Half\n"
        "  formula     x / 2\n"
        "  by          number, 0 to 10; default 2: the divisor\n"
        "  literature  Nobody (2020)\n"
        "  misleads    Always\n");
  CHECK(report::method_entry(small_table(), "third", {{false}, 80, false}).empty());
}

TEST_CASE("the list of methods is whole on a terminal of 80 columns") {
  for (const bool chinese : {false, true}) {
    const std::string list = report::method_list(builtin_methods(), {{chinese}, 80, false});
    CHECK(list.find("…") == list.npos);
    for (const std::string& name : report::method_names(builtin_methods()))
      CHECK((list.find("  " + name + " ") != list.npos ||
             ('\n' + list).find('\n' + name + ": ") != list.npos));
    for (std::size_t begin = 0, end; (end = list.find('\n', begin)) != list.npos; begin = end + 1)
      CHECK(report::display_width(list.substr(begin, end - begin)) <= 80);
  }
}

TEST_CASE("the page of documentation comes from the table") {
  const std::string page = report::method_page(small_table(), {false});
  CHECK(page.find(
            "### `half`: Half\n\n    x / 2\n\n- `by`: number, 0 to 10; default 2: the divisor\n\n"
            "Literature: Nobody (2020)\n\nWhen it misleads: Always\n") != page.npos);
}

TEST_CASE(
    "every built-in method has a title, literature and a word on when it misleads, in both "
    "languages") {
  for (const bool chinese : {false, true}) {
    const auto families = nlohmann::json::parse(report::to_json(builtin_methods(), {chinese}));
    for (const auto& [key, methods] : families.items())
      for (const auto& method : key == "keys" ? nlohmann::json::array() : methods) {
        INFO(key << ": " << method["name"]);
        CHECK(!method["title"].get<std::string>().empty());
        if (method["name"] == "none") continue;
        CHECK(!method["formula"].get<std::string>().empty());
        CHECK(!method["literature"].get<std::string>().empty());
        CHECK(!method["misleads"].get<std::string>().empty());
      }
  }
}

TEST_CASE("the committed pages are current: ninja methods_page writes them") {
  CHECK(tijian_tests::read_file(TIJIAN_ROOT "/src/method/METHODS.md") ==
        report::method_page(builtin_methods(), {false}));
  CHECK(tijian_tests::read_file(TIJIAN_ROOT "/src/method/METHODS.zh-CN.md") ==
        report::method_page(builtin_methods(), {true}));
}

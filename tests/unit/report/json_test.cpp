#include "tijian/report/json.h"

#include <catch2/catch.hpp>

using namespace tijian;
using report::JsonObject;

TEST_CASE("a JSON object is put together member by member, each indented below the other") {
  CHECK(JsonObject().text() == "{}");
  const std::string inner =
      JsonObject().add("a \"b\"", "一\n二").add("none", std::vector<std::string>{}).text();
  CHECK(JsonObject()
            .add("exit", 0)
            .add_json("result", inner)
            .add("files", std::vector<std::string>{"x.csv", "y.csv"})
            .text() ==
        "{\n"
        " \"exit\": 0,\n"
        " \"result\": {\n"
        "  \"a \\\"b\\\"\": \"一\\n二\",\n"
        "  \"none\": []\n"
        " },\n"
        " \"files\": [\n"
        "  \"x.csv\",\n"
        "  \"y.csv\"\n"
        " ]\n"
        "}");
  CHECK(JsonObject().add("k", "\xff").text() == "{\n \"k\": \"\xEF\xBF\xBD\"\n}");
}

TEST_CASE("words take their arguments in the order of the language") {
  const report::Language en{false}, zh{true};
  CHECK(en("{} of {}", "{1} 中的 {0}", 3, std::size_t{7}) == "3 of 7");
  CHECK(zh("{} of {}", "{1} 中的 {0}", 3, std::size_t{7}) == "7 中的 3");
  CHECK(en("as it is {}", "原样 {}") == "as it is {}");
}

#include "base/catalogue.h"

#include <catch2/catch.hpp>

using namespace tijian;

TEST_CASE("every message exists in both languages and its code says its kind") {
  for (const base::Message& message : base::catalogue()) {
    CAPTURE(message.code);
    CHECK(message.code.size() == 4);
    CHECK(std::string("YFCBNM").find(message.code[0]) != std::string::npos);
    CHECK(message.en.empty() == message.zh.empty());
    CHECK(message.expected_en.empty() == message.expected_zh.empty());
    CHECK(message.hint_en.empty() == message.hint_zh.empty());
  }
}

TEST_CASE("a message without the value of a name, or of an unknown code, is a fault of ours") {
  CHECK(base::make_diagnostic("M602", {}, {{"found", "x"}}).message.in("en") ==
        "'x' is not a period");
  CHECK_THROWS_AS(base::make_diagnostic("M602", {}), std::logic_error);
  CHECK_THROWS_AS(base::make_diagnostic("M602", {}, {{"name", "x"}}), std::logic_error);
  CHECK_THROWS_AS(base::make_diagnostic("M999", {}), std::logic_error);
}

TEST_CASE("codes are unique") {
  const auto messages = base::catalogue();
  for (std::size_t i = 1; i < messages.size(); ++i) CHECK(messages[i - 1].code != messages[i].code);
}

TEST_CASE("did you mean") {
  const std::vector<std::string> names{"min_max", "z_score"};
  CHECK(base::nearest("min-max", names) == "min_max");
  CHECK(base::nearest("entropy", names).empty());
  const std::vector<std::string> short_names{"t", "pop", "海淀区"};
  CHECK(base::nearest("foo", short_names).empty());
  CHECK(base::nearest("x", short_names).empty());
  CHECK(base::nearest("pip", short_names) == "pop");
  CHECK(base::nearest("海锭区", short_names) == "海淀区");
}

TEST_CASE("a diagnostic reads as the design says") {
  Diagnostic d;
  d.code = "F207";
  d.where = {"a.yaml", 14, 13};
  d.message = Text{"unknown normalisation 'min-max'", "未知"};
  d.in = "a.b";
  d.expected = Text{"one of linear", "x"};
  CHECK(to_string(d) ==
        "a.yaml:14:13: error[F207]: unknown normalisation 'min-max'\n"
        "   in:       a.b\n"
        "   expected: one of linear");
}

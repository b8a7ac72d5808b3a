#include "formula/formula.h"

#include <catch2/catch.hpp>

using namespace tijian;

namespace {

const std::vector<std::pair<std::string, std::string>> declared = {
    {"green_area", "公顷"},   {"population", "万人"},  {"rate", "%"},
    {"length", "公里"},       {"households", "万户"},  {"income", "亿元"},
    {"energy", "万吨标准煤"}, {"built_up", "平方公里"}};

std::vector<formula::FormulaVariable> variables() {
  std::vector<formula::FormulaVariable> all;
  for (const auto& [id, unit] : declared) all.push_back({id, formula::Unit::parse(unit)});
  all.push_back({"refused", std::nullopt});
  return all;
}

struct Compiled {
  std::shared_ptr<const formula::Formula> formula;
  std::vector<Diagnostic> diagnostics;
};

Compiled compile(const std::string& text, const std::string& unit = "1") {
  Compiled out;
  out.formula = formula::Formula::compile(text, variables(), formula::Unit::parse(unit),
                                          {"f.yaml", 7, 14}, "a.b", out.diagnostics);
  return out;
}

/// The code of the only fault and its column in the formula, from 0.
std::pair<std::string, int> fault(const std::string& text, const std::string& unit = "1") {
  const auto [formula, diagnostics] = compile(text, unit);
  INFO(text);
  REQUIRE(diagnostics.size() == 1);
  CHECK(formula == nullptr);
  CHECK(diagnostics[0].where.line == 7);
  CHECK(diagnostics[0].in == "a.b");
  return {diagnostics[0].code, diagnostics[0].where.column - 14};
}

using Fault = std::pair<std::string, int>;

bool compiles(const std::string& text, const std::string& unit = "1") {
  return compile(text, unit).formula != nullptr;
}

}  // namespace

TEST_CASE("units are checked and found") {
  CHECK(compiles("green_area / population", "平方米/人"));
  CHECK(compiles("population / green_area", "人/公顷"));
  CHECK(compiles("green_area / built_up", "%"));
  CHECK(compiles("income / population", "元/人"));
  CHECK(compiles("energy / income", "吨标准煤/万元"));
  CHECK(compiles("sqrt(built_up) / length"));
  CHECK(compiles("length^2 / green_area", "%"));
  CHECK(compiles("built_up^0.5", "公里"));
  CHECK(compiles("1 - rate", "%"));
  CHECK(compiles("green_area + built_up", "公顷"));
  CHECK(compiles("log(income / 1 / (income + income)) + exp(rate)"));
  CHECK(compiles("if(green_area > built_up, rate, 1)", "%"));
  CHECK(compiles("clip(rate, 0, 1)", "%"));
  CHECK(compiles("1 - energy / at(energy, 2015)", "%"));
  CHECK(compiles("change(population) / lag(population, 1)", "%"));
  CHECK(compiles("mean(green_area, lag(green_area, 1), lag(green_area, 2))", "公顷"));
  CHECK(compiles("rate^rate"));
}

TEST_CASE("an unknown variable is named, with the likeliest") {
  const auto [formula, diagnostics] = compile("green_aera / population + xyzzy");
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].code == "F250");
  CHECK(diagnostics[0].message.in("en") == "unknown variable 'green_aera'");
  CHECK(diagnostics[0].hint.in("en") == "did you mean 'green_area'?");
  CHECK(diagnostics[0].where == Citation{"f.yaml", 7, 14});
  CHECK(diagnostics[1].where == Citation{"f.yaml", 7, 14 + 26});
}

TEST_CASE("syntax") {
  CHECK(fault("") == Fault{"F251", 0});
  CHECK(fault("1 +") == Fault{"F251", 3});
  CHECK(fault("1 + * 2") == Fault{"F251", 4});
  CHECK(fault("(1 + 2") == Fault{"F251", 6});
  CHECK(fault("1 + 2)") == Fault{"F251", 5});
  CHECK(fault("2rate") == Fault{"F251", 1});
  CHECK(fault("1.2.3") == Fault{"F251", 3});
  CHECK(fault("min(1, )") == Fault{"F251", 7});
  CHECK(fault("1 < 2 < 3") == Fault{"F251", 6});
  CHECK(fault("rate = 1") == Fault{"F251", 5});
  CHECK(fault("+1") == Fault{"F251", 0});
  CHECK(fault("1e999") == Fault{"F251", 0});
  CHECK(fault("rate & 1") == Fault{"F251", 5});
}

TEST_CASE("columns count characters, and full-width signs get advice") {
  const auto [formula, diagnostics] = compile("rate × （1）");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].where.column == 14 + 5);
  CHECK(diagnostics[0].message.in("en") == "unexpected '×' in the formula");
  CHECK(diagnostics[0].hint.in("en") == "write *");
  CHECK(compile("rate * （1)").diagnostics[0].hint.in("zh") == "请写 (");
  CHECK(compile("rate > 50%").diagnostics[0].hint.in("en") ==
        "write the number itself: 0.5 for 50 %");
}

TEST_CASE("what other programs write gets advice") {
  const auto hint = [](const std::string& text) {
    const auto [formula, diagnostics] = compile(text);
    INFO(text);
    REQUIRE(diagnostics.size() == 1);
    return diagnostics[0].hint.in("en");
  };
  CHECK(hint("rate ** 2") == "write ^");
  CHECK(hint("rate <> 1") == "write !=");
  CHECK(hint("rate * * 2") == "write ^");
  CHECK(hint("rate * / 2").empty());
  CHECK(hint("ln(rate)") == "write log(x)");
  CHECK(hint("log10(rate)") == "write log(x) / log(10)");
  CHECK(hint("pow(rate, 2)") == "write x^y");
  CHECK(hint("绿地 / rate") == "a formula names variables by their ids, not their titles");
  CHECK(hint("green_area > 0") ==
        "a number takes its unit in brackets behind it, such as 5 [公顷]");
  CHECK(compiles("if(green_area > 5 [公顷], 1, 0)"));
}

TEST_CASE("functions") {
  CHECK(fault("average(1, 2)") == Fault{"F252", 0});
  CHECK(compile("maxi(1, 2)").diagnostics[0].hint.in("en") == "did you mean 'max'?");
  CHECK(fault("1 + clip(1, 2)") == Fault{"F253", 4});
  CHECK(fault("log(1, 2)") == Fault{"F253", 0});
  CHECK(fault("sum()") == Fault{"F253", 0});
}

TEST_CASE("what does not fit together is an error") {
  CHECK(fault("green_area + population", "公顷") == Fault{"F254", 11});
  CHECK(fault("green_area - 1", "公顷") == Fault{"F254", 11});
  CHECK(fault("green_area > 0") == Fault{"F254", 11});
  CHECK(fault("sum(green_area, built_up, length)", "公顷") == Fault{"F254", 0});
  CHECK(fault("if(rate > 0, green_area, 0)", "公顷") == Fault{"F254", 0});
  CHECK(fault("population + households", "人") == Fault{"F254", 11});
  CHECK(fault("green_area / population", "平方米/户") == Fault{"F255", 0});
  CHECK(fault("population / green_area", "平方米/人") == Fault{"F255", 0});  // no reciprocals
  CHECK(fault("log(green_area)") == Fault{"F256", 4});
  CHECK(fault("exp(income)") == Fault{"F256", 4});
  CHECK(fault("2^length") == Fault{"F256", 2});
  CHECK(fault("if(length, 1, 2)") == Fault{"F256", 3});
  CHECK(fault("length^rate", "公里") == Fault{"F257", 7});
  CHECK(fault("length^0.3", "公里") == Fault{"F257", 7});
  CHECK(fault("sqrt(sqrt(length))", "公里") == Fault{"F257", 0});
  CHECK(fault("lag(rate, 0.5)") == Fault{"F258", 10});
  CHECK(fault("lag(rate, rate)") == Fault{"F258", 10});
  CHECK(fault("at(rate, 15)") == Fault{"F260", 9});
  const auto mismatch = compile("(green_area + built_up) * 2 - population", "公顷").diagnostics[0];
  CHECK(mismatch.message.in("en") ==
        "'(green_area + built_up) * 2' (m^2) and 'population' (人) do not fit together in '-'");
}

TEST_CASE("a unit that was refused hides no other fault and adds none") {
  CHECK(compile("refused + green_area", "公顷").diagnostics.empty());
  CHECK(compile("log(refused) + refused^2 + sqrt(refused)").diagnostics.empty());
  CHECK(fault("refused * (green_area + population)") == Fault{"F254", 22});
  std::vector<Diagnostic> diagnostics;
  CHECK(formula::Formula::compile("green_area", variables(), std::nullopt, {}, "", diagnostics));
}

TEST_CASE("no formula exhausts the stack") {
  const auto repeated = [](const std::string& text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
  };
  CHECK(fault(repeated("(", 5000)).first == "F259");
  CHECK(fault(repeated("-", 5000) + "1").first == "F259");
  CHECK(fault("1" + repeated("^1", 4000)).first == "F259");
  CHECK(fault("1" + repeated("+1", 4000)).first == "F259");
  CHECK(fault(repeated("abs(", 2000)).first == "F259");
  CHECK(fault(repeated("change(", 60) + "rate" + repeated(")", 60)).first == "F259");
  CHECK(fault(repeated("1", 20000)).first == "F259");
  CHECK(compiles("sum(1" + repeated(",1", 2000) + ")"));
}

TEST_CASE("a formula knows what it uses") {
  const auto formula = compile("rate * 0 + lag(population, 2) / population", "1").formula;
  REQUIRE(formula);
  CHECK(std::vector<int>(formula->variables().begin(), formula->variables().end()) ==
        std::vector<int>{1, 2});
  CHECK(formula->looks_back());
  CHECK(formula->bare_variable() == -1);
  CHECK_FALSE(compile("rate").formula->looks_back());
  CHECK(compile("green_area", "平方公里").formula->bare_variable() == 0);
  CHECK(compile("(rate)", "%").formula->bare_variable() == 2);
  CHECK(compile("-rate").formula->bare_variable() == -1);
}

TEST_CASE("a number may carry a unit, in brackets") {
  CHECK(compile("length + 500 [米]", "公里").formula);
  CHECK(compile("population / built_up > 1.5 [万人/平方公里]").formula);
  CHECK(compile("3 [公里] ^ 2", "公顷").formula);
  CHECK(fault("length + 5 [公顷]", "公里") == std::pair<std::string, int>{"F254", 7});
  CHECK(fault("length + 5 [斗斛]", "公里") == std::pair<std::string, int>{"F205", 12});
  CHECK(fault("length + 5 [公里", "公里") == std::pair<std::string, int>{"F251", 11});
  CHECK(fault("length [公里]", "公里") == std::pair<std::string, int>{"F251", 7});
  CHECK(fault("length ^ 2 [公里]") == std::pair<std::string, int>{"F257", 9});
  CHECK(fault("2 [公里]") == std::pair<std::string, int>{"F255", 0});
}

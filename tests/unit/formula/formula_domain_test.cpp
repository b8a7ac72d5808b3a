#include <catch2/catch.hpp>

#include "formula/formula.h"
#include "golden/reference_table.h"

using namespace tijian;
using tijian_tests::reference_table;

TEST_CASE("all indicators of the domain compile against their units") {
  const auto of_variables = reference_table("chaoyang/variables.csv");
  std::vector<formula::FormulaVariable> variables;
  for (const std::string& id : of_variables.rows()) {
    CAPTURE(id);
    variables.push_back({id, formula::Unit::parse(of_variables.text(id, "unit"))});
    CHECK(variables.back().unit);
  }
  CHECK(variables.size() == 196);
  const auto indicators = reference_table("chaoyang/indicators.csv");
  for (const std::string& id : indicators.rows()) {
    const std::string& text = indicators.text(id, "formula");
    CAPTURE(id, text);
    const auto unit = formula::Unit::parse(indicators.text(id, "unit"));
    CHECK(unit);
    std::vector<Diagnostic> diagnostics;
    CHECK(formula::Formula::compile(text, variables, unit, {}, "", diagnostics));
    for (const Diagnostic& diagnostic : diagnostics) UNSCOPED_INFO(to_string(diagnostic));
    CHECK(diagnostics.empty());
  }
  CHECK(indicators.rows().size() == 134);
}

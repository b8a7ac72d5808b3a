// This program stands where no module is, neither beside it nor where an installed one finds them.
#include <catch2/catch.hpp>

#include "dataset/workbook_file.h"

using namespace tijian;

TEST_CASE("without the module a workbook is refused with what helps") {
  dataset::Faults faults;
  std::vector<Diagnostic> diagnostics;
  const auto input = base::InputFile::open(
      std::string(TIJIAN_ROOT) + "/tests/data/workbooks/openpyxl.xlsx", diagnostics);
  REQUIRE(input);
  CHECK_FALSE(dataset::read_workbook(*input, faults));
  REQUIRE(faults.listed("x").size() == 1);
  CHECK(faults.listed("x")[0].code == "C377");
}

#include <catch2/catch.hpp>

#include "report/place_table.h"
#include "report/ranking_table.h"
#include "unit/report/sample.h"

using namespace tijian;
using namespace tijian_tests;

TEST_CASE("one place: verdicts first, indicators below their category, no score where coverage is low") {
  const TownRun town = score_town(1);
  CHECK(place_table(town.run(), {{false}, 100, false}) ==
        "Town 1: 老城, 2021\n"
        "1 limit breached, 1 standard met, 1 no benchmark, 1 no value\n"
        "\n"
        "indicator          period   value  unit         verdict, coverage                            score\n"
        "Scale              2021    2 of 2               coverage 100 %; capped by a breach          60.00\n"
        "  Population       2021    344.9   万人         limit breached: 3.45 % over 333.4 (2035)    65.51\n"
        "  Land given back  2021       80   公顷         no benchmark                                80.00\n"
        "Environment        2021    1 of 2               coverage 50 %; coverage too low for a score …  —\n");
}

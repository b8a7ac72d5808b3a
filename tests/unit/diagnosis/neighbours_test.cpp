#include "tijian/neighbours.h"

#include <catch2/catch.hpp>

#include "run_program.h"
#include "unit/diagnosis/map_text.h"
#include "unit/diagnosis/small_run.h"

using namespace tijian;
using namespace tijian::testing;
using namespace tijian_tests;

namespace {

/// Of places p0 to p3, of which the framework lists p0 (code 7) and one without data.
Loaded<Neighbours> neighbours_in(const std::string& text) {
  SmallFramework f;
  f.category("a").indicator("x").score = straight(0, 100);
  Place listed;
  listed.name = "p0";
  listed.aliases = {"Old Town"};
  listed.code = "7";
  Place without_data;
  without_data.name = "far";
  f.get().places = {listed, without_data};
  const TemporaryFolder folder;
  write_file(folder.path() + "/neighbours", text);
  return load_neighbours(folder.path() + "/neighbours", f, table_of({{1}, {2}, {3}, {4}}).rows);
}

}  // namespace

TEST_CASE("pairs are read by name, alias or code, and islands are told") {
  const auto found = neighbours_in("place,neighbour,weight\nold town,P1,2\np1,7,2\np2,far,0.5\n");
  REQUIRE(found);
  CHECK(found->pairs == std::vector<NeighbourPlaces>{{"p0", "p1", 2}, {"p2", "far", 0.5}});
  REQUIRE(codes_of(found.diagnostics) == "B482");
  CHECK(found.diagnostics[0].message.in("en") == "1 place(s) have no neighbour: p3");
}

TEST_CASE("without weights neighbours are alike, and columns may be in Chinese") {
  const auto found = neighbours_in("相邻单元,评价单元\np1,p0\np2,p1\np3,p2\n");
  REQUIRE(found);
  CHECK(found.diagnostics.empty());
  CHECK(found->pairs == std::vector<NeighbourPlaces>{{"p0", "p1"}, {"p1", "p2"}, {"p2", "p3"}});
}

TEST_CASE("what is wrong with pairs is told at once") {
  CHECK(codes_of(neighbours_in("place,neighbour,weight\np0,p9,1\np0,p9,1\np1,p1,1\np1,p2,0\n"
                               "p1,p3,x\np2,p3,1\np3,p2,2\n,p1,1\n")
                     .diagnostics) == "B480 C363 C362 C362 C364 C321");
  CHECK(codes_of(neighbours_in("place,next\np0,p1\n").diagnostics) == "C361 C360");
  CHECK(codes_of(neighbours_in("place,neighbour,评价单元\np0,p1,p2\n").diagnostics) == "C317");
  CHECK_FALSE(neighbours_in("place,neighbour\np0,nowhere\n"));
}

// p0 and p1 share an edge, p2 touches p1 in a corner alone, p3 lies apart, in two parts.
TEST_CASE("a map's neighbours share a border, a corner is none") {
  const auto found =
      neighbours_in(map_of({feature(R"("name": "nobody", "code": 7)", "Polygon", square(0, 0)),
                            feature(R"("NAME": "p 1")", "Polygon", square(1, 0)),
                            feature(R"("名称": "p2")", "Polygon", square(2, 1)),
                            feature(R"("name": "p3")", "MultiPolygon", "[" + square(5, 5) + "]"),
                            feature(R"("name": "p3")", "Polygon", square(7, 7)),
                            feature(R"("name": "sea")", "Polygon", square(0, 1)),
                            feature(R"("size": 3)", "Polygon", square(0, 2))}));
  REQUIRE(found);
  CHECK(found->pairs == std::vector<NeighbourPlaces>{{"p0", "p1"}});
  REQUIRE(codes_of(found.diagnostics) == "B481 B482");
  CHECK(found.diagnostics[0].message.in("en") ==
        "2 feature(s) of the map are no places of the data: sea, features[6]");
  CHECK(found.diagnostics[1].message.in("en") == "2 place(s) have no neighbour: p2, p3");
}

TEST_CASE("a place of two features borders by either") {
  const auto found =
      neighbours_in("\xEF\xBB\xBF\n" + map_of({feature(R"("name": "p0")", "Polygon", square(0, 0)),
                                               feature(R"("name": "p1")", "Polygon", square(1, 0)),
                                               feature(R"("name": "p2")", "Polygon", square(9, 9)),
                                               feature(R"("name": "p2")", "Polygon", square(2, 0)),
                                               R"({"id": "p3", "geometry": {"type": "Polygon",
                                             "coordinates": )" +
                                                   square(9, 10) + "}}"}));
  REQUIRE(found);
  CHECK(found->pairs == std::vector<NeighbourPlaces>{{"p0", "p1"}, {"p1", "p2"}, {"p2", "p3"}});
}

TEST_CASE("what is wrong with a map is told") {
  const auto cut = neighbours_in("{\"type\":\n  \"Feature");
  REQUIRE(codes_of(cut.diagnostics) == "C365");
  CHECK(cut.diagnostics[0].where.line == 2);
  CHECK(codes_of(neighbours_in(R"({"type": "Topology", "objects": {}})").diagnostics) == "C366");
  CHECK(codes_of(neighbours_in(R"({"type": "FeatureCollection"})").diagnostics) == "C366");
  CHECK(codes_of(neighbours_in(map_of({feature("", "Polygon", square(0, 0))})).diagnostics) ==
        "C368");
  for (const char* coordinates : {"3", "[]", "[3]", "[[3]]", "[[[3]]]", R"([[["a", 1]]])", "{}"}) {
    CAPTURE(coordinates);
    CHECK(codes_of(neighbours_in(map_of({feature(R"("name": "p0")", "Polygon", coordinates)}))
                       .diagnostics) == "C367");
  }
  const auto point = neighbours_in(map_of({feature(R"("name": "p0")", "Point", "[1, 2]")}));
  REQUIRE(codes_of(point.diagnostics) == "C367");
  CHECK(point.diagnostics[0].in == "features[0]");
  CHECK(codes_of(neighbours_in(map_of({"3", "null"})).diagnostics) == "C368");
}

// A report as a GeoPackage, looked at by GDAL's own programs: the 43 units of the synthetic
// district and the district itself, in their outlines.
#include <catch2/catch.hpp>

#include "golden/reference_table.h"
#include "run_program.h"
#include "tijian/report/health_report.h"
#include "tijian/report/scores.h"
#include "tijian/tijian.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const std::string root = TIJIAN_ROOT;

/// A run with its diagnosis and map, and a folder for what is written.
struct MappedDistrict {
  TemporaryFolder folder;
  Run run;
  Diagnosis diagnosis;
  PlaceMap map;

  MappedDistrict() {
    const Outcome made = run_in(root, quoted(TIJIAN_SYNTHETIC) + " examples/synthetic 2022");
    REQUIRE(made.exit == 0);
    const std::string paths[] = {folder.path() + "/synthetic.csv"};
    write_file(paths[0], made.out);
    run.framework =
        std::make_shared<const Framework>(load_framework_or_throw(root + "/indicators/chaoyang"));
    run.data = read_dataset_or_throw(paths, *run.framework);
    run.table = evaluate(*run.framework, run.data);
    run.model = fit_or_throw(*run.framework, run.framework->method, run.table);
    run.card = apply(run.model, run.table);
    diagnosis = *diagnose(run);
    map = *load_place_map(root + "/examples/synthetic/map/units.geojson", *run.framework,
                          run.table.rows);
  }

  std::string write(const std::string& name, report::Language say) const {
    const std::string path = folder.path() + "/" + name;
    report::write_report({.run = run, .diagnosis = diagnosis, .map = &map}, say, path);
    return path;
  }
};

const MappedDistrict& district() {
  static const MappedDistrict made;
  return made;
}

std::string printed(const std::string& command) {
  const Outcome outcome = run_in(district().folder.path(), command);
  INFO(command << "\n" << outcome.err);
  REQUIRE(outcome.exit == 0);
  return outcome.out;
}

bool without_gdal_programs() {
  if (run_in("/", "command -v ogrinfo && command -v ogr2ogr").exit == 0) return false;
  WARN("skipped: ogrinfo and ogr2ogr (gdal-bin) are not installed");
  return true;
}

/// scores.csv of the diagnosis's period.
ReferenceTable scores() {
  const MappedDistrict& of = district();
  std::vector<Index> rows;
  for (Index row = 0; row < of.run.table.rows.size(); ++row)
    if (of.run.table.rows.period[row] == of.diagnosis.period) rows.push_back(row);
  const std::string path = of.folder.path() + "/scores.csv";
  report::ScoresWriter writer(path);
  writer.write(of.run.card, rows);
  writer.close();
  std::string text = read_file(path);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  write_file(path, text);
  return ReferenceTable(path);
}

double number(const std::string& text) { return std::stod(text); }

/// A column of the layer is one of a node in scores.csv; returns how many cells have a value.
int check_column(const ReferenceTable& layer, const std::string& name, const std::string& node,
                 const std::string& column) {
  static const ReferenceTable expected = scores();
  const auto places = expected.texts("node", node, "place");
  const auto cells = expected.texts("node", node, column);
  REQUIRE(places.size() == 44);
  int values = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i] == "朝阳区") continue;
    INFO(name << " of " << places[i]);
    const std::string& found = layer.text(places[i], name);
    CHECK(found.empty() == cells[i].empty());
    if (!cells[i].empty()) CHECK(number(found) == Approx(number(cells[i])).epsilon(1e-12));
    values += !cells[i].empty();
  }
  return values;
}

}  // namespace

TEST_CASE("a GeoPackage holds every place with the scores of scores.csv") {
  if (without_gdal_programs()) return;
  const std::string path = district().write("layer.gpkg", {});
  const std::string csv = district().folder.path() + "/layer.csv";
  write_file(csv,
             printed("ogr2ogr -f CSV /vsistdout/ " + quoted(path) + " chaoyang_2022_synthetic"));
  const ReferenceTable layer(csv);
  REQUIRE(layer.rows().size() == 43);  // all but the district, which has no outline
  const std::string index = district().run.framework->nodes[0].id;
  CHECK(check_column(layer, "score", index, "score") > 40);
  CHECK(check_column(layer, "rank", index, "rank") > 40);
  CHECK(check_column(layer, "score_blue_green_space", "blue_green_space", "score") > 30);
  for (const std::string& place : layer.rows()) CHECK(layer.text(place, "synthetic") == "1");
}

TEST_CASE("a GeoPackage is in degrees, its columns are typed, 43 places have an outline") {
  if (without_gdal_programs()) return;
  const std::string path = district().write("layer.gpkg", {});
  const std::string told = printed("ogrinfo -so " + quoted(path) + " chaoyang_2022_synthetic");
  for (const char* line :
       {"Feature Count: 43", "Geometry: Multi Polygon", "ID[\"EPSG\",4326]", "score: Real",
        "rank: Integer", "light: String", "red: Integer", "synthetic: Integer(Boolean)",
        "score_blue_green_space: Real", "IDENTIFIER=Chaoyang"}) {
    INFO(told);
    CHECK(told.find(line) != told.npos);
  }
  CHECK(printed("ogrinfo -q " + quoted(path) +
                " -sql 'SELECT COUNT(*) AS n FROM chaoyang_2022_synthetic WHERE geom IS NOT NULL "
                "AND ST_IsValid(geom)'")
            .find("n (Integer) = 43") != std::string::npos);
}

TEST_CASE("a GeoPackage of a projected map has no place on earth") {
  if (without_gdal_programs()) return;
  PlaceMap projected = district().map;
  projected.degrees = false;
  const std::string path = district().folder.path() + "/projected.gpkg";
  report::write_report(
      {.run = district().run, .diagnosis = district().diagnosis, .map = &projected}, {}, path);
  const std::string told = printed("ogrinfo -so " + quoted(path) + " chaoyang_2022_synthetic");
  INFO(told);
  CHECK(told.find("ENGCRS[\"Undefined Cartesian SRS\"") != told.npos);
}

TEST_CASE("the layer's default style has the lights in the report's language") {
  if (without_gdal_programs()) return;
  const std::string path = district().write("layer.gpkg", {true});
  const std::string style =
      printed("ogrinfo -q " + quoted(path) + " -sql 'SELECT * FROM layer_styles'");
  for (const char* text :
       {"useAsDefault (Integer(Boolean)) = 1", "f_table_name (String) = chaoyang_2022_synthetic",
        "f_geometry_column (String) = geom", R"(value="red" label="红色预警")",
        R"(value="not_applicable" label="不适用")", R"(fieldName="place")"}) {
    INFO(style);
    CHECK(style.find(text) != style.npos);
  }
}

TEST_CASE("the same report gives the same GeoPackage") {
  const std::string first = read_file(district().write("first.gpkg", {}));
  CHECK(first.size() > 100000);
  CHECK((first == read_file(district().write("second.gpkg", {}))));
}

TEST_CASE("a GeoPackage that cannot be written is told") {
  try {
    district().write("no/such/folder/layer.gpkg", {});
    FAIL("it was written");
  } catch (const InputError& fault) {
    REQUIRE(fault.diagnostics().size() == 1);
    CHECK(fault.diagnostics()[0].code == "C390");
  }
}

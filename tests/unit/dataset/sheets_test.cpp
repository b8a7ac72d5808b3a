#include "sample.h"
#include "tijian/proposal.h"

using namespace tijian;
using namespace tijian::test;

namespace {

const std::string workbooks = TIJIAN_ROOT "/tests/data/workbooks/";

/// Without the warnings on what is hidden.
std::string faults_of(const Loaded<Dataset>& data) {
  std::vector<Diagnostic> told;
  for (const Diagnostic& d : data.diagnostics)
    if (d.severity == Severity::error) told.push_back(d);
  return codes(told);
}

}  // namespace

TEST_CASE("workbooks of three writers, with the traps, read as the clean table") {
  for (const char* name : {"libxlsxwriter.xlsx", "libreoffice.xlsx", "libreoffice.ods"}) {
    CAPTURE(name);
    const auto data = read({workbooks + "synthetic_table_" + name});
    CHECK(faults_of(data).empty());
    REQUIRE(data);
    // The hidden row 丙, the hidden sheet's 丁 and the note are none of the places.
    CHECK(data->rows.places == std::vector<std::string>{"甲", "乙"});
    CHECK(data->rows.size() == 4);
    CHECK(at(data, "甲", "2020", "population") == 1.5);
    CHECK(at(data, "甲", "2021", "population") == 2.5);
    CHECK(at(data, "乙", "2021", "population") == 4.5);
    CHECK(at(data, "甲", "2020", "share") == 45.5);
    CHECK(at(data, "乙", "2020", "share") == 12.3);
    CHECK(at(data, "乙", "2021", "share") == 100);
    CHECK(at(data, "甲", "2021", "ratio") == 5);  // = C5 * 2
    // Hidden parts and the hidden sheet are told, once each.
    std::string hidden;
    for (const Diagnostic& d : data.diagnostics) hidden += d.code + ' ';
    CHECK(hidden.find("C379") != hidden.npos);
    CHECK(hidden.find("C380") != hidden.npos);
    CHECK(data->sources[0].synthetic);
  }
}

TEST_CASE("formulas that nobody computed are named by their cells") {
  const auto data = read({workbooks + "synthetic_table_openpyxl.xlsx"});
  CHECK(faults_of(data) == "C353@4:5 C353@5:5 C353@6:5 C353@7:5");
  for (const Diagnostic& d : data.diagnostics)
    if (d.code == "C353") CHECK(d.where.sheet == "表1");
  CHECK(to_string(Citation{"a.xlsx", 4, 5, "表1"}) == "a.xlsx [表1] E4");
  CHECK(cell_name(12, 28) == "AB12");
}

TEST_CASE("numbers that are shown in ten thousands are read as stored, and told") {
  for (const char* book : {"synthetic_scaled.xlsx", "synthetic_scaled.ods"}) {
    CAPTURE(book);
    const auto data = read({workbooks + book});
    CHECK(at(data, "甲", "", "population") == Approx(70.8829));  // 708829 人
    CHECK(at(data, "乙", "", "gdp") == 25);
    const auto told = std::ranges::find(data.diagnostics, "C385", &Diagnostic::code);
    REQUIRE(told != data.diagnostics.end());
    CHECK(to_string(told->where).ends_with("[表1] B2"));
    CHECK(told->count == 3);  // B2, C2, B3
  }
}

TEST_CASE("sheets by name, and all of them") {
  const Folder folder;
  const std::string file = workbooks + "synthetic_table_libreoffice.xlsx";
  const auto entry = [&](const std::string& keys) {
    return read({folder.file("sources.yaml",
                             "sources: 1\nfiles:\n  - {file: '" + file + "', " + keys + "}\n")});
  };
  CHECK(entry("sheet: 旧表")->rows.places == std::vector<std::string>{"丁"});
  const auto none = entry("sheet: 表9");
  REQUIRE(!none.diagnostics.empty());
  CHECK(none.diagnostics.back().code == "C382");
  CHECK(none.diagnostics.back().where.line == 3);
  // The cover is no table.
  CHECK(faults_of(entry("sheet: all")) == "C316@2");
}

TEST_CASE("a workbook beside CSV: conflicts name cells of both") {
  const Folder folder;
  const auto data = read({workbooks + "synthetic_table_libreoffice.xlsx",
                          folder.file("a.csv", "place,period,population\n甲,2020,2.5\n")});
  const auto conflict = std::ranges::find(data.diagnostics, "C331", &Diagnostic::code);
  REQUIRE(conflict != data.diagnostics.end());
  CHECK(conflict->where.line == 2);
  REQUIRE(conflict->also.size() == 1);
  CHECK(conflict->also[0].sheet == "表1");
  CHECK(cell_name(conflict->also[0].line, conflict->also[0].column) == "C4");
}

TEST_CASE("of two visible tables the first is read, and the other told") {
  Framework f;
  f.variables = {variable("beds", "床位", "Beds", "张"), variable("residents", "人", "R", "人")};
  f.indicators = {indicator_of(f, "beds")};
  const auto data = read_dataset(std::vector{workbooks + "synthetic_two_tables.xlsx"}, f);
  REQUIRE(data);
  CHECK(data->rows.places == std::vector<std::string>{"Oldtown", "Newtown"});
  REQUIRE(data.diagnostics.size() == 1);
  CHECK(data.diagnostics[0].code == "C381");
}

TEST_CASE("a figure in merged cells is the first one's, and the others are told") {
  const auto data = read({workbooks + "synthetic_merged_values.xlsx"});
  CHECK(faults_of(data).empty());
  CHECK(at(data, "甲", "2020", "population") == 1.5);
  CHECK(std::isnan(at(data, "乙", "2020", "population")));
  CHECK(at(data, "丙", "2020", "green_area") == 6);
  // The merged cells without a figure lack nothing.
  const auto merged = std::ranges::find(data.diagnostics, "B477", &Diagnostic::code);
  REQUIRE(merged != data.diagnostics.end());
  CHECK(cell_name(merged->where.line, merged->where.column) == "C2");
  CHECK(merged->message.in("en").find("2 more have no figure") != std::string::npos);
  CHECK(merged->hint.in("zh") == "请取消合并 C2:C4，逐格填写");
  CHECK(std::ranges::count(data.diagnostics, "B477", &Diagnostic::code) == 1);
}

TEST_CASE("propose writes an entry for each sheet with a table") {
  Framework f;
  f.variables = {variable("beds", "床位", "Beds", "张"), variable("residents", "人", "R", "人")};
  f.indicators = {indicator_of(f, "beds")};
  const auto proposed = propose(std::vector{workbooks + "synthetic_two_tables.xlsx"}, f);
  REQUIRE(proposed->size() == 2);
  CHECK(proposed->at(0).source.sheet == "表1");
  CHECK(proposed->at(1).source.sheet == "表2");
  // The cover and the hidden sheet are none.
  const auto one =
      propose(std::vector{workbooks + "synthetic_table_libreoffice.xlsx"}, framework());
  REQUIRE(one->size() == 1);
  CHECK(one->at(0).source.sheet == "表1");
}

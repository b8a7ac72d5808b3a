#include <catch2/catch.hpp>

#include "report/html/packed_table.h"
#include "report/html/page_document.h"
#include "report/report_formats.h"
#include "run_program.h"
#include "unit/diagnosis/from_files.h"

using namespace tijian;
using tijian::testing::run_of;

namespace {

const report::Language english{false};

struct Reported {
  explicit Reported(std::string csv)
      : run(run_of(
            std::string(testing::head) + "indicators:\n  - {id: x, title: Parks, unit: \"1\"}\n",
            std::move(csv))),
        diagnosis(*diagnose(run)) {}

  report::HealthReport report() const { return {run, diagnosis}; }

  Run run;
  Diagnosis diagnosis;
};

}  // namespace

// Three words: b stands twice where it is not the same as above, so it is number 0; a comes before
// c.
TEST_CASE(
    "a packed table repeats nothing of the row above and numbers words by how often they come") {
  report::PackedWords words;
  report::PackedTable table(words, "name:w list:l n:n r:r yes:b");
  table.add("a").add_words({"b", "c"}).add(1234567.891).add(1234567.891).add(true).end_row();
  table.add("b").add_words({}).add(1234567.891).add(missing).add(true).end_row();
  table.add("b").add_words({}).add(0.00001).add(-0.0).add(false).end_row();
  report::JsonWriter json;
  json.open('{');
  words.write("words", json);
  table.write("t", words.numbers(), json);
  json.close('}');
  CHECK(json.text() ==
        "{\"words\":[\"b\",\"a\",\"c\"],\"t\":{\"columns\":\"name:w list:l n:n r:r yes:b\","
        "\"rows\":\"1,0 2,1234567.9,1.23457e6,1\\n0,-,,-,\\n,,1e-5,0,0\"}}");
}

TEST_CASE("nothing in a name ends the element that the document stands in") {
  const Reported made("place,period,x\n\"</script><b>\"\"&\",2020,1\n");
  const std::string document = report::page_document(made.report(), english);
  CHECK(document.find("</script><b>\\\"&") != document.npos);
  if (report::report_formats()[0].write == nullptr) return;
  const tijian_tests::TemporaryFolder folder;
  report::write_report(made.report(), english, folder.path() + "/a.html");
  const std::string page = tijian_tests::read_file(folder.path() + "/a.html");
  CHECK(page.find("</script><b>") == page.npos);
  CHECK(page.find("\\u003c/script>\\u003cb>") != page.npos);
}

TEST_CASE("a build that lacks what a format needs says what") {
  const report::ReportFormat format{".odd", {"odd", "怪"}, nullptr, "libodd"};
  const Reported made("place,period,x\na,2020,1\n");
  try {
    report::write_as(format, made.report(), english, "a.odd");
    FAIL("it was written");
  } catch (const InputError& error) {
    REQUIRE(error.diagnostics().size() == 1);
    CHECK(error.diagnostics()[0].code == "C393");
    CHECK(error.diagnostics()[0].expected.in("en") == "a build that found libodd");
  }
}

#include "dataset/cell.h"

#include <catch2/catch.hpp>

using namespace tijian;
using Kind = dataset::Cell::Kind;

namespace {

double number(std::string_view text) {
  const dataset::Cell cell = dataset::CellReader().read(text);
  CAPTURE(text);
  REQUIRE(cell.kind == Kind::number);
  return cell.value;
}

Kind kind(std::string_view text) { return dataset::CellReader().read(text).kind; }

}  // namespace

TEST_CASE("numbers are read as people write them") {
  CHECK(number("12.5") == 12.5);
  CHECK(number(" 12.5 ") == 12.5);
  CHECK(number("-3") == -3);
  CHECK(number("+1") == 1);
  CHECK(number("1e3") == 1000);
  CHECK(number(".5") == 0.5);
  CHECK(number("1,234.5") == 1234.5);
  CHECK(number("-1,234,567") == -1234567);
  CHECK(number("123,456") == 123456);
  CHECK(number("１２３．５") == 123.5);
  CHECK(number("１，２３４") == 1234);
  CHECK(number("－５") == -5);
  CHECK(number("−5") == -5);  // U+2212
  CHECK(number("\u300012\u3000") == 12);
}

TEST_CASE("percent signs are read and told") {
  CHECK(number("12.3%") == 12.3);
  CHECK(number("１２％") == 12);
  CHECK(number("12 %") == 12);
  CHECK(dataset::CellReader().read("12.3%").ratio == U'%');
  CHECK(dataset::CellReader().read("5‰").ratio == U'‰');
  CHECK(dataset::CellReader().read("12.3").ratio == 0);
}

TEST_CASE("marks of missing values") {
  for (const char* text : {"", " ", "NA", "N/A", "-", "—", "…", "暂无", "——", "……", "　", "－"}) {
    CAPTURE(text);
    CHECK(kind(text) == Kind::missing);
  }
}

TEST_CASE("further marks, as text and as number") {
  const std::vector<std::string> marks{"-999", "未统计"};
  const dataset::CellReader cells(marks);
  CHECK(cells.read("-999").kind == Kind::missing);
  CHECK(cells.read("-999.00").kind == Kind::missing);
  CHECK(cells.read("未统计").kind == Kind::missing);
  CHECK(cells.read("-998").kind == Kind::number);
  CHECK(dataset::CellReader().read("-999").kind == Kind::number);
}

TEST_CASE("infinities are told apart") {
  for (const char* text : {"inf", "-inf", "Infinity", "∞", "1e999", "-1e999"}) {
    CAPTURE(text);
    CHECK(kind(text) == Kind::infinite);
  }
}

TEST_CASE("whatever is not understood is no number") {
  for (const char* text :
       {"nan", "NaN", "12,34,567", "1,234.5,6", "1.2.3", "12万", "约12", "0x10", "1 234", "--5",
        "+-5", "1e", "5①", "1²", "%", "12%%", "1'234", "(5)", "缺"}) {
    CAPTURE(text);
    CHECK(kind(text) == Kind::not_a_number);
  }
}

TEST_CASE("a comma that parts no groups of three digits is told apart") {
  for (const char* text :
       {"0,125", "00,125", "0,5", "1,23", "1,2345", "3,14", "-0,125", ",123", "1,"}) {
    CAPTURE(text);
    CHECK(kind(text) == Kind::comma);
  }
  CHECK(kind("0,125,000") == Kind::not_a_number);
  CHECK(number("100,125") == 100125);
}

TEST_CASE("commas as decimal marks, where that is said") {
  const dataset::CellReader cells({}, {',', "."});
  CHECK(cells.read("0,99").value == 0.99);
  CHECK(cells.read("1.572").value == 1572);
  CHECK(cells.read("1.572,5").value == 1572.5);
  CHECK(cells.read("-12,5%").value == -12.5);
  CHECK(cells.read("1.57").kind == Kind::not_a_number);
  CHECK(cells.read("1,572.5").kind == Kind::not_a_number);
  const dataset::CellReader swiss({}, {'.', "'"});
  CHECK(swiss.read("1'234.5").value == 1234.5);
  const dataset::CellReader french({}, {',', " "});
  CHECK(french.read("1 234,5").value == 1234.5);
}

TEST_CASE("a currency's sign in front is passed over") {
  CHECK(number("$ 42,500") == 42500);
  CHECK(number("¥12.5") == 12.5);
  CHECK(number("€ 3") == 3);
  CHECK(kind("$") == Kind::not_a_number);
}

TEST_CASE("marks mean what is said") {
  const dataset::CellReader cells({}, {}, {{"…", "0"}, {":", "missing"}, {"<60", "30"}});
  CHECK(cells.read("…").value == 0);
  CHECK(cells.read("…").kind == Kind::number);
  CHECK(cells.read(":").kind == Kind::missing);
  CHECK(cells.read("<60").value == 30);
  CHECK(cells.read("<61").kind == Kind::not_a_number);
}

TEST_CASE("what a spreadsheet could not compute") {
  CHECK(kind("#REF!") == Kind::error_value);
  CHECK(kind("#DIV/0!") == Kind::error_value);
  CHECK(kind("=SUM(B2:B4)") == Kind::formula);
}

// What a number format shows, and numbers as text.
#include "tables/reading/number_format.h"

#include <catch2/catch.hpp>

#include "tables/reading/number_text.h"
#include "tables/reading/shown_date.h"

using namespace tijian::tables;

namespace {

/// n(umber), s(caled), p(er cent), % (a sign that is only written), or what of a date is shown:
/// ymdt.
std::string shown(const FormatSection& section) {
  using Kind = FormatSection::Kind;
  if (section.kind == Kind::number) return section.scaled ? "s" : "n";
  if (section.kind == Kind::percent) return "p";
  if (section.kind == Kind::percent_sign) return "%";
  const ShownDate& date = section.date;
  return std::string(date.year ? "y" : "") + (date.month ? "m" : "") + (date.day ? "d" : "") +
         (date.time ? "t" : "");
}

std::string shown(const char* code, double number = 1) {
  return shown(NumberFormat(code).of(number));
}

}  // namespace

TEST_CASE("formats of dates show what their letters say") {
  for (const char* code :
       {"General", "0.00", "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "0.00\"d\"", "0\\h",
        "[$¥-804]#,##0.00", "0.00E+00", "##0.0E-0", "[DBNum1][$-804]General", "G/通用格式",
        "General\"年\"", "@", "", "_(* #,##0_)", "0.0万元", "# ?/?"})
    CHECK(shown(code) == "n");
  CHECK(shown("yyyy\"年\"m\"月\"d\"日\"") == "ymd");
  CHECK(shown("[$-804]yyyy\\年m\\月") == "ym");
  CHECK(shown("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy") == "ymd");
  CHECK(shown("mmm-yy") == "ym");
  CHECK(shown("m/d") == "md");
  CHECK(shown("YYYY") == "y");
  CHECK(shown("e\"年\"") == "y");
  CHECK(shown("d/m/yy h:mm AM/PM") == "ymdt");
  CHECK(shown("yyyy-mm-dd\\Thh:mm:ss.000") == "ymdt");
  CHECK(shown("h:mm") == "t");
  CHECK(shown("mm:ss.0") == "t");
  CHECK(shown("[h]:mm:ss") == "t");
  CHECK(shown("[mm]:ss") == "t");
  CHECK(shown("上午/下午h\"时\"mm\"分\"") == "t");
  CHECK(shown("h:mm m/d") == "mdt");
}

TEST_CASE("a comma behind the last digit shows thousands") {
  for (const char* code : {"0,", "#,##0,", "0.0,\"K\"", "0!.0,\"万\"", "0\\.0,万", "#,##0.00,,"})
    CHECK(shown(code) == "s");
  // As if: a word behind the digits. Before them it stands for something else.
  for (const char* code : {"0.0\"万人\"", "0\"万\"", "#,##0\" 亿元\""}) CHECK(shown(code) == "s");
  CHECK(shown("\"万寿路\"0") == "n");
  CHECK(shown("0\"人\"") == "n");
  CHECK(shown("0;-0,", -1) == "s");
  CHECK(shown("0;-0,", 1) == "n");
  CHECK_FALSE(NumberFormat("0,").plain());
}

TEST_CASE("a percentage is told by a sign that is not only written") {
  CHECK(shown("0%") == "p");
  CHECK(shown("0.00 %") == "p");
  CHECK(shown("0.0%;[Red]-0.0%", -1) == "p");
  CHECK(shown("0.0\"%\"") == "%");
  CHECK(shown("0.0\\%") == "%");
  CHECK(shown("0.0\" %\"") == "%");
  CHECK(shown("0.0\"(占 GDP %)\"") == "n");
}

TEST_CASE("the section of a number is that of its sign or its condition") {
  CHECK(shown("0%;0.0;\"-\"", 2) == "p");
  CHECK(shown("0%;0.0;\"-\"", -2) == "n");
  CHECK(shown("0.0;-0.0;0%", 0) == "p");
  CHECK(shown("0%;0.0", 0) == "p");
  CHECK(shown("[<1]0.0%;0.0", 0.5) == "p");
  CHECK(shown("[<1]0.0%;0.0", 1) == "n");
  CHECK(shown("[>=100]0;[<=-100]0.0%;0.00", -100) == "p");
  CHECK(shown("[>=100]0;[<=-100]0.0%;0.00", 5) == "n");
  CHECK(shown("[=1]0%;0", 1) == "p");
  CHECK(shown("[<>1]0;0%", 1) == "p");
  CHECK(shown("0.0;0.0;0.0;\"%\"@", 1) == "n");
}

TEST_CASE("a format of Excel's own goes by its number") {
  for (const int id : {0, 1, 2, 3, 4, 11, 12, 13, 37, 38, 39, 40, 48, 49, 163})
    CHECK(NumberFormat::built_in(id).plain());
  for (const int id : {9, 10}) CHECK(shown(NumberFormat::built_in(id).of(1)) == "p");
  CHECK(shown(NumberFormat::built_in(14).of(1)) == "ymd");
  CHECK(shown(NumberFormat::built_in(17).of(1)) == "ym");
  CHECK(shown(NumberFormat::built_in(22).of(1)) == "ymdt");
  CHECK(shown(NumberFormat::built_in(31).of(1)) == "ymd");
  CHECK(shown(NumberFormat::built_in(46).of(1)) == "t");
  CHECK(shown(NumberFormat::built_in(57).of(1)) == "ym");
  CHECK(shown(NumberFormat::built_in(58).of(1)) == "md");
}

TEST_CASE("a number is the shortest decimal, moved in per cent without noise") {
  CHECK(decimal_text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(decimal_text(-1234567.8) == "-1234567.8");
  CHECK(decimal_text(1e20) == "100000000000000000000");
  CHECK(decimal_text(1e21) == "1e21");
  CHECK(decimal_text(1.5e-7) == "0.00000015");
  CHECK(decimal_text(1e-8) == "1e-8");
  CHECK(decimal_text(-0.0) == "0");
  CHECK(decimal_text(0.07, 2) == "7");  // 0.07 * 100 is 7.000000000000001
  CHECK(decimal_text(0.455, 2) == "45.5");
  CHECK(decimal_text(0.29, 2) == "29");
  CHECK(decimal_text(12, 2) == "1200");
  CHECK(decimal_text(-0.001, 2) == "-0.1");
  CHECK(number_of("+1.5") == 1.5);
  for (const char* text : {"", "x", "1x", "nan", "inf", "-inf", "0x1p3", "1e999", "--1", "1,5"})
    CHECK_FALSE(number_of(text));
}

TEST_CASE("only the shortest decimal is taken as it is") {
  for (const char* text : {"0", "-1", "10", "0.5", "-12.25", "123456789012345"})
    CHECK(is_shortest(text));
  for (const char* text : {"", "-", "-0", "00", "01", "1.", ".5", "1.50", "0.0", "1e5", "+1", " 1",
                           "1.2.3", "0.00000001", "1234567890123456", "0.1000000000000000055"})
    CHECK_FALSE(is_shortest(text));
}

TEST_CASE("days of 1900 count a 29 February that there never was") {
  const ShownDate all{true, true, true, true};
  CHECK(serial_date(1, false, all) == "1900-01-01");
  CHECK(serial_date(59, false, all) == "1900-02-28");
  CHECK_FALSE(serial_date(60, false, all));
  CHECK(serial_date(61, false, all) == "1900-03-01");
  CHECK(serial_date(2958465, false, all) == "9999-12-31");
  CHECK_FALSE(serial_date(2958466, false, all));
  CHECK_FALSE(serial_date(-1, false, all));
  CHECK_FALSE(serial_date(0.5, false, all));
  CHECK(serial_date(0, true, all) == "1904-01-01");
  CHECK(serial_date(44196.999999999, false, all) == "2021-01-01");  // a second is 1.2e-5
}

TEST_CASE("ISO dates and times are taken as far as they are shown") {
  const ShownDate all{true, true, true, true}, month{true, true, false, false};
  CHECK(iso_date("2020-02-29", all) == "2020-02-29");
  CHECK(iso_date("2020-12-31T00:00:00", all) == "2020-12-31");
  CHECK(iso_date("2020-12-31 10:30:05.250Z", all) == "2020-12-31T10:30:05");
  CHECK(iso_date("2020-12-31", month) == "2020-12");
  for (const char* text : {"", "2020", "2021-02-29", "2020-13-01", "2020-12-31T", "2020-12-31x",
                           "2020-12-31T24:00", "31.12.2020"})
    CHECK_FALSE(iso_date(text, all));
  CHECK(iso_time("PT0H5M") == "00:05");
  CHECK(iso_time("PT10H30M05.00S") == "10:30:05");
  CHECK(iso_time("P1DT1H") == "PT25H");
  for (const char* text : {"", "P", "PT", "PTxH", "PT1H1H", "10", "1:30"})
    CHECK_FALSE(iso_time(text));
}

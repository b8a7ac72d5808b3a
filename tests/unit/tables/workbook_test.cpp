// Workbooks by three writers and by hand (tests/data/workbooks/README.md); what is expected is what
// make/ put into them. 44196 days after 1899-12-30 is 2020-12-31; 0.4375 of a day is 10:30.
#include <catch2/catch.hpp>

#include "workbook_printer.h"

using namespace tijian_tests;
using tijian::dataset::Sheet;

namespace {

std::string names(const std::vector<Sheet>& sheets) {
  std::string out;
  for (const Sheet& sheet : sheets) out += sheet.name + (sheet.hidden ? " (hidden)\n" : "\n");
  return out;
}

}  // namespace

TEST_CASE("a workbook by openpyxl is read as it was filled in") {
  const auto book = workbook("openpyxl.xlsx");
  CHECK(names(book.sheets) == "填报\n空表\n旧表 (hidden)\n参数 (hidden)\n");
  CHECK_FALSE(book.macros);
  CHECK(printed(book.sheets[0]) ==
        "A1 t 2021年统计（合成数据, synthetic）\n"
        "A2 t 评价单元\nB2 t 年份\nC2 t 达标率\nD2 t 填报日期\n"
        "A3 t 甲街道\nB3 n 2021\nC3 p 45.5%\nD3 d 2020-12-31\n"
        "A4 t 乙街道\nB4 n 2021\nC4 p 7%\nD4 d 2020-12-31T10:30\n"
        "A5 t 丙街道\nB5 n 2021\nC5 p 100%\nD5 d 10:30:05\n"
        "A6 t 丁街道\nB6 n 2021\nC6 n 0.3\n"
        "A7 t 合计\nC7 f= =SUM(C3:C6)\nD7 b TRUE\n"
        "F9 t  两端空格 \nF10 t 两行\\n文字\nF11 f= =1/0\n"
        "merged A1:D1\nhidden rows 5-5\nhidden columns 2-2\n");
  CHECK(printed(book.sheets[1]).empty());
  CHECK(printed(book.sheets[3]) == "B2 t 参数\n");
}

TEST_CASE("number formats tell percentages, dates and plain numbers apart") {
  const auto book = workbook("libxlsxwriter.xlsx");
  CHECK(printed(book.sheets[0]) ==
        "A1 t General\nB1 n 1234.5\n"
        "A2 t 0.00\nB2 n 2.5\n"
        "A3 t 0.0%\nB3 p 45.5%\n"
        "A4 t 0%;-0%;\"-\"\nB4 p -7%\n"
        "A5 t 0.0\"%\"\nB5 p 45.5%\n"
        "A6 t yyyy-mm-dd\nB6 d 2020-12-31\n"
        "A7 t yyyy\"年\"m\"月\"\nB7 d 2020-12\n"
        "A8 t yyyy\"年\"m\"月\"d\"日\"\nB8 d 2020-12-31\n"
        "A9 t yyyy\nB9 d 2020\n"
        "A10 t yyyy/m/d h:mm\nB10 d 2020-12-31T10:30\n"
        "A11 t h:mm:ss\nB11 d 10:30\n"
        "A12 t [h]:mm\nB12 d PT36H\n"
        "A13 t 0.00\"d\"\nB13 n 2.5\n"
        "A14 t #,##0.00_);[Red]\\(#,##0.00\\)\nB14 n -1234567.8\n"
        "A15 t 0.0E+00\nB15 n 123456.75\n"
        "A16 t [<1]0.0%;0.0\nB16 p 25%\nC16 n 25\n");
}

TEST_CASE("a result of 0 that the writer asks Excel to compute is none") {
  const auto book = workbook("libxlsxwriter.xlsx");
  CHECK(printed(book.sheets[1]) ==
        "A1 t 常住人口 （万人）\nA2 b TRUE\nB2 b FALSE\n"
        "A3 f= =1+1\nB3 n= 2\nC3 t= 甲乙\n"
        "C5 t 第一行\\n第二行\\t后\nA6 t \\r stands here\nA7 t 合并\n"
        "merged A7:B9\nhidden rows 11-12\nhidden columns 4-5\n");
}

TEST_CASE("a workbook by LibreOffice says the same as ODS and as XLSX") {
  const std::string before =
      "A1 t 评价单元\nB1 t 达标率\nC1 t 日期\n"
      "A2 t 甲街道\nB2 p 45.5%\nC2 d 2020-12-31\nD2 n 12.5\nE2 e= #DIV/0!\n";
  const std::string until_e3 =
      "A3 t 乙街道\nB3 p 7%\nC3 d 2020-12-31T10:30\nD3 b TRUE\nE3 t= 甲街道乙街道\n";
  const std::string until_e5 =
      "A4 t 丙街道\nB4 n 12.5\nC4 d 2020-12\nE4 e= #N/A\n"
      "A5 t 丁街道\nB5 n= 13.025\nC5 d 10:30\n";
  const std::string after =
      "H9 t 同\nI9 t 同\nJ9 t 同\nH10 t 同\nI10 t 同\nJ10 t 同\nA12 t 合并\n"
      "merged A12:B13\nhidden rows 7-8\nhidden columns 7-7\n";
  const auto ods = workbook("libreoffice.ods"), xlsx = workbook("libreoffice.xlsx");
  // LibreOffice writes no tab into ODS, where a blank at the end of a paragraph is none; it has
  // errors and booleans that Excel has not.
  CHECK(printed(ods.sheets[0]) == before + "F2 t 空  格制表\\n换行\n" + until_e3 + "F3 t  前后\n" +
                                      until_e5 + "E5 e= Err:507\nC6 d PT36H\nE6 b= TRUE\n" + after);
  CHECK(printed(xlsx.sheets[0]) == before + "F2 t 空  格\\t制表\\n换行\n" + until_e3 +
                                       "F3 t  前后 \n" + until_e5 +
                                       "E5 e= #N/A\nC6 d PT36H\nE6 b= TRUE\n" + after);
  for (const auto* book : {&ods, &xlsx}) {
    CHECK(names(book->sheets) == "表 1\n隐藏 (hidden)\n筛选\n");
    CHECK(printed(book->sheets[2]) ==
          "A1 t 名\nA2 t 留\nA3 t 去\nA4 t 留\nA5 t 去\nhidden rows 3-3\nhidden rows 5-5\n");
  }
}

TEST_CASE("XLSX that is rarely written, but may be, is understood") {
  const auto book = workbook("odd.xlsx");
  CHECK(names(book.sheets) == "第二 & A\n第一\n");
  CHECK(printed(book.sheets[0]) ==
        "A1 t 甲\nB1 t 富 文本\nC1 t 東京\nD1 t trimmed\nE1 t  kept \n"
        "F1 t line\\r\\ntwo _x000D_ 😀 _x0000_ _xZZZZ_\n"
        "G1 t <a> & \"b\" 中文 <raw> &amp;\nI1 t ab\n"
        "B3 n 0.001\nC3 n 12.5\nE3 n 7\nF3 t x\nG3 t 1e999\nI3 n 0\nJ3 n 123456789012345680\n"
        "K3 n 1.7976931348623157e308\n"
        "A4 b TRUE\nB4 b FALSE\nC4 e #REF!\nD4 t= ab\nF4 f= =A1+1\nG4 f= =A1+1\n"
        "H4 d 2020-12-31T10:30\nI4 d 2020-12-31\nJ4 t 内联\n"
        "A6 p 45.5%\nB6 p 7%\nC6 d 2020-12-31\nD6 d 2020-12-31T10:30\nE6 d 2020-12\nF6 d PT30H\n"
        "G6 p -0.12%\nH6 d 2020-12\nI6 n 5\nJ6 n 2.5\nK6 d 1900-02-28\nL6 d 1900-03-01\nM6 n -1\n"
        "merged A1:B2\nhidden rows 7-8\nhidden rows 10-10\nhidden columns 2-3\n"
        "hidden columns 5-5\n");
}

TEST_CASE("strict OOXML with prefixes and days from 1904 is understood") {
  const auto book = workbook("strict_1904.xlsx");
  CHECK(names(book.sheets) == "表\n");
  CHECK(printed(book.sheets[0]) == "A4 d 2020-12-31\nB4 d 1904-01-01T12:00\nC4 f= =1+1\nD4 n= 2\n");
}

TEST_CASE("ODS that is rarely written, but may be, is understood") {
  const auto book = workbook("odd.ods");
  CHECK(names(book.sheets) == "一\n二 (hidden)\n");
  CHECK(printed(book.sheets[0]) ==
        "A1 t 甲 乙 丙   丁戊\\n次行\nC2 n 1.5\nD2 n 1.5\nC3 n 1.5\nD3 n 1.5\nC4 n 1.5\nD4 n 1.5\n"
        "A7 d 2020-12\nB7 d 2020-12-31T10:30\nC7 d 10:30:05\nD7 d PT36H1S\nE7 b FALSE\nF7 p 7%\n"
        "G7 n 1234567.8\nH7 e= #DIV/0!\nI7 f= =[.A1]+1\nJ7 t 说\nK7 t 无类型\n"
        "M7 p 40.12%\nN7 s 123400\nO7 b= TRUE\nP7 n 40.1\n"
        "merged A1:B2\nhidden rows 5-6\nhidden columns 2-3\n");
}

TEST_CASE("every kind of file that cannot be read gets its code and place") {
  const auto code = [](const char* name) {
    const auto faults = faults_of(name);
    return faults.size() == 1 ? faults[0].code : "not one fault";
  };
  const auto place = [](const char* name) {
    const std::string text = faults_of(name).at(0).message.in("en");
    return text.substr(text.find(": ") + 2);
  };
  for (const char* name : {"encrypted.ods", "encrypted.xlsx", "zip_password.xlsx"})
    CHECK(code(name) == "C370");
  CHECK(code("excel_97.xls") == "C371");
  for (const char* name : {"cut.xlsx", "cut_sheet.xlsx", "no_sheet.xlsx", "no_string.xlsx",
                           "unordered.xlsx", "entities.xlsx", "deep.xlsx", "wrong_checksum.xlsx"})
    CHECK(code(name) == "C372");
  CHECK(place("cut_sheet.xlsx") == "xl/worksheets/sheet1.xml cannot be read");
  CHECK(place("no_string.xlsx") == "Sheet1!A1 cannot be read");
  CHECK(place("unordered.xlsx") == "Sheet1!A2 cannot be read");
  CHECK(code("bomb.xlsx") == "C373");
  CHECK(code("too_many_rows.xlsx") == "C374");
  CHECK(code("too_many_rows.ods") == "C374");
  CHECK(place("too_many_rows.ods") == "表!A2000001");
  for (const char* name : {"document.docx", "text.odt", "nothing.zip"}) CHECK(code(name) == "C375");
  CHECK(code("binary.xlsb") == "C376");
}

TEST_CASE("macros are told, and the workbook is read") {
  const auto faults = faults_of("macros.xlsm");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].code == "C378");
  const auto book = workbook("macros.xlsm");
  CHECK(book.macros);
  CHECK(printed(book.sheets[0]) == "A1 t 甲\n");
}

TEST_CASE("workbooks are told by their first bytes") {
  using tijian::dataset::looks_like_workbook;
  CHECK(looks_like_workbook("PK\3\4 and more"));
  CHECK(looks_like_workbook("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
  CHECK_FALSE(looks_like_workbook("PK,place"));
  CHECK_FALSE(looks_like_workbook("place,period"));
  CHECK_FALSE(looks_like_workbook(""));
}

#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;
using namespace std::string_literals;

namespace {

/// 地区,常住人口 / 朝阳区,1 in GB18030 (code points of GB 2312-80: 地 B5D8, 区 C7F8, 常 B3A3, 住
/// D7A1, 人 C8CB, 口 BFDA, 朝 B3AF, 阳 D1F4).
const std::string gb18030_file =
    "\xB5\xD8\xC7\xF8,\xB3\xA3\xD7\xA1\xC8\xCB\xBF\xDA\n\xB3\xAF\xD1\xF4\xC7\xF8,1\n";

}  // namespace

TEST_CASE("GB18030 is read, four-byte characters included") {
  const auto data = read_text(gb18030_file + "\x82\x35\x8F\x33,2\n");  // U+9FA6
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.place_of(0) == "朝阳区");
  CHECK(data->rows.place_of(1) == "\u9FA6");
  CHECK(value(data, 1, "population") == 2);
}

TEST_CASE("what is neither UTF-8 nor GB18030 is an error with its line and byte") {
  // 22 bytes of header and row, then 甲, ff: no lead byte of GB18030.
  const auto data = read_text(gb18030_file + "\xBC\xD7\xFF,2\n");
  CHECK(codes(data) == "C304@3");
  CHECK(data.diagnostics[0].message.in("en") == "byte " + std::to_string(gb18030_file.size() + 3) +
                                                    " of the file is no character of its encoding");
}

TEST_CASE("damaged UTF-8 is not read as GB18030") {
  std::string text = "地区,常住人口\n朝阳区,1\n海淀区,2\n丰台区,3\n";
  text.erase(text.find("淀") + 1, 1);
  CHECK(codes(read_text(text)) == "C304@3");
  CHECK(codes(read_text("\xEF\xBB\xBFplace,population\n\xB3\xAF,1\n")) == "C304@2");
}

TEST_CASE("the encoding shows only far down in the file") {
  std::string text = "place,population\n";
  for (int i = 0; i < 200000; ++i) text += "p" + std::to_string(i) + ",1\n";
  const auto data = read_text(text + "\xB3\xAF\xD1\xF4\xC7\xF8,1\n");
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.place_of(200000) == "朝阳区");
}

TEST_CASE("files that cannot be read, or hold nothing") {
  const Folder folder;
  CHECK(codes(read({"no/such/file.csv"})) == "C300@0");
  CHECK(codes(read_text("")) == "C301@0");
  CHECK(codes(read_text("\n\r\n  \n")) == "C301@0");
  CHECK(codes(read_text("place,population\n")) == "C309@1");
  CHECK(codes(read_text("place,population\n甲,1\n", {.skip_lines = 9})) == "C305@0");
}

TEST_CASE("a file without permission") {
  const Folder folder;
  const std::string path = folder.file("a.csv", "place,population\n甲,1\n");
  ::chmod(path.c_str(), 0);
  if (::geteuid() == 0) {
    WARN("skipped: root reads everything");
    return;
  }
  CHECK(codes(read({path})) == "C300@0");
}

TEST_CASE("what is no CSV file is refused with advice") {
  CHECK(codes(read_text("\xFF\xFEp\0l\0"s)) == "C303@0");
  CHECK(codes(read_text("\xFE\xFF\0p"s)) == "C303@0");
  CHECK(codes(read_text("p\0l\0a\0c\0e\0"s)) == "C303@0");  // UTF-16 without a mark
  CHECK(codes(read_text("\0p\0l\0a\0c\0e"s)) == "C303@0");
  CHECK(codes(read_text("<html><table>")) == "C306@0");
  CHECK(codes(read_text("地区，常住人口\n甲，1\n")) == "C310@1");
  CHECK(codes(read_text("place,population\r甲,1\r乙,2\r")) == "C335@1");
}

TEST_CASE("the header: no place, two places, two periods") {
  CHECK(codes(read_text("what,number\n甲,1\n")) == "C316@1");
  CHECK(codes(read_text("地区,街道,population\n甲,乙,1\n")) == "C317@1:2");
  CHECK(codes(read_text("place,年份,年度,population\n甲,2019,2019,1\n")) == "C317@1:3");
  // place itself wins; the other is a column like others
  CHECK(codes(read_text("地区,place,population\n甲,乙,1\n")) == "B401@1:1");
}

TEST_CASE("headings that a yearbook stretches") {
  const auto data = read_text("地　　区,年  份,常住人口\n甲,2019,1\n");
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.place_of(0) == "甲");
  CHECK(to_string(data->rows.period[0]) == "2019");
  CHECK(codes(read_text("pla ce,常住人口\n甲,1\n")) == "C347@1");
}

TEST_CASE("lines above the header are passed over, blank ones before it too") {
  const auto data = read_text("表一\n单位：万人\n\nplace,population\n甲,1\n", {.skip_lines = 2});
  CHECK(codes(data).empty());
  CHECK(value(data, 0, "population") == 1);
  CHECK(data->columns[0].where.line == 4);
}

TEST_CASE("a header over several lines") {
  const auto data = read_text("place,\"常住人口\n[万人]\"\n甲,1\n乙,x\n");
  CHECK(codes(data) == "C311@4:2");
}

TEST_CASE("a pipe is read like a file") {
  const Folder folder;
  const std::string path = folder.file("x", "") + ".pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(path) << "place,population\n甲,1\n"; });
  const auto data = read({path});
  writer.join();
  CHECK(value(data, 0, "population") == 1);
}

#include "tijian/dataset_stream.h"
#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

namespace {

/// Rows enough for several blocks of the reader (1 MB each), with blank and quoted lines among
/// them.
std::string many_rows(int rows) {
  std::string text = "place,period,population,type,green_area\n";
  for (int i = 0; i < rows; ++i) {
    const std::string place = "地块" + std::to_string(i / 2);
    text += i % 1000 == 7 ? '"' + place + ",甲\"" : place;
    text += "," + std::to_string(2019 + i % 2) + "," + std::to_string(i) + ".25,t" +
            std::to_string(i % 3) + (i % 5 == 0 ? ",\n" : ",1.5\n");
    if (i % 4000 == 0) text += "\n\n";
    if (i % 9000 == 1)
      text += "\"两\n行" + std::to_string(i) + "\",2019," + std::to_string(i) + ",t0,2\n";
  }
  return text;
}

bool same_values(const Matrix<double>& a, const Matrix<double>& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() &&
         ((a.array() == b.array()) || (a.array().isNaN() && b.array().isNaN())).all();
}

}  // namespace

TEST_CASE("any number of threads reads the same") {
  const Folder folder;
  const std::string path = folder.file("data.csv", many_rows(150000));
  const auto one = read({path}, {.threads = 1}), four = read({path}, {.threads = 4});
  REQUIRE(one);
  REQUIRE(four);
  CHECK(one->rows.size() == 150017);
  CHECK(same_values(one->values, four->values));
  CHECK(one->rows.places == four->rows.places);
  CHECK(one->rows.place == four->rows.place);
  CHECK(one->rows.attributes[0].of_row == four->rows.attributes[0].of_row);
  CHECK(one->rows.place_of(8) == "地块3,甲");
  CHECK(one->rows.place_of(2) == "两\n行1");
  CHECK(value(one, 150016, "population") == 149999.25);
}

TEST_CASE("any number of threads tells the same, in the file's order") {
  std::string text = many_rows(150000);
  for (std::size_t at = 100000; at < text.size(); at += 1500000)
    text.replace(text.find(".25", at), 3, "x25");
  text += "甲,2019,1\n";
  const Folder folder;
  const std::string path = folder.file("data.csv", text);
  const std::string told = codes(read({path}, {.threads = 1}));
  CHECK(told == codes(read({path}, {.threads = 4})));
  CHECK(told.find("C314@150") != told.npos);
}

TEST_CASE("a stream gives the rows of the whole file") {
  const Folder folder;
  const std::vector<std::string> paths{folder.file("data.csv", many_rows(30000))};
  const auto whole = read(paths);
  REQUIRE(whole);
  const Framework f = framework();
  auto stream = DatasetStream::open(paths, f);
  REQUIRE(stream);
  CHECK(codes(stream.diagnostics) == "B400@1");
  for (int pass = 0; pass < 2; ++pass) {
    Eigen::Index row = 0;
    for (Dataset block; stream->next(block, 1024);) {
      REQUIRE(block.rows.size() > 0);
      REQUIRE(block.rows.size() <= 1024);
      REQUIRE(block.values.rows() == block.rows.size());
      CHECK(block.columns.size() == 2);
      CHECK(same_values(block.values, whole->values.array().middleRows(row, block.rows.size())));
      for (Eigen::Index i = 0; i < block.rows.size(); ++i, ++row) {
        if (block.rows.place_of(i) != whole->rows.place_of(row)) FAIL(row);
        if (block.rows.period[i] != whole->rows.period[row]) FAIL(row);
        if (block.rows.attribute("type")->at(i) != whole->rows.attribute("type")->at(row))
          FAIL(row);
      }
    }
    CHECK(row == whole->rows.size());
    CHECK(stream->bytes_read() == stream->bytes());
    CHECK(stream->diagnostics().empty());
    stream->rewind();
    CHECK(stream->bytes_read() < stream->bytes());
  }
}

TEST_CASE("files of a stream follow one another, with the columns of all") {
  const Folder folder;
  const std::vector<std::string> paths{folder.file("a.csv", "place,population\n甲,1\n乙,2\n"),
                                       folder.file("b.csv", "place,gdp,population\n丙,3,4\n")};
  const Framework f = framework();
  auto stream = DatasetStream::open(paths, f);
  REQUIRE(stream);
  Dataset block;
  REQUIRE(stream->next(block));
  CHECK(block.rows.size() == 2);
  REQUIRE(block.values.cols() == 2);
  CHECK(std::isnan(block.values(0, 1)));
  REQUIRE(stream->next(block));
  CHECK(block.values(0, 0) == 4);
  CHECK(block.values(0, 1) == 3);
  CHECK_FALSE(stream->next(block));
}

TEST_CASE("a stream tells faults of rows, and repeated rows that are near") {
  const Folder folder;
  const std::vector<std::string> paths{
      folder.file("a.csv", "place,population\n甲,1\n甲,2\n乙,x\n乙,2\n丙,3\n甲,4\n")};
  const Framework f = framework();
  auto stream = DatasetStream::open(paths, f);
  REQUIRE(stream);
  for (Dataset block; stream->next(block, 1);) {
  }
  CHECK(codes(stream->diagnostics()) == "C333@3:1 C311@4:2 C333@5:1");
}

TEST_CASE("a row of totals is told, streamed or not") {
  const Folder folder;
  const std::vector<std::string> paths{
      folder.file("a.csv", "place,population\n甲,1\n乙,2\n合计,3\n")};
  const Framework f = framework();
  auto stream = DatasetStream::open(paths, f);
  REQUIRE(stream);
  for (Dataset block; stream->next(block, 1);) {
  }
  CHECK(codes(stream->diagnostics()) == "C336@4");
}

TEST_CASE(
    "a place without the attribute that says where indicators apply is told, streamed or not") {
  const Folder folder;
  const std::vector<std::string> paths{folder.file(
      "a.csv", "place,period,type,population\n甲,2020,区,1\n乙,2020,,2\n乙,2021,,2\n丙,2020,,3\n")};
  Framework f = framework();
  f.indicators.back().only_for = {{"type", {"区"}}};
  const auto of_b410 = [](const std::vector<Diagnostic>& all) {
    std::vector<std::string> found;
    for (const Diagnostic& d : all)
      if (d.code == "B410") found.push_back(d.message.in("en"));
    return found;
  };
  const auto whole = of_b410(read_dataset(paths, f).diagnostics);
  REQUIRE(whole.size() == 1);
  CHECK(whole[0] ==
        "the attribute 'type' is empty for 乙, 丙: there these do not apply: gdp_indicator");
  auto stream = DatasetStream::open(paths, f);
  REQUIRE(stream);
  for (Dataset block; stream->next(block);) {
  }
  CHECK(of_b410(stream->diagnostics()) == whole);
  // Nothing depends on the attribute: nothing to tell.
  CHECK(of_b410(read_dataset(paths, framework()).diagnostics).empty());
}

TEST_CASE("rows of places that are left out are passed over, streamed or not") {
  const Folder folder;
  const Framework f = framework();
  // The second file has the place behind a value, and is read cell by cell; totals have odd cells.
  folder.file("a.csv", "place,period,population\n全 市,2020,x\n甲,2020,1\n\"合计\",,\n乙,2020,2\n");
  folder.file("b.csv", "period,population,place\n2020,x,全市\n2020,1,甲\n,,合计\n2020,2,乙\n");
  const auto sources = [&](const std::string& file) {
    return std::vector{folder.file(
        "sources.yaml",
        "sources: 1\nfiles:\n  - {file: " + file + ", leave_out: {places: [全市, 合计, 全省]}}\n")};
  };
  const auto whole = read_dataset(sources("a.csv"), f), cells = read_dataset(sources("b.csv"), f);
  for (const auto* data : {&whole, &cells}) {
    REQUIRE(*data);
    CHECK((*data)->rows.places == std::vector<std::string>{"甲", "乙"});
    CHECK(value(*data, 0, "population") == 1);
    CHECK(value(*data, 1, "population") == 2);
    const auto told = std::ranges::find(data->diagnostics, "C358", &Diagnostic::code);
    REQUIRE(told != data->diagnostics.end());
    CHECK(told->message.in("en") == "sources.yaml names what the table does not have: 全省");
  }
  auto stream = DatasetStream::open(sources("a.csv"), f);
  REQUIRE(stream);
  std::vector<std::string> places;
  for (Dataset block; stream->next(block, 1);) places.push_back(block.rows.place_of(0));
  CHECK(places == whole->rows.places);
  CHECK(codes(stream->diagnostics()) == "C358@3:12");
  CHECK(codes(DatasetStream::open(sources("b.csv"), f).diagnostics) == "C334@1");
}

TEST_CASE("only wide files are streamed") {
  const Folder folder;
  const Framework f = framework();
  const std::vector<std::string> tall{folder.file("a.csv", "place,variable,value\n甲,gdp,1\n")};
  CHECK(codes(DatasetStream::open(tall, f).diagnostics) == "C334@1");
}

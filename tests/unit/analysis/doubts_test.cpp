// What looks wrong in variables and indicators: the rules at their thresholds.
#include <fmt/format.h>

#include "tijian/plausibility.h"
#include "unit/dataset/sample.h"

using namespace tijian;
using tijian::test::Folder;

namespace {

const std::string head = "tijian: 1\nframework: town\ntitle: {zh: 镇, en: Town}\n";

struct Found {
  Framework framework;
  std::vector<Doubt> doubts;
};

Found found(const std::string& yaml, const std::string& csv) {
  const Folder folder;
  Framework framework = load_framework_or_throw(folder.file("framework.yaml", head + yaml));
  const std::vector<std::string> paths{folder.file("data.csv", csv)};
  const Dataset data = read_dataset_or_throw(paths, framework, {.cite = true});
  const IndicatorTable table = evaluate(framework, data);
  auto all = doubts(framework, framework.method, data, table);
  return {std::move(framework), std::move(all)};
}

/// "jump b 2021 density 1000/100 @3:2": value, reference, and where.
std::string said(const Found& found) {
  std::string all;
  for (const Doubt& doubt : found.doubts) {
    const std::string id = doubt.variable >= 0    ? found.framework.variables[doubt.variable].id
                           : doubt.indicator >= 0 ? found.framework.indicators[doubt.indicator].id
                                                  : "";
    all += fmt::format("{}{} {} {} {} {:.5g}/{:.5g} @{}:{}", all.empty() ? "" : "\n",
                       to_string(doubt.kind), doubt.place, to_string(doubt.period), id, doubt.value,
                       doubt.reference, doubt.told.where.line, doubt.told.where.column);
  }
  return all;
}
std::string said(const std::string& yaml, const std::string& csv) { return said(found(yaml, csv)); }

/// One indicator that passes its variable on, in 1; relative.
const std::string rate = "indicators: [{id: rate, title: Rate, unit: '1'}]\n";

/// Rows of one place in 2015, 2016, ...
std::string years(const std::vector<std::string>& values) {
  std::string csv = "place,period,rate\n";
  for (std::size_t i = 0; i < values.size(); ++i)
    csv += fmt::format("a,{},{}\n", 2015 + i, values[i]);
  return csv;
}
/// Rows of places p0, p1, ...
std::string places(const std::vector<std::string>& values, const std::string& column = "rate") {
  std::string csv = "place," + column + "\n";
  for (std::size_t i = 0; i < values.size(); ++i) csv += fmt::format("p{},{}\n", i, values[i]);
  return csv;
}

}  // namespace

TEST_CASE("ten times last year's and a tenth of it are jumps, 9.9 times are none") {
  CHECK(said(rate, years({"3.3", "33"})) == "jump a 2016 rate 33/3.3 @3:3");
  CHECK(said(rate, years({"3.3", "32.9"})).empty());
  CHECK(said(rate, years({"45", "4.5"})) == "jump a 2016 rate 4.5/45 @3:3");
  CHECK(said(rate, years({"45", "4.6"})).empty());
}

TEST_CASE("zeros and values of two signs have no ratio, an empty year is passed over") {
  CHECK(said(rate, years({"0", "50"})).empty());
  CHECK(said(rate, years({"50", "0", "700"})).empty());
  CHECK(said(rate, years({"-0.5", "3", "40"})).empty());
  CHECK(said(rate, years({"3.3", "", "33"})) == "jump a 2017 rate 33/3.3 @4:3");
}

TEST_CASE("whole numbers below 30 move tenfold by chance") {
  CHECK(said(rate, years({"1", "12"})).empty());
  CHECK(said(rate, years({"2", "29"})).empty());
  CHECK(said(rate, years({"3", "30"})) == "jump a 2016 rate 30/3 @3:3");
  CHECK(said(rate, years({"1.2", "12"})) == "jump a 2016 rate 12/1.2 @3:3");
}

TEST_CASE("the way back from a slip is no second jump, a new level is one") {
  CHECK(said(rate, years({"3.3", "3300", "3.4"})) == "jump a 2016 rate 3300/3.3 @3:3");
  CHECK(said(rate, years({"3.3", "40.5", "41.5"})) == "jump a 2016 rate 40.5/3.3 @3:3");
  CHECK(said(rate, years({"3.3", "40.5", "410.5"})) ==
        "jump a 2016 rate 40.5/3.3 @3:3\njump a 2017 rate 410.5/40.5 @4:3");
}

TEST_CASE("nothing is held against a year before a new series") {
  CHECK(said("indicators: [{id: rate, title: Rate, unit: '1', breaks: [2016]}]\n",
             years({"3.3", "33.5"}))
            .empty());
  CHECK(said("indicators: [{id: rate, title: Rate, unit: '1', breaks: [2017]}]\n",
             years({"3.3", "33.5"})) == "jump a 2016 rate 33.5/3.3 @3:3");
}

// Five changes by 10^0.6, whose fivefold is 1000: with them, a hundredfold is usual.
TEST_CASE("what is usual in a column is no jump") {
  const std::vector<std::string> restless{"1.5", "6.02", "1.5", "6.02", "1.5", "6.02"};
  auto with = [&](const std::string& last) {
    auto all = restless;
    all.push_back(last);
    return said(rate, years(all));
  };
  CHECK(with("610.5").empty());
  CHECK(with("6500.5") == "jump a 2021 rate 6500.5/6.02 @8:3");
}

// The others' median of 1.1 1.2 1.3 1.4 1.5 is 1.3.
TEST_CASE("an indicator ten times the median of five peers, not of four") {
  CHECK(said(rate, places({"1.1", "1.2", "1.3", "1.4", "1.5", "13"})) ==
        "jump p5  rate 13/1.3 @7:2");
  CHECK(said(rate, places({"1.1", "1.2", "1.3", "1.4", "1.5", "12.9"})).empty());
  CHECK(said(rate, places({"1.1", "1.2", "1.3", "1.4", "13.5"})).empty());
  CHECK(said(rate, places({"1.1", "1.2", "1.3", "1.4", "1.5", "0.13"})) ==
        "jump p5  rate 0.13/1.3 @7:2");
}

TEST_CASE("far from peers that lie far apart is no jump") {
  // Powers of ten: the middle 10^0, half of them ten times away: fifty thousand times is usual.
  CHECK(said(rate, places({"0.01", "0.1", "0.1", "1.5", "10.5", "10.5", "1000.5"})).empty());
}

TEST_CASE("peers are of one kind and one period") {
  const std::string yaml = "attributes: [type]\npeers: {attribute: type}\n" + rate;
  const std::string csv = "place,type,rate\na,s,1.1\nb,s,1.2\nc,s,1.3\nd,s,1.4\ne,s,1.5\nf,s,1.6\n";
  CHECK(said(yaml, csv + "whole,d,500.5\n").empty());
  CHECK(said(yaml, csv + "whole,s,500.5\n") == "jump whole  rate 500.5/1.35 @8:3");
}

TEST_CASE("a variable may be large or small as its place is: a hundred times") {
  const std::string yaml =
      "variables:\n  - {id: people, title: People, unit: 人}\n  - {id: land, title: Land, unit: "
      "平方公里}\nindicators: [{id: density, title: Density, unit: 人/平方公里, formula: people / "
      "land}]\n";
  const std::string five = "place,people,land\na,1100,11\nb,1200,12\nc,1300,13\nd,1400,14\n";
  // e and f have the others' density but for 30 persons in it.
  CHECK(said(yaml, five + "e,1530,15\nf,120300,1201\n").empty());
  CHECK(said(yaml, five + "e,1530,15\nf,131000,1310\n") ==
        "jump f  people 1.31e+05/1300 @7:2\njump f  land 1310/13 @7:3");
  // Of a slip in a variable, the indicator says nothing more.
  CHECK(said(yaml, five + "e,1530,15\nf,16000000,16\n") == "jump f  people 1.6e+07/1300 @7:2");
  // Twelve times the density by two variables that are in order.
  CHECK(said(yaml, five + "e,1530,15\nf,6000,5\n") == "jump f  density 1200/100 @7:14");
}

TEST_CASE("one value at all of three places is constant, at two it may be") {
  CHECK(said(rate, places({"7", "7", "7"})) == "constant   rate 7/nan @1:2");
  CHECK(said(rate, places({"7", "7", ""})).empty());
  CHECK(said(rate, places({"7", "7", "7.000001"})).empty());
  const Found both = found(rate,
                           "place,period,rate\na,2020,7\nb,2020,7\nc,2020,7\n"
                           "a,2021,5\nb,2021,5\nc,2021,5\na,2022,5\nb,2022,6\nc,2022,7\n");
  CHECK(said(both) == "constant  2021 rate 5/nan @1:3");
  REQUIRE(both.doubts.size() == 1);
  CHECK(both.doubts[0].told.count == 2);
  CHECK(both.doubts[0].told.message.in("en") == "'Rate' is 5 at all 3 places in 2021");
  CHECK(both.doubts[0].told.message.in("zh") == "2021 年全部 3 个评价单元的“Rate”都是 5");
}

TEST_CASE("a variable that formulas use is told where it is constant") {
  CHECK(said("variables: [{id: x, title: X, unit: '1'}, {id: y, title: Y, unit: '1'}]\n"
             "indicators: [{id: i, title: I, unit: '1', formula: x / y}]\n",
             "place,x,y\na,1,2\nb,2,2\nc,3,2\n") == "constant   y 2/nan @1:3");
}

// Of ten places nine at an end are nine tenths, eight are not.
TEST_CASE("nine of ten places at one end of a scale") {
  const std::string yaml =
      "indicators: [{id: rate, title: Rate, unit: '1', direction: higher, score: {shape: linear, "
      "zero: 10, full: 20}}]\n";
  const std::vector<std::string> high{"20", "21", "22", "23", "24", "25", "26", "27"};
  auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), high.begin(), high.end());
    return said(yaml, places(more));
  };
  CHECK(with({"28", "15"}) == "one_end   rate 9/10 @4:14");
  CHECK(with({"19", "15"}).empty());
  CHECK(said(yaml, places({"10", "9", "-5"})) == "one_end   rate 3/3 @4:14");
  CHECK(said(yaml, places({"10", "9"})).empty());
  CHECK(said(yaml, places({"10", "9", "10.1"})).empty());
  // Of one or two places where ten times as much and a tenth lie there too: 9 and 0.09.
  CHECK(said(yaml, places({"0.9", "0.5"})) == "one_end   rate 2/2 @4:14");
  CHECK(said(yaml, places({"201"})) == "one_end   rate 1/1 @4:14");
  CHECK(said(yaml, places({"199"})).empty());  // 19.9 is not
  CHECK(said(yaml, places({"0.9", "1.1"})).empty());  // 11 is not
  CHECK(said(yaml, places({"0", "0"})).empty());  // none of something is no wrong unit
  CHECK(said(yaml, places({"9", "9", "9"})) == "constant   rate 9/nan @1:2");  // once
  CHECK(said(yaml + "method: {normalise: {method: min_max, applies_to: all}}\n",
             places({"10", "9", "-5"}))
            .empty());
}

TEST_CASE("fitting warns where all places lie at one end") {
  const Folder folder;
  const Framework framework = load_framework_or_throw(folder.file(
      "framework.yaml",
      head + "indicators: [{id: rate, title: Rate, unit: '1', direction: lower, score: {shape: "
             "linear, zero: 10, full: 0}}]\n"));
  const auto codes_of = [&](const std::vector<std::string>& values) {
    const std::vector<std::string> paths{folder.file("data.csv", places(values))};
    const Dataset data = read_dataset_or_throw(paths, framework);
    return test::codes(fit(framework, framework.method, evaluate(framework, data)).diagnostics);
  };
  CHECK(codes_of({"10", "11", "12", "13", "14", "15", "16", "17", "18", "19"}) == "N583@4:14");
  CHECK(codes_of({"9", "11", "12", "13", "14", "15", "16", "17", "18", "19"}).empty());
  CHECK(codes_of({"10", "11"}).empty());
}

TEST_CASE("a share above 100 % is told where it is known to be one") {
  const std::string variables =
      "variables: [{id: part, title: Part, unit: 人, part_of: all}, {id: all, title: All, unit: "
      "人}, {id: other, title: Other, unit: 人}]\n";
  const std::string share =
      variables + "indicators: [{id: share, title: Share, unit: '%', formula: part / all}]\n";
  CHECK(said(share, "place,share\na,100\nb,101\n") == "share b  share 101/100 @3:2");
  const std::string plain =
      variables + "indicators: [{id: share, title: Share, unit: '1', formula: part / all}]\n";
  CHECK(said(plain, "place,share\na,1\nb,1.01\n") == "share b  share 1.01/1 @3:2");
  // Its variables are told in its place.
  CHECK(said(share, "place,part,all\na,5,5\nb,6,5\n") == "part b  part 6/5 @3:2");
  // A rate may be above 100 %.
  CHECK(said(variables + "indicators: [{id: share, title: Share, unit: '%', formula: part / "
                         "other}]\n",
             "place,share\na,100\nb,130\n")
            .empty());
  CHECK(said(variables + "indicators: [{id: share, title: Share, unit: '%', formula: part / other, "
                         "interval: {share_of: other}}]\n",
             "place,share\na,100\nb,130\n") == "share b  share 130/100 @3:2");
}

TEST_CASE("each cell outside its range is told, with the end that it passes") {
  const std::string yaml =
      "variables: [{id: x, title: X, unit: '1', range: [0, 10]}, {id: y, title: Y, unit: '1'}]\n"
      "indicators: [{id: i, title: I, unit: '1', formula: x * y, range: [0, 20]}]\n";
  CHECK(said(yaml, "place,x,y\na,11,1\nb,-1,1\nc,5,5\nd,5,2\n") ==
        "range a  x 11/10 @2:2\nrange b  x -1/0 @3:2\nrange c  i 25/20 @5:14");
}

TEST_CASE("a cell outside its range and above its whole is told once") {
  const std::string yaml =
      "variables: [{id: x, title: X, unit: '1', range: [0, 10], part_of: y}, {id: y, title: Y, "
      "unit: '1'}]\nindicators: [{id: i, title: I, unit: '1', formula: x - y}]\n";
  CHECK(said(yaml, "place,x,y\na,11,5\nb,6,5\n") == "range a  x 11/10 @2:2\npart b  x 6/5 @3:2");
}

TEST_CASE("doubts come by kind, and what reading saw among them") {
  CHECK(said(rate, "place,rate\n合计,7\na,7\nb,7\n") ==
        "total_name 合计   nan/nan @2:0\nconstant   rate 7/nan @1:2");
}

TEST_CASE("what is said names the value, the place and what it was held against") {
  const auto first = [](const Found& all) {
    REQUIRE(all.doubts.size() == 1);
    return all.doubts[0].told;
  };
  const Diagnostic slip = first(found(rate, years({"3.3", "33"})));
  CHECK(slip.code == "N584");
  CHECK(slip.message.in("en") == "'Rate' is 33 for a 2016, and 3.3 in 2015");
  CHECK(slip.message.in("zh") == "a 2016 的“Rate”为 33，2015 为 3.3");
  const Diagnostic far = first(found(rate, places({"1.1", "1.2", "1.3", "1.4", "1.5", "13"})));
  CHECK(far.code == "N585");
  CHECK(far.message.in("en") == "'Rate' is 13 for p5, where the middle of its 5 peers is 1.3");
  CHECK(first(found(rate, places({"7", "7", "7"}))).code == "N582");
  const Diagnostic share = first(
      found("variables: [{id: x, title: X, unit: 人, part_of: y}, {id: y, title: Y, unit: 人}]\n"
            "indicators: [{id: s, title: S, unit: '%', formula: x / y}]\n",
            "place,s\na,100\nb,101\n"));
  CHECK(share.code == "N586");
  CHECK(share.message.in("en") == "'S' is 101 % for b, and is a share of a whole");
}

TEST_CASE("data and table must be of each other") {
  const Folder folder;
  const Framework framework = load_framework_or_throw(folder.file("framework.yaml", head + rate));
  const std::vector<std::string> one{folder.file("a.csv", places({"1"}))},
      two{folder.file("b.csv", places({"1", "2"}))};
  const Dataset data = read_dataset_or_throw(one, framework);
  const IndicatorTable table = evaluate(framework, read_dataset_or_throw(two, framework));
  CHECK_THROWS_AS(doubts(framework, framework.method, data, table), UsageError);
}

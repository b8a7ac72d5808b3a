#include "tijian/report/explanation.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "unit/report/sample.h"

using namespace tijian;
using namespace tijian_tests;
using Json = nlohmann::json;

TEST_CASE("what is compared with the other places says so after the mean") {
  Run town = score_places();
  town.model.method.aggregate = {{.normalise = Choice{"rank", {}}}, {}};
  town.card = apply(town.model, town.table);
  // 山村 has no score of the category, 新城 the better of the other two: rank 2 of 1, 2.
  const Explanation scale = explain(town, 1, 1);
  CHECK(scale.worked_out == Approx(90));
  CHECK(scale.score == 2);
  const std::string text = report::to_text(scale, town, {{false}, 90, false});
  CHECK(text.find("compared with the other places by Rank (rank): 2.000") != text.npos);
  CHECK(Json::parse(report::to_json(scale, town, {false}))["normaliser"] == "rank");
}

TEST_CASE("a scale of the sample is told by the ends of its own range") {
  Run town = score_places();
  town.model.method.normalise_all = true;
  town.model.method.normalise = {"min_max", {{"range", {ValueList{Value{0.0}, Value{10.0}}}}}};
  town.model = value_or_throw(fit(town.model.framework, town.model.method, town.table));
  town.card = apply(town.model, town.table);
  // Population, the lower the better: 344.9 of 老城, 300 of 新城.
  const std::string text = report::to_text(explain(town, 0, 1), town, {{false}, 200, false});
  CAPTURE(text);
  CHECK(text.find("lower is better: 0 points at 344.9, 10 points at 300\n") != text.npos);
}

TEST_CASE("an explanation reads as a sum") {
  const Run town = score_town(1);
  const Explanation scale = explain(town, 0, 1);
  CHECK(report::to_text(scale, town, {{false}, 90, false}) ==
        R"(Town 1: 老城, 2021

Scale  60.000
  Arithmetic mean (arithmetic) of 2 of 2 parts; coverage 100 %
   weight   score  contribution
   0.5000  65.507        32.753  Population
   0.5000  80.000        40.000  Land given back
                         72.753  sum
  capped at 60.000 because a binding limit below is breached; 72.753 without any cap

Population = 344.9 万人
  [source: 年鉴; cited]
  score 65.507 = 100 × (1 − (344.9 − 333.4) / 33.34)
  100 points up to 333.4, falling to 0 at 366.74
  verdict: limit breached: 3.45 % over 333.4 (2035)
  basis: 分区规划 (seed)

Land given back = 80 公顷
  [source: 年鉴; cited]
  score 80.000 = 100 × (80 − 0) / (100 − 0)
  0 points at 0, 100 points at 100, straight between
  verdict: no benchmark

)");
}

TEST_CASE("a node without a score says why, and what a clipped score would have been") {
  const Run town = score_town(1);
  const Explanation air = explain(town, 0, 4);
  CHECK(report::to_text(air, town, {{true}, 80, false}) ==
        R"(小镇体检 1：老城，2021

环境  —
  加权算术平均（arithmetic），下级 1/2 项有得分；覆盖率 50 %
     权重      得分     贡献
   1.0000  100.000†  100.000  PM2.5年均浓度
                     100.000  合计
  不计分：下级仅 50 % 有得分，方法要求 60 %
  无得分，其权重分给其余：公园服务覆盖率

PM2.5年均浓度 = 34 微克/立方米
  〔来源：年鉴；已核对出处〕
  得分 100.000† = 100 × (34 − 75†) / (35† − 75†) = 102.5，限于分值范围内
  75† 得 0 分，35† 得 100 分，其间按直线
  判断：达标：不高于 35†
  依据：GB 3095-2012 †（未核对，较可信）

† 依据的数字未经核对原始出处
)");
}

TEST_CASE("programs get the same tree") {
  const Run town = score_town(1);
  const Explanation scale = explain(town, 0, 1);
  const Json json = Json::parse(report::to_json(scale, town, {false}));
  CHECK(json["node"] == "scale");
  CHECK(json["score"] == 60);
  CHECK(json["flags"] == "capped");
  CHECK(json["children"][0]["verdict"] == "breach");
  CHECK(json["children"][0]["limit_year"] == 2035);
  CHECK(json["children"][1]["contribution"] == 40);
}

TEST_CASE("programs get what a score came to before it was held within the scale") {
  const Run town = score_town(1);
  const Json pm25 = Json::parse(report::to_json(explain(town, 0, 5), town, {false}));
  CHECK(pm25["score"] == 100);
  CHECK(pm25["worked_out"] == 102.5);  // 100 (34 - 75) / (35 - 75)
  CHECK_FALSE(
      Json::parse(report::to_json(explain(town, 0, 3), town, {false})).contains("worked_out"));
}

TEST_CASE("a sum reads as one, and a mean with its parameters") {
  Run town = score_places();
  town.model.method.aggregate = {{.mean = {"sum", {}}}, {}};
  town.card = apply(town.model, town.table);
  const std::string sum = report::to_text(explain(town, 1, 1), town, {{false}, 90, false});
  CHECK(sum.find("   weight    score  contribution\n"
                 "   1.0000  100.000       100.000  Population\n"
                 "   1.0000   80.000        80.000  Land given back\n"
                 "                         180.000  sum\n") != sum.npos);
  town.model.method.aggregate = {{.mean = {"power", {{"p", Value{2.0}}}}}, {}};
  town.card = apply(town.model, town.table);
  const std::string power = report::to_text(explain(town, 1, 1), town, {{true}, 300, false});
  CHECK(power.find("；p：2\n") != power.npos);
  CHECK(power.find("90.554") != power.npos);  // sqrt((100^2 + 80^2) / 2)
  CHECK(Json::parse(report::to_json(explain(town, 1, 1), town, {false}))["parameters"]["p"] == 2);
}

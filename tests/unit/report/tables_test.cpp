#include <catch2/catch.hpp>

#include "tijian/report/scores.h"
#include "unit/report/sample.h"

using namespace tijian;
using namespace tijian_tests;

TEST_CASE("one place: verdicts first, indicators below their category, no score at low coverage") {
  const Run town = score_town(1);
  CHECK(report::place_table(town, 0, {{false}, 80, false}) ==
        R"(Town 1: 老城, 2021
1 limit breached, 1 standard met, 1 no benchmark, 1 no value

indicator            2021  unit         verdict, coverage                  score
Scale                                   2 of 2 scored, coverage 100 %;    60.00
                                        capped by a breach, 72.75
                                        without
  Population       344.9   万人         limit breached: 3.45 % over       65.51
                                        333.4 (2035)
  Land given back     80   公顷         no benchmark                      80.00
Environment                             1 of 2 scored, coverage 50 %,         —
                                        no score below 60 %
  PM2.5               34   微克/立方米  standard met: at most 35†        100.00†
  no value (1): Park within 500 m
Index                                   2 of 4 scored, coverage 75 %;         —
                                        no score: 50 % of its parts
                                        have one, 60 % needed

† rests on a number that was not checked against its source
)");
}

TEST_CASE("the same in Chinese, whose characters are twice as wide") {
  const Run town = score_town(1);
  CHECK(report::place_table(town, 0, {{true}, 100, false}) ==
        R"(小镇体检 1：老城，2021
突破底线 1，达标 1，无基准 1，无数据 1

指标                2021  单位         判断、覆盖率                                             得分
规模管控                               计分 2/2 项，覆盖率 100 %；因突破底线封顶（封顶前      60.00
                                       72.75）
  常住人口规模    344.9   万人         突破底线：比 333.4（2035年）高 3.45 %                  65.51
  建设用地净减量     80   公顷         无基准                                                 80.00
环境                                   计分 1/2 项，覆盖率 50 %，低于 60 % 不计分                 —
  PM2.5年均浓度      34   微克/立方米  达标：不高于 35†                                      100.00†
  无数据（1 项）：公园服务覆盖率
总指数                                 计分 2/4 项，覆盖率 75 %；不计分：下级仅 50 % 有得         —
                                       分，须达 60 %

† 依据的数字未经核对原始出处
)");
}

TEST_CASE("several years of a place: last year's values beside this year's") {
  const Run town = score_town(2);
  CHECK(report::place_table(town, 0, {{false}, 60, false}) ==
        R"(Town 1: 老城, 2021
1 limit breached, 1 standard met, 1 no benchmark, 1 no value

indicator           2020    2021  verdict, coverage    score
Scale                             2 of 2 scored,      60.00
                                  coverage 100 %;
                                  capped by a
                                  breach, 72.75
                                  without
  Population      345.2   344.9   limit breached:     65.51
                                  3.45 % over 333.4
                                  (2035)
  Land given                 80   no benchmark        80.00
  back
Environment                       1 of 2 scored,          —
                                  coverage 50 %, no
                                  score below 60 %
  PM2.5                      34   standard met: at   100.00†
                                  most 35†
  no value (1): Park within 500 m
Index                             2 of 4 scored,          —
                                  coverage 75 %; no
                                  score: 50 % of
                                  its parts have
                                  one, 60 % needed

† rests on a number that was not checked against its source
Other periods: --period, or --out for all.
)");
}

// planner.md B3: a street's population was held against the district's limit, "reached".
TEST_CASE("what does not apply to the place is not judged, and said so") {
  Run town = score_town(1);
  town.table.applicable.assign(1, 4, true);
  town.table.applicable(0, 0) = false;
  town.card = apply(town.model, town.table);
  const std::string text = report::place_table(town, 0, {{false}, 80, false});
  CHECK(text.find("Population") == text.npos);
  CHECK(text.find("not applicable here: 1") != text.npos);
  CHECK(text.find("limit breached") == text.npos);
}

TEST_CASE("an indicator that has nothing to compare with shows its own trend") {
  Run town = score_town(2);
  auto relative = std::make_shared<Framework>(*town.framework);
  relative->indicators[0].score.reset();  // population: the lower the better
  relative->method.reference.periods = Reference::Periods::each;
  town.framework = relative;
  town.model = fit_or_throw(*relative, relative->method, town.table);
  town.card = apply(town.model, town.table);
  const std::string text = report::place_table(town, 0, {{false}, 200, false});
  CHECK(text.find("unscored, better than in 2020") != text.npos);
  CHECK(text.find("1 of 2 scored") != text.npos);
}

TEST_CASE("a synthetic value is said in the head line") {
  Run town = score_town(1);
  town.table.synthetic.assign(1, 4, true);
  town.card = apply(town.model, town.table);
  const std::string text = report::place_table(town, 0, {{false}, 80, false});
  CHECK(text.substr(0, text.find('\n')) == "Town 1: 老城, 2021 [synthetic data]");
}

TEST_CASE("many places: the best first, categories by number, those that do not fit below") {
  const Run town = score_places();
  CHECK(report::ranking_table(town, town.latest(), {{false}, 64, false}) ==
        R"(Town 1, 2021: 3 places

rank  place  breaches  index  uncapped  scored     1      2
   1  新城             88.75               4/4  90.0   87.5
   2  老城          1  60.00     86.38     4/4  60.0  100.0
   —  山村                 —               2/4     —   75.0

1 Scale; 2 Environment
— no score: tijian explain says why
How a score comes about: tijian explain ... --place <place>
)");
  CHECK(report::ranking_table(town, town.latest(), {{true}, 46, false}) ==
        R"(小镇体检 1，2021：3 个评价单元

名次  评价单元  突破底线  总指数  计分项     1
   1  新城                 88.75     4/4  90.0
   2  老城             1   60.00     4/4  60.0
   —  山村                     —     2/4     —

名次  评价单元      2
   1  新城       87.5
   2  老城      100.0
   —  山村       75.0

1 规模管控；2 环境
— 无得分：原因见 tijian explain
得分由来：tijian explain ... --place <评价单元>
)");
}

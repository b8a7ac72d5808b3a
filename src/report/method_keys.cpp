#include "report/method_keys.h"

namespace tijian::report {
namespace {

const Text a_share("number, 0 to 1", "数，0 至 1");
const Text a_count("whole number, 0 to 1000000", "整数，0 至 1000000");
const Text some_decimals("whole number, 0 to 15", "整数，0 至 15");
const Text a_percentage("share such as 5% or 0.05, 0% to 100%", "比例，如 5% 或 0.05，0% 至 100%");
const Text several_ids("list of ids", "id 的列表");
const Text an_id("id", "id");
const Text an_attribute("text", "文字");
const Text all_places("all places", "全部评价单元");
const Text not_rounded("not rounded", "不取整");
const Text own_only("only the method's own", "只用方法给定的一种");

MethodKey alternatives(const char* key, const Text& about) {
  return {key, {"list of at least two", "至少两项的列表"}, own_only, about};
}

}  // namespace

std::vector<MethodKey> normalise_keys() {
  return {{"applies_to",
           {"relative | all"},
           {"relative"},
           {"which indicators it scores: those without a value function, or all, in place of their "
            "value functions",
            "用于哪些指标：没有价值函数的指标，或全部指标（代替其价值函数）"}}};
}

std::vector<MethodKey> weights_keys() {
  return {{"within",
           {"parent | index"},
           {"parent"},
           {"where weights from data are worked out: among the indicators of each category, or "
            "among all of the index",
            "数据驱动的权重在何处计算：每个类别的指标之间，或整个指数的全部指标之间"}}};
}

std::vector<MethodKey> aggregate_keys() {
  return {{"nodes",
           several_ids,
           {"by height above the leaves", "按离叶的高度"},
           {"the categories that the entry is for, whatever their height",
            "这一项只用于这些类别，不论其高度"}},
          {"min_coverage",
           a_share,
           {"that of `missing`", "取 `missing` 的"},
           {"the least share of children with a score", "有得分的下级的最小比例"}},
          {"min_indicators",
           a_count,
           {"that of `missing`", "取 `missing` 的"},
           {"the least number of indicators below with a score", "其下有得分的指标的最少个数"}},
          {"round",
           some_decimals,
           not_rounded,
           {"decimals of the mean, before it is normalised", "合成结果的小数位数，在归一化之前"}},
          {"normalise",
           {"a normalisation", "一种归一化方法"},
           {"the scores as they are", "得分不变"},
           {"then takes the scores of the categories over all places to its scale",
            "再把这些类别的得分在全部评价单元之间归一化"}}};
}

std::vector<MethodKey> score_keys() {
  return {{"normalise",
           {"a normalisation", "一种归一化方法"},
           {"the method's", "取方法的"},
           {"with `shape: relative` only: what scores this indicator in place of the method's",
            "只与 `shape: relative` 同用：代替方法的归一化，给这一指标计分"}}};
}

MethodFamily missing_family() {
  return {
      "missing",
      {"What must be there", "缺失规则"},
      {"How much of a node must be there for it to get a score, and what fills nodes that get "
       "none. "
       "Children that do not apply to a place count neither way.",
       "一个节点要有多少下级得分才计分，以及用什么填补没有得分的节点。不适用于该评价单元的下级不计"
       "。"},
      {{"min_coverage",
        a_share,
        {"0"},
        {"the least share of a node's direct children with a score; with less the node has none",
         "直接下级中有得分者的最小比例；不足则该节点无得分"}},
       {"measure",
        {"weight | count"},
        {"weight"},
        {"how that share is measured: by the framework's weights, or by the number of children",
         "该比例的算法：按体系给定的权重，或按下级个数"}},
       {"min_indicators",
        a_count,
        {"0"},
        {"the least number of indicators below a node with a score",
         "节点之下有得分的指标的最少个数"}},
       {"fill",
        {"map", "映射"},
        {"nothing is filled", "不填补"},
        {"nodes without a score take one from the scores of their group in the same period",
         "没有得分的节点取同一时期同组的得分"}},
       {"fill.nodes", several_ids, {}, {"the nodes that are filled", "要填补的节点"}},
       {"fill.method",
        {"mean | median"},
        {"mean"},
        {"what they take of the group's scores", "取该组得分的均值或中位数"}},
       {"fill.group",
        an_attribute,
        all_places,
        {"an attribute: places of the same value are a group", "属性：同值的评价单元为一组"}}},
      "missing:\n  min_coverage: 0.6\n  measure: count\n  min_indicators: 2\n"
      "  fill: {nodes: [air, water], method: median, group: region}\n",
      {}};
}

MethodFamily reference_family() {
  return {
      "reference",
      {"Reference rows", "参照行"},
      {"Which rows the statistics come from: the bounds, means and deviations of normalisation and "
       "treatment, and weights from data. With `weights` a mean is sum w x and a variance "
       "sum w (x - m)^2/(1 - sum w^2), where the w are shares that sum to 1. `weights` governs the "
       "means and deviations of indicators and of `normalise` of `aggregate`: ranks, treatment, "
       "correlations, `impute` and methods that compare places (`mpi`, `topsis`, ...) count every "
       "place alike; a list of `periods` holds for all of these, but the methods that compare "
       "places go by all rows scored, and of `impute` it holds for `mean`, `median` and `knn`.",
       "统计量取自哪些行：归一化和离群值处理的上下界、均值、标准差，以及数据驱动的权重。写有 "
       "`weights` 时均值为 sum w x，方差为 sum w (x - m)^2/(1 - sum w^2)，w 为合计为 1 "
       "的份额。`weights` 管指标以及 `aggregate` 的 `normalise` 的均值和标准差："
       "名次、离群值处理、相关系数、`impute` 以及评价单元相互比较的方法（`mpi`、`topsis` "
       "等）对各评价单元同等看待；`periods` 的列表对这些都有效，但相互比较的方法取全部计分的行，"
       "`impute` 中只对 `mean`、`median`、`knn` 有效。"},
      {{"periods",
        {"pooled | each | list of periods such as [2017, 2019Q1]",
         "pooled | each | 时期的列表，如 [2017, 2019Q1]"},
        {"pooled"},
        {"all periods together, each by itself, or only those listed, to which all are compared",
         "全部时期合在一起、各时期分别，或只取所列时期（其余都与之比较）"}},
       {"group",
        {"attribute | none", "属性 | none"},
        {"the framework's peers", "指标体系的 peers"},
        {"an attribute: places are scaled among those of the same value only; none: all places are "
         "scaled and ranked together",
         "属性：只在同值的评价单元之间定标；none：全部评价单元一起定标、一起排名"}},
       {"weights",
        an_id,
        {"all places weigh alike", "各评价单元同等"},
        {"a variable or indicator, such as the population, that weighs places in means and "
         "deviations",
         "变量或指标（如人口），在均值和标准差中给评价单元加权"}}},
      "reference: {periods: [2017], group: region, weights: population}\n",
      {}};
}

MethodFamily round_family() {
  return {
      "round",
      {"Rounding", "取整"},
      {"Decimals that are kept between stages, on the scale of the scores: what is rounded goes "
       "on into the next stage.",
       "各步之间保留的小数位数，按得分的尺度；取整后的得分进入下一步。"},
      {{"indicator", some_decimals, not_rounded, {"scores of indicators", "指标的得分"}},
       {"category", some_decimals, not_rounded, {"scores of categories", "类别的得分"}},
       {"index", some_decimals, not_rounded, {"the index", "指数"}}},
      "round: {indicator: 2, category: 2, index: 1}\n",
      {}};
}

namespace {

std::vector<MethodKey> varied_weights() {
  return {
      {"weights",
       {"share such as 25%, or map", "比例，如 25%，或映射"},
       {"25% without `robustness`, else as they are", "没有 `robustness` 时为 25%，否则不变"},
       {"each weight is up to so much more or less, uniform; or what the map says",
        "每个权重在上下这么多之内均匀变动；或按映射所写"}},
      {"weights.method",
       {"uniform | dirichlet | sets"},
       {"sets, where there are sets", "有 sets 时为 sets"},
       {"how weights come about", "权重如何产生"}},
      {"weights.spread",
       {"share such as 25% or 0.25, above 0%, to 100%", "比例，如 25% 或 0.25，大于 0%，至 100%"},
       {},
       {"of uniform: the same as `weights: 25%`", "用于 uniform：同 `weights: 25%`"}},
      {"weights.concentration",
       {"number above 0", "大于 0 的数"},
       {},
       {"of dirichlet: the higher, the closer to the given weights",
        "用于 dirichlet：越大越接近给定的权重"}},
      {"weights.sets",
       {"list of at least two maps of weights by id", "至少两个映射（id: 权重）的列表"},
       {},
       {"of sets: one a replication, such as one an expert; nodes left out keep their weight",
        "用于 sets：每次抽取一组，如每位专家一组；未写的节点权重不变"}}};
}

std::vector<MethodKey> varied_values() {
  return {
      {"drop",
       {"true | whole number, 0 to 1000000", "true | 整数，0 至 1000000"},
       {"0"},
       {"how many indicators are left out at random; true: one", "随机去掉几个指标；true：一个"}},
      {"noise",
       {"true | share such as 5% | map", "true | 比例，如 5% | 映射"},
       {"none", "无"},
       {"errors of measurement; true: only where the data give a standard error",
        "测量误差；true：只用数据给出的标准误"}},
      {"noise.relative",
       a_percentage,
       {"0"},
       {"the standard deviation as a share of the value, where the data give no standard error",
        "标准差占指标值的比例，用于数据没有给出标准误之处"}},
      {"noise.uncited",
       a_percentage,
       {"relative"},
       {"that of values without a source", "没有来源的值的比例"}},
      {"noise.synthetic", a_percentage, {"uncited"}, {"that of made-up values", "合成数据的比例"}}};
}

}  // namespace

MethodFamily robustness_family() {
  std::vector<MethodKey> keys = varied_weights();
  keys.push_back(alternatives("impute", {"alternative imputations", "备选的插补方法"}));
  keys.push_back(alternatives("treat", {"alternative treatments", "备选的离群值处理"}));
  keys.push_back(alternatives("normalise", {"alternative normalisations", "备选的归一化方法"}));
  keys.push_back(alternatives("aggregate", {"alternative aggregations, each a method or a list by "
                                            "height",
                                            "备选的合成方法，每项为一种方法或按高度的列表"}));
  for (MethodKey& key : varied_values()) keys.push_back(std::move(key));
  return {"robustness",
          {"What varies", "变动的选择"},
          {"What the replications of `tijian robustness` vary; it changes no score.",
           "`tijian robustness` 各次重复中变动的选择；不改变得分。"},
          std::move(keys),
          "robustness:\n  weights: {method: dirichlet, concentration: 100}\n"
          "  impute: [none, median]\n  treat: [none, {method: winsorise, max_points: 5}]\n"
          "  normalise: [min_max, {method: z_score, mean: 50, sd: 10}]\n"
          "  aggregate: [arithmetic, geometric, [arithmetic, geometric]]\n  drop: 1\n"
          "  noise: {relative: 2%, uncited: 10%, synthetic: 20%}\n",
          {}};
}

}  // namespace tijian::report

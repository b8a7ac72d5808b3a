#include "report/method_families.h"

#include "report/method_keys.h"

namespace tijian::report {
namespace {

template <class Entry>
std::vector<const MethodEntry*> pointers(const std::vector<Entry>& family) {
  std::vector<const MethodEntry*> all;
  for (const Entry& entry : family) all.push_back(&entry);
  return all;
}

std::vector<MethodFamily> families_of_method(const MethodTable& table) {
  return {
      {"impute",
       {"Imputation", "缺失值插补"},
       {"Fills missing values of indicators; what was filled stays marked. A list goes in turn: "
        "the next fills what those before could not.",
        "计算之前补上缺失的指标值；补上的值一直带标记。列表依次进行：后一项补前面补不了的。"},
       {},
       "impute: [constant, {method: median, group: region}]\n",
       pointers(table.imputers)},
      {"treat",
       {"Treatment", "离群值处理"},
       {"Tames outliers of indicators that the sample scales; `value` in the scores stays "
        "untreated.",
        "处理由样本确定标尺的指标的离群值；计分表中的 value 仍是处理前的值。"},
       {},
       "treat: {method: winsorise, max_points: 5, otherwise: log}\n",
       pointers(table.treaters)},
      {"normalise",
       {"Normalisation", "归一化"},
       {"Turns values into scores that compare; by default only where an indicator has no "
        "value function.",
        "把指标值变成可比的得分；默认只用于没有价值函数的指标。"},
       normalise_keys(),
       "normalise: {method: min_max, range: [1, 100], applies_to: all}\n",
       pointers(table.normalisers)},
      {"weights",
       {"Weights", "权重"},
       {"The framework's own by default; weights from data replace those of indicators, "
        "categories keep theirs.",
        "默认用体系给定的权重；数据驱动的权重替换指标的权重，类别的不变。"},
       weights_keys(),
       "weights: {method: entropy, within: index}\n",
       pointers(table.weightings)}};
}

MethodFamily aggregate_family(const MethodTable& table) {
  return {"aggregate",
          {"Aggregation", "合成"},
          {"Makes a node's score from its children's; missing children are left out and their "
           "weight goes to the others. A list goes by height above the leaves, its last repeats; "
           "an entry with `nodes: [id, ...]` is for those categories only; with `normalise: "
           "method` the scores of the categories are then normalised over the places.",
           "由下级得分得到上级得分；缺失的下级不计，其权重分给其余。列表按离叶的高度取用，最后一项"
           "重复；"
           "带 `nodes: [id, ...]` 的一项只用于这些类别；带 `normalise: 方法` "
           "时，类别的得分再在评价单元"
           "之间归一化。"},
          aggregate_keys(),
          "aggregate:\n  - {method: arithmetic, min_coverage: 0.6, min_indicators: 3, round: 1}\n"
          "  - geometric\n"
          "  - {method: harmonic, nodes: [air, water], normalise: rank}\n",
          pointers(table.aggregators)};
}

MethodFamily score_family(const MethodTable& table) {
  return {"score",
          {"Value functions", "价值函数"},
          {"An indicator's own scale from 0 to 100, under `score: {shape: ...}` in the framework; "
           "without one, or with `shape: relative`, the method's normalisation scores it.",
           "指标自己的 0 至 100 的标尺，写在体系的 `score: {shape: ...}` 中；不写，或写 `shape: "
           "relative`，则由方法的归一化计分。"},
          score_keys(),
          "score: {shape: relative, normalise: {method: z_score, mean: 50, sd: 10}}\n",
          pointers(table.value_functions)};
}

}  // namespace

std::vector<MethodFamily> method_families(const MethodTable& table) {
  std::vector<MethodFamily> families = families_of_method(table);
  families.push_back(aggregate_family(table));
  for (auto family : {missing_family, reference_family, round_family, robustness_family})
    families.push_back(family());
  families.push_back(score_family(table));
  families.push_back(framework_family());
  return families;
}

}  // namespace tijian::report

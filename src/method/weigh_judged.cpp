#include <fmt/format.h>

#include <cmath>

#include "method/families.h"
#include "method/judgements.h"
#include "method/parameters.h"
#include "method/weights.h"

namespace tijian::method {
namespace {

constexpr double acceptable_ratio = 0.1;

/// The child's name in both languages; its number where it has none.
Text name_of(const WeightingData& data, Index child) {
  if (child < static_cast<Index>(data.names.size())) return data.names[child];
  return {fmt::format("item {}", child + 1), fmt::format("第 {} 项", child + 1)};
}

std::vector<double> refused(WeightingData& data, Text why) {
  data.message = std::move(why);
  return std::vector<double>(data.given.size(), missing);
}

Text pair_of(const WeightingData& data, Index a, Index b) {
  const Text left = name_of(data, a), right = name_of(data, b);
  return {left.in("en") + " against " + right.in("en"), left.in("zh") + " 对 " + right.in("zh")};
}

bool is_gap(double judgement) { return judgement != judgement; }

/// Whether they are each other's reciprocal, or left open together. Three decimals of a third still
/// pass for its reciprocal.
bool reciprocal(double judgement, double other, bool same) {
  if (is_gap(judgement) || is_gap(other)) return is_gap(judgement) && is_gap(other) && !same;
  return judgement > 0 && other > 0 && std::abs(judgement * other - 1) < (same ? 1e-9 : 0.05);
}

/// As people write it: a third is no row of digits.
std::string written(double judgement) {
  if (is_gap(judgement)) return "~";
  const double below = std::round(1 / judgement);
  if (below > 1 && std::abs(judgement * below - 1) < 1e-9) return fmt::format("1/{}", below);
  return fmt::format("{:.4g}", judgement);
}

/// What is wrong with a child's judgement against itself, or with those of a pair.
Text words_of(const WeightingData& data, Index a, Index b, double judgement, double other) {
  const std::string one = written(judgement), two = written(other);
  if (a == b) {
    const Text name = name_of(data, a);
    return {fmt::format("{} against itself is {}: it must be 1", name.in("en"), one),
            fmt::format("{} 对自身为 {}，应为 1", name.in("zh"), one)};
  }
  const Text pair = pair_of(data, a, b);
  if (is_gap(judgement) || is_gap(other))
    return {fmt::format("{}: {} and {} must be judged both, or left open both", pair.in("en"), one,
                        two),
            fmt::format("{}：{} 与 {} 须同时给出，或同时留空", pair.in("zh"), one, two)};
  return {fmt::format("{}: {} and {} must be positive and reciprocal", pair.in("en"), one, two),
          fmt::format("{}：{} 与 {} 应为互为倒数的正数", pair.in("zh"), one, two)};
}

/// What is wrong with a matrix of pairwise judgements.
std::optional<JudgementFault> fault_of_matrix(const WeightingData& data,
                                              const Matrix<double>& matrix) {
  const auto n = static_cast<Index>(data.given.size());
  if (matrix.rows() != n || matrix.cols() != n)
    return JudgementFault{
        {fmt::format("the matrix must be {0} x {0}", n), fmt::format("判断矩阵应为 {0} x {0}", n)}};
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j <= i; ++j)
      if (!reciprocal(matrix(i, j), matrix(j, i), i == j))
        return JudgementFault{words_of(data, j, i, matrix(j, i), matrix(i, j)), j, i};
  return {};
}

Text verdict_on(const WeightingData& data, const Matrix<double>& matrix,
                const method::Priorities& p) {
  std::string zh = fmt::format("一致性比率 CR = {:.3f}", p.ratio);
  std::string en = fmt::format("consistency ratio CR = {:.3f}", p.ratio);
  if (p.open > 0) {
    const Index pairs = matrix.rows() * (matrix.rows() - 1) / 2;
    zh += fmt::format("（{} 对中有 {} 对未判断）", pairs, p.open);
    en += fmt::format(" ({} of {} pairs left open)", p.open, pairs);
  }
  if (p.ratio < acceptable_ratio) return {en, zh};
  const Text pair = pair_of(data, p.row, p.column);
  const double stated = matrix(p.row, p.column), implied = p.weights[p.row] / p.weights[p.column];
  zh += fmt::format("，不小于 0.1；最不一致的判断是{}：填写 {:.3g}，权重之比为 {:.3g}",
                    pair.in("zh"), stated, implied);
  en += fmt::format(
      ", not below 0.1; the most inconsistent judgement is {}: stated {:.3g}, the "
      "weights imply {:.3g}",
      pair.in("en"), stated, implied);
  return {en, zh};
}

/// Adds what there is to say of one expert of several.
void add_expert(WeightingData& data, std::size_t expert, const Text& text) {
  data.message = {
      fmt::format("{}; expert {}: {}", data.message.in("en"), expert + 1, text.in("en")),
      fmt::format("{}；专家 {}：{}", data.message.in("zh"), expert + 1, text.in("zh"))};
}

Parameter matrices(Text about) {
  return of_kind(Parameter::Kind::matrices, "matrices", "", std::move(about));
}

Weighting ahp() {
  Weighting w;
  w.name = "ahp";
  w.needs_data = false;
  w.judged = true;
  w.title = {"Analytic hierarchy process", "层次分析法"};
  w.parameters = {
      matrices({"a matrix of pairwise judgements by node, with fractions such as 1/3, and ~ for a "
                "pair left open; several experts: a list of matrices, joined by geometric means "
                "over those who judged",
                "以节点 id 为键的判断矩阵，可写 1/3 "
                "这样的分数，未判断的一对写 ~；多位专家时为矩阵的列表，按作出判断者取几何平均"})};
  w.formula =
      "A w = lambda_max w; CR = (lambda_max - n)/(n - 1)/RI, acceptable below 0.1; a gap is 0, and "
      "each row's diagonal 1 + its gaps; with m pairs open RI (1 - 2m/((n - 1)(n - 2)))";
  w.literature =
      "Saaty (1980), The Analytic Hierarchy Process; groups: Aczel & Saaty (1983), J. Math. "
      "Psychology 27; gaps: Harker (1987), Incomplete pairwise comparisons in the analytic "
      "hierarchy process, Mathematical Modelling 9; their RI: Ágoston & Csató (2022), "
      "Inconsistency "
      "thresholds for incomplete pairwise comparison matrices, Omega 108";
  w.misleads = {
      "The weights are the experts' opinion: a good ratio says that it is consistent, not "
      "that it is right; the fewer pairs are judged, the less there is to contradict.",
      "权重就是专家的意见；CR 合格只说明前后一致，不说明判断正确；判断的对数越少，越谈不上矛盾。"};
  w.fault = fault_of_matrix;
  w.weigh = [](WeightingData& data, const Choice&) -> std::vector<double> {
    if (data.judgements.empty())
      return refused(data, {"there is no matrix of judgements", "没有判断矩阵"});
    for (const Matrix<double>& matrix : data.judgements)
      if (const auto fault = fault_of_matrix(data, matrix)) return refused(data, fault->what);
    const Matrix<double> group = method::group_judgement(data.judgements);
    if (!method::joins_all(group))
      return refused(data,
                     {"the judgements do not join all children: some are compared with no "
                      "other, not even by way of a third",
                      "判断未能连通全部下级：有的下级与其他下级之间没有任何直接或间接的比较"});
    const method::Priorities result = method::priorities(group);
    data.message = verdict_on(data, group, result);
    for (std::size_t k = 0; data.judgements.size() > 1 && k < data.judgements.size(); ++k) {
      if (!method::joins_all(data.judgements[k])) continue;  // says nothing by itself
      if (const method::Priorities own = method::priorities(data.judgements[k]);
          own.ratio >= acceptable_ratio)
        add_expert(data, k, verdict_on(data, data.judgements[k], own));
    }
    return result.weights;
  };
  return w;
}

std::vector<double> row_of(const Matrix<double>& matrix, Index row) {
  std::vector<double> numbers(matrix.cols());
  for (Index j = 0; j < matrix.cols(); ++j) numbers[j] = matrix(row, j);
  return numbers;
}

std::optional<JudgementFault> fault_of_rows(const WeightingData& data, const Matrix<double>& rows) {
  const auto n = static_cast<Index>(data.given.size());
  bool fits = rows.rows() == 2 && rows.cols() == n;
  bool best = false, worst = false;
  for (Index j = 0; fits && j < n; ++j) {
    fits = rows(0, j) >= 1 && rows(1, j) >= 1;
    best |= rows(0, j) == 1;
    worst |= rows(1, j) == 1;
  }
  if (fits && best && worst) return {};
  return JudgementFault{
      {fmt::format("two rows of {} numbers not below 1 are needed: the best against each (a 1 "
                   "among them), each against the worst (a 1 among them)",
                   n),
       fmt::format(
           "应为两行、每行 {} 个不小于 1 的数：最优项对各项（其中有 1）、各项对最劣项（其中有 1）",
           n)}};
}

Weighting bwm() {
  Weighting w;
  w.name = "bwm";
  w.needs_data = false;
  w.judged = true;
  w.judgement_rows = 2;
  w.title = {"Best-worst method", "最优最劣法"};
  w.parameters = {
      matrices({"two rows by node: the best against each, each against the worst; "
                "several experts: a list, averaged",
                "以节点 id 为键的两行：最优项对各项、各项对最劣项；多位专家时为列表，取平均"})};
  w.formula = "min xi: |w_B - a_Bj w_j| <= xi, |w_j - a_jW w_W| <= xi, sum w = 1";
  w.literature =
      "Rezaei (2016), Best-worst multi-criteria decision-making method: some properties "
      "and a linear model, Omega 64";
  w.misleads = {
      "The weights are the experts' opinion; a large xi says that the two rows contradict "
      "each other.",
      "权重就是专家的意见；xi 大说明两行判断互相矛盾。"};
  w.fault = fault_of_rows;
  w.weigh = [](WeightingData& data, const Choice&) -> std::vector<double> {
    if (data.judgements.empty()) return refused(data, {"there are no judgements", "没有判断"});
    std::vector<double> weights(data.given.size());
    double xi = 0;
    for (const Matrix<double>& rows : data.judgements) {
      if (const auto fault = fault_of_rows(data, rows)) return refused(data, fault->what);
      const method::BestWorst result = method::best_worst(row_of(rows, 0), row_of(rows, 1));
      xi = std::max(xi, result.xi);
      for (std::size_t j = 0; j < weights.size(); ++j) weights[j] += result.weights[j];
    }
    data.message = {
        fmt::format("largest deviation xi = {:.3f}; the nearer to 0 the more consistent", xi),
        fmt::format("最大偏差 xi = {:.3f}，越接近 0 越一致", xi)};
    return method::to_one(weights);
  };
  return w;
}

}  // namespace

Family<Weighting> judged_weightings() { return {ahp(), bwm()}; }

}  // namespace tijian::method

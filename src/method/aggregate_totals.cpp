#include <cmath>

#include "method/families.h"
#include "method/row.h"

namespace tijian::method {
namespace {

double whole_weight(const Children& children) {
  double weight = 0;
  for (const double w : children.weights)
    if (w > 0) weight += w;
  return weight;
}

/// The weights of those present, so that they weigh as much as all together.
double total_of(const Row& row) {
  const double share = whole_weight(row.children) / row.weight;
  double sum = 0;
  row.each([&](double w, double x) { sum += w * share * x; });
  return sum;
}

/// By logarithms only where the factors' own product leaves the range of numbers on the way.
double product_of(const Row& row) {
  if (row.min == 0) return 0;
  const double share = whole_weight(row.children) / row.weight;
  double plain = 1, logs = 0;
  row.each([&](double w, double x) {
    plain *= std::pow(x, w * share);
    logs += w * share * std::log(x);
  });
  return plain > 0 && std::isfinite(plain) ? plain : std::exp(logs);
}

Aggregator sum() {
  Aggregator a;
  a.name = "sum";
  a.total = Aggregator::Total::sum;
  a.title = {"Weighted sum", "加权求和"};
  a.formula =
      "sum w x W/W', W the weight of all children, W' of those present; with weights of one and "
      "nothing missing the plain sum";
  a.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6";
  a.misleads = {
      "The scale is that of the weights' sum: scores of 0..100 do not stay there, and nodes with "
      "more children score more. A missing child counts as the mean of the others; with "
      "min_coverage: 1 its node is missing.",
      "量程随权重之和变化：0 至 100 分的下级相加不再是 0 至 100 "
      "分，下级多的节点得分高。缺失的下级按其余各项的平均计；设 min_coverage: 1 则该节点缺失。"};
  a.apply = [](const Children& c, const Choice&, std::span<double> score) {
    return by_row(c, score, false, total_of);
  };
  return a;
}

Aggregator product() {
  Aggregator a;
  a.name = "product";
  a.total = Aggregator::Total::product;
  a.title = {"Weighted product", "加权连乘"};
  a.formula =
      "prod x^(w W/W'), W the weight of all children, W' of those present; 0 where a child is 0; "
      "missing where one is negative";
  a.literature =
      "Miller & Starr (1969), Executive Decisions and Operations Research; Triantaphyllou (2000), "
      "Multi-criteria Decision Making Methods: the weighted product model";
  a.misleads = {
      "The scale is a power of the children's: two scores of 50 give 2500, three 125000, and one "
      "zero makes the whole zero. A missing child counts as the geometric mean of the others; "
      "with min_coverage: 1 its node is missing.",
      "量程是下级量程的幂：两个 50 分得 2500，三个得 125000；一个零分使整体为零。缺失的下级按其余"
      "各项的几何平均计；设 min_coverage: 1 则该节点缺失。"};
  a.apply = [](const Children& c, const Choice&, std::span<double> score) {
    return by_row(c, score, true, product_of);
  };
  return a;
}

}  // namespace

Family<Aggregator> total_aggregators() { return {sum(), product()}; }

}  // namespace tijian::method

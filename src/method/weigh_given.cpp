#include <algorithm>

#include "method/families.h"
#include "method/weights.h"

namespace tijian::method {
namespace {

Weighting given() {
  Weighting w;
  w.name = "given";
  w.needs_data = false;
  w.keeps_given = true;
  w.title = {"Given weights", "给定权重"};
  w.formula = "w_j = g_j/sum g, g the framework's weights";
  w.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6";
  w.misleads = {
      "A stated weight is not an influence: correlated and widely spread indicators count "
      "for more (see tijian audit).",
      "写下的权重不等于实际影响：相关的、离散大的指标影响更大（见 tijian audit）。"};
  w.weigh = [](WeightingData& data, const Choice&) {
    const bool none = std::ranges::none_of(
        data.given, [](double x) { return x > 0; });  // all zero is a choice: the node is missing
    return none ? data.given : method::to_one(data.given);
  };
  return w;
}

Weighting equal() {
  Weighting w;
  w.name = "equal";
  w.needs_data = false;
  w.every_node = true;
  w.title = {"Equal weights", "等权"};
  w.formula = "w_j = 1/n";
  w.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6";
  w.misleads = {"Equal is a choice too: one matter split into two indicators counts twice.",
                "等权也是一种选择：把一件事拆成两个指标，它的分量就加倍。"};
  w.weigh = [](WeightingData& data, const Choice&) {
    return method::to_one(std::vector<double>(data.given.size(), 1.0));
  };
  return w;
}

}  // namespace

Family<Weighting> given_weightings() { return {given(), equal()}; }

}  // namespace tijian::method

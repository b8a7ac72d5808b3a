#include "tijian/compare.h"

namespace tijian {

double Move::because_of(Cause cause) const {
  double sum = 0;
  for (const Contribution& c : contributions) sum += c.cause == cause ? c.amount : 0;
  return sum;
}

std::string_view to_string(Cause cause) {
  switch (cause) {
    case Cause::value:
      return "value";
    case Cause::scale:
      return "scale";
    case Cause::weight:
      return "weight";
    case Cause::presence:
      return "presence";
    case Cause::aggregation:
      return "aggregation";
    case Cause::adjustment:
      return "adjustment";
  }
  return "";
}

Text title(Cause cause) {
  switch (cause) {
    case Cause::value:
      return {"figures", "数据变化"};
    case Cause::scale:
      return {"scoring scale", "评分标尺"};
    case Cause::weight:
      return {"weight", "权重"};
    case Cause::presence:
      return {"data that came or went", "数据有无"};
    case Cause::aggregation:
      return {"method of aggregation", "汇总方法"};
    case Cause::adjustment:
      return {"cap of a breach, rounding", "突破底线封顶、取整"};
  }
  return {};
}

}  // namespace tijian

#include "framework/plausible_yaml.h"

#include <fmt/format.h>

#include "base/number.h"
#include "framework/years.h"
#include "yaml/collection.h"
#include "yaml/either.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

/// A number, or `~` where there is no limit.
Shape<std::optional<double>> limit() {
  return {[shape = number()](const Node& node, Reading& reading, std::optional<double>& out) {
            if (node.kind == Node::Kind::null) return true;
            return shape.read(node, reading, out.emplace());
          },
          [](Definitions&) {
            return keywords({{"type", names_value({"number", "null"})}});
          }};
}

bool low_first(const Node& node, Reading& reading, const PlausibleRange& range) {
  if (!range.low || !range.high || *range.low <= *range.high) return true;
  reading.report(
      "Y131", node,
      {{"found", fmt::format("[{}, {}]", base::shortest(*range.low), base::shortest(*range.high))},
       {"range", ascending()}});
  return false;
}

}  // namespace

Shape<PlausibleRange> plausible_range_shape() {
  using Limits = std::pair<std::optional<double>, std::optional<double>>;
  return checked(converted<PlausibleRange>(pair(limit(), limit()),
                                           [](Limits limits, PlausibleRange& out) {
                                             out = {limits.first, limits.second};
                                           }),
                 low_first);
}

Shape<std::vector<int>> breaks_shape() { return list(year(), 1); }

}  // namespace tijian::framework

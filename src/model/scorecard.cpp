#include "tijian/scorecard.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tijian/missing.h"

namespace tijian {
namespace {

struct VerdictName {
  std::string_view name;
  const char *zh, *en;
};

constexpr std::array<VerdictName, 11> verdicts{{
    {"", "", ""},
    {"breach", "突破底线", "limit breached"},
    {"not_met", "未达标", "standard not met"},
    {"reversed", "倒退", "moving away"},
    {"behind", "滞后", "behind plan"},
    {"on_course", "基本同步", "on course"},
    {"ahead", "超前", "ahead of plan"},
    {"achieved", "已实现", "target reached"},
    {"met", "达标", "standard met"},
    {"no_benchmark", "无基准", "no benchmark"},
    {"unknown", "无数据", "no value"},
}};

constexpr std::array<std::string_view, 8> flag_names{
    "imputed", "treated", "filled", "uncited", "synthetic", "constant", "capped", "not_applicable"};

}  // namespace

std::string_view to_string(Verdict verdict) { return verdicts[static_cast<int>(verdict)].name; }

Text title(Verdict verdict) {
  const auto& entry = verdicts[static_cast<int>(verdict)];
  return {entry.zh, entry.en};
}

std::string flags_to_string(std::uint16_t flags) {
  std::string out;
  for (std::size_t bit = 0; bit < flag_names.size(); ++bit) {
    if (!(flags >> bit & 1)) continue;
    if (!out.empty()) out += ';';
    out += flag_names[bit];
  }
  return out;
}

int Scorecard::column(int node) const {
  const auto found = std::ranges::lower_bound(nodes, node);
  return found != nodes.end() && *found == node ? static_cast<int>(found - nodes.begin()) : -1;
}

double Scorecard::coverage_of(Eigen::Index row, int column) const {
  if (coverage_column[column] >= 0) return coverage(row, coverage_column[column]);
  if (flags.size() && (flags(row, column) & flag_not_applicable)) return missing;
  const int indicator = framework->nodes[nodes[column]].indicator;
  const double x = value.size() ? value(row, indicator) : score(row, column);
  return std::isnan(x) ? 0 : 1;
}

}  // namespace tijian

#include "tijian/scorecard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tijian/missing.h"

namespace tijian {
namespace {

struct VerdictName {
  std::string_view name;
  const char *en, *zh;
};

constexpr std::array<VerdictName, 14> verdicts{{
    {"", "", ""},
    {"breach", "limit breached", "突破底线"},
    {"not_met", "standard not met", "未达标"},
    {"reversed", "moving away", "倒退"},
    {"behind", "behind plan", "滞后"},
    {"on_course", "on course", "基本同步"},
    {"ahead", "ahead of plan", "超前"},
    {"achieved", "target reached", "已实现"},
    {"met", "standard met", "达标"},
    {"in_progress", "in progress", "推进中"},
    {"not_due", "not due", "未到期"},
    {"no_benchmark", "no benchmark", "无基准"},
    {"unknown", "no value", "无数据"},
    {"not_applicable", "not applicable", "不适用"},
}};

constexpr std::array<std::string_view, flag_count> flag_names{
    "imputed",  "treated", "filled",         "uncited",  "synthetic",
    "constant", "capped",  "not_applicable", "unscored", "implausible"};

void check_cell(const Scorecard& card, Eigen::Index row, int column) {
  const auto columns = std::ssize(card.coverage_column);
  if (row < 0 || row >= card.score.rows() || column < 0 || column >= columns)
    throw UsageError(fmt::format("row {} and column {} of scores of {} x {}", row, column,
                                 card.score.rows(), columns));
}

}  // namespace

std::string_view to_string(Verdict verdict) { return verdicts[static_cast<int>(verdict)].name; }

Text title(Verdict verdict) {
  const auto& entry = verdicts[static_cast<int>(verdict)];
  return {entry.en, entry.zh};
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

const Grade* Scorecard::grade(Eigen::Index row, int column) const {
  if (row < 0 || row >= score.rows() || column < 0 || column >= score.cols())
    throw UsageError(fmt::format("row {} and column {} of scores of {} x {}", row, column,
                                 score.rows(), score.cols()));
  const Node& node = framework->nodes[nodes[column]];
  if (std::isnan(score(row, column))) return nullptr;
  if (!node.classes) return node.grade(score(row, column));
  const int own =
      static_cast<std::size_t>(column) < class_column.size() ? class_column[column] : -1;
  const int number = own < 0 || rank_class.empty() ? 0 : rank_class(row, own);
  return number > 0 ? &node.grades[number - 1] : nullptr;
}

int Scorecard::ranked_with(Eigen::Index row, int column) const {
  if (row < 0 || row >= rank.rows() || column < 0 || column >= rank.cols())
    throw UsageError(fmt::format("row {} and column {} of ranks of {} x {}", row, column,
                                 rank.rows(), rank.cols()));
  int ranked = 0;
  if (rank(row, column) > 0)
    for (Eigen::Index other = 0; other < rank.rows(); ++other)
      ranked += peers[other] == peers[row] && rank(other, column) > 0;
  return ranked;
}

double Scorecard::coverage_of(Eigen::Index row, int column) const {
  check_cell(*this, row, column);
  if (coverage_column[column] >= 0) return coverage(row, coverage_column[column]);
  if (flags.size() && (flags(row, column) & flag_not_applicable)) return missing;
  const int indicator = framework->nodes[nodes[column]].indicator;
  const double x = value.size() ? value(row, indicator) : score(row, column);
  return std::isnan(x) ? 0 : 1;
}

double Scorecard::uncapped_of(Eigen::Index row, int column) const {
  check_cell(*this, row, column);
  const int own = coverage_column[column];
  return own < 0 || uncapped.empty() ? missing : uncapped(row, own);
}

Judgement Scorecard::judgement(Eigen::Index row, int indicator) const {
  if (row < 0 || row >= verdict.rows() || indicator < 0 || indicator >= verdict.cols())
    throw UsageError(fmt::format("row {} and indicator {} of verdicts of {} x {}", row, indicator,
                                 verdict.rows(), verdict.cols()));
  const Verdict stored = verdict(row, indicator);
  if (stored == Verdict::not_applicable || stored == Verdict::unknown)
    return Judgement{.verdict = stored};
  return judge(framework->indicators[indicator], value(row, indicator), rows.period[row]);
}

}  // namespace tijian

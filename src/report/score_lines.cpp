#include "report/score_lines.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/number.h"
#include "report/csv_lines.h"
#include "tijian/missing.h"

namespace tijian::report {
namespace {

char* put(char* out, std::string_view text) { return std::ranges::copy(text, out).out; }

template <class Texts>
std::size_t longest(const Texts& texts) {
  std::size_t size = 0;
  for (const auto& text : texts) size = std::max(size, text.size());
  return size;
}

}  // namespace

std::string_view level(const Framework& framework, int node) {
  return node == 0 ? "index" : framework.nodes[node].indicator >= 0 ? "indicator" : "category";
}

const Node* category_of(const Framework& framework, int node) {
  const int parent = framework.nodes[node].parent;
  return parent > 0 ? &framework.nodes[parent] : nullptr;
}

namespace {

std::string names_of(const Framework& framework, int node, Language say) {
  const Node& own = framework.nodes[node];
  const Node* category = category_of(framework, node);
  return ',' + csv_cell(say(own.title)) + ',' + (category ? csv_cell(say(category->title)) : "") +
         ',' + (own.indicator >= 0 ? csv_cell(framework.indicators[own.indicator].keeper) : "") +
         ',';
}

char* put(char* out, int number) {
  return std::to_chars(out, out + base::shortest_size, number).ptr;
}

}  // namespace

ScoreLines::ScoreLines(const Scorecard& card, Language titles) : card_(card) {
  const Framework& framework = *card.framework;
  std::size_t grade_size = 0;
  for (std::size_t column = 0; column < card.nodes.size(); ++column) {
    const Node& node = framework.nodes[card.nodes[column]];
    const bool leaf = node.indicator >= 0;
    const double weight = card.weight[column];
    columns_.push_back(
        {csv_cell(node.id) + ',' + std::string(level(framework, card.nodes[column])) + ',',
         ',' + base::shortest(weight) + ',',
         ',' + (leaf ? csv_cell(framework.indicators[node.indicator].unit) : "") + ',',
         names_of(framework, card.nodes[column], titles), node.indicator,
         card.coverage_column[column], !node.grades.empty()});
    for (const Grade& grade : node.grades) grade_size = std::max(grade_size, grade.id.size());
  }
  for (const std::string& place : card.rows.places) places_.push_back(csv_cell(place) + ',');
  for (int v = 1; v <= static_cast<int>(Verdict::not_applicable); ++v)
    verdicts_[v] = to_string(static_cast<Verdict>(v));
  for (std::size_t bits = 0; bits < flags_.size(); ++bits)
    flags_[bits] = flags_to_string(static_cast<std::uint16_t>(bits));
  std::size_t constant = 0;
  for (const Column& c : columns_)
    constant += c.node_and_level.size() + c.weight.size() + c.unit.size() + c.names.size();
  const std::size_t varying = longest(places_) + longest(verdicts_) + longest(flags_) + grade_size +
                              9 * base::shortest_size;
  row_size_ = constant + columns_.size() * varying;
}

char* ScoreLines::write(char* out, Eigen::Index row) const {
  char* const begin = out;
  out = put(out, places_[card_.rows.place[row]]);
  out = put(out, to_string(card_.rows.period[row]));
  *out++ = ',';
  const std::string_view place_and_period(begin, static_cast<std::size_t>(out - begin));
  for (int column = 0; column < static_cast<int>(columns_.size()); ++column) {
    if (column > 0) out = put(out, place_and_period);
    out = write_column(out, row, column);
  }
  return out;
}

char* ScoreLines::write_column(char* out, Eigen::Index row, int column) const {
  const Column& c = columns_[column];
  const bool details = card_.flags.size() > 0;
  const std::uint16_t flags = details ? card_.flags(row, column) : std::uint16_t{0};
  out = put(out, c.node_and_level);
  out = base::write_shortest(out, card_.score(row, column));
  *out++ = ',';
  if (card_.rank.size() > 0 && card_.rank(row, column) > 0) out = put(out, card_.rank(row, column));
  *out++ = ',';
  const double value =
      c.indicator >= 0 && card_.value.size() > 0 ? card_.value(row, c.indicator) : missing;
  if (c.coverage >= 0)
    out = base::write_shortest(out, card_.coverage(row, c.coverage));
  else if (!details)
    out = base::write_shortest(out, card_.coverage_of(row, column));
  else if (!(flags & flag_not_applicable))
    *out++ = std::isnan(value) ? '0' : '1';
  out = put(out, c.weight);
  out = base::write_shortest(out, value);
  out = put(out, c.unit);
  if (c.indicator >= 0 && card_.verdict.size() > 0)
    out = put(out, verdicts_[static_cast<std::size_t>(card_.verdict(row, c.indicator))]);
  *out++ = ',';
  out = put(out, flags_[flags & (flags_.size() - 1)]);
  *out++ = ',';
  if (c.graded)
    if (const Grade* grade = card_.grade(row, column)) out = put(out, grade->id);
  *out++ = ',';
  if (c.coverage >= 0 && card_.uncapped.size() > 0)
    out = base::write_shortest(out, card_.uncapped(row, c.coverage));
  out = put(out, c.names);
  if (c.coverage >= 0 && card_.scored.size() > 0) {
    out = put(out, card_.scored(row, c.coverage));
    *out++ = ',';
    out = put(out, card_.of(row, c.coverage));
  } else {
    *out++ = ',';
  }
  *out++ = '\n';
  return out;
}

}  // namespace tijian::report

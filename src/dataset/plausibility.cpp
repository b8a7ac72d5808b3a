#include "dataset/plausibility.h"

#include <algorithm>
#include <limits>

#include "base/catalogue.h"
#include "dataset/check.h"
#include "dataset/held.h"
#include "framework/plausible_words.h"
#include "framework/title.h"

namespace tijian::dataset {
namespace {

/// What a conversion may cost.
constexpr double slack = 1 + 1e-9;
constexpr double far = std::numeric_limits<double>::infinity();

/// Between units of the framework; nothing where it was refused.
std::optional<formula::Conversion> conversion(const std::string& from, const std::string& to) {
  if (from == to) return formula::Conversion{};
  const auto a = formula::Unit::parse(from), b = formula::Unit::parse(to);
  return a && b ? a->to(*b) : std::nullopt;
}

void count(std::map<std::pair<int, int>, Diagnostic>& told, std::pair<int, int> key, long times,
           const std::function<Diagnostic()>& make) {
  if (const auto known = told.find(key); known != told.end()) {
    known->second.count += times;
    return;
  }
  told.emplace(key, make()).first->second.count = times;
}

}  // namespace

const PlausibleRange& range_of(const DataColumn& column, const Framework& framework) {
  return column.variable >= 0 ? framework.variables[column.variable].range
                              : framework.indicators[column.indicator].range;
}

long count_outside(std::span<const double> values, const PlausibleRange& range) {
  if (!range.limited()) return 0;
  const double low = range.low.value_or(-far), high = range.high.value_or(far);
  return static_cast<long>(
      std::ranges::count_if(values, [=](double v) { return v < low || v > high; }));
}

Plausibility::Plausibility(const Framework& framework, bool strict)
    : framework_(framework), severity_(strict ? Severity::error : Severity::warning) {
  for (int v = 0; v < static_cast<int>(framework.variables.size()); ++v) {
    const Variable& part = framework.variables[v];
    const int whole = part.part_of.empty() ? -1 : framework.find_variable(part.part_of);
    if (whole < 0) continue;
    if (const auto to_whole = conversion(part.unit, framework.variables[whole].unit))
      parts_.push_back({v, whole, *to_whole});
  }
}

void Plausibility::look(const Dataset& data, const Cite& cite) {
  for (Index column = 0; column < std::ssize(data.columns); ++column)
    look_at_range(data, cite, column);
  for (const Part& part : parts_) look_at_part(data, cite, part);
}

bool Plausibility::above_whole(const Part& of, double part, double whole) const {
  const bool told = !framework_.variables[of.part].range.holds(part) ||
                    !framework_.variables[of.whole].range.holds(whole);
  return !told && of.to_whole(part) > whole * slack;
}

void Plausibility::look_at_range(const Dataset& data, const Cite& cite, Index column) {
  const DataColumn& of = data.columns[column];
  const PlausibleRange& range = range_of(of, framework_);
  const auto values = data.values.column(column);
  const long times = count_outside(values, range);
  if (times == 0) return;
  const auto first =
      std::ranges::find_if(values, [&](double value) { return !range.holds(value); });
  count(outside_, {of.variable, of.indicator}, times,
        [&] { return outside(data, cite, first - values.begin(), column); });
}

void Plausibility::look_at_part(const Dataset& data, const Cite& cite, const Part& part) {
  const Index column = data.column_of_variable(part.part),
              whole = data.column_of_variable(part.whole);
  if (column < 0 || whole < 0) return;
  const auto parts = data.values.column(column), wholes = data.values.column(whole);
  long times = 0;
  Index first = -1;
  for (Index row = 0; row < std::ssize(parts); ++row)
    if (above_whole(part, parts[row], wholes[row]) && times++ == 0) first = row;
  if (times > 0)
    count(above_, {part.part, -1}, times,
          [&] { return above(data, cite, part, first, column, whole); });
}

Diagnostic Plausibility::outside(const Dataset& data, const Cite& cite, Index row,
                                 Index column) const {
  const Held of = held_by(data.columns[column], framework_);
  const PlausibleRange& range = range_of(data.columns[column], framework_);
  const double value = data.values(row, column);
  Diagnostic told = base::make_diagnostic("B470", cite(row, column),
                                          {{"name", of.title},
                                           {"value", framework::amount(value, of.unit)},
                                           {"row", row_name(data.rows, row)},
                                           {"range", framework::range_words(range, of.unit)}});
  told.severity = severity_;
  if (Text slip = framework::unit_slip(value, of.unit, range); !slip.empty())
    told.hint = std::move(slip);
  if (!of.where.file.empty()) told.also.push_back(of.where);
  return told;
}

Diagnostic Plausibility::above(const Dataset& data, const Cite& cite, const Part& part, Index row,
                               Index column, Index whole) const {
  const Variable &of_part = framework_.variables[part.part],
                 &of_whole = framework_.variables[part.whole];
  Diagnostic told =
      base::make_diagnostic("B471", cite(row, column),
                            {{"part", framework::title_of(of_part)},
                             {"value", framework::amount(data.values(row, column), of_part.unit)},
                             {"row", row_name(data.rows, row)},
                             {"whole", framework::title_of(of_whole)},
                             {"all", framework::amount(data.values(row, whole), of_whole.unit)}});
  told.severity = severity_;
  told.also.push_back(cite(row, whole));
  return told;
}

std::vector<Doubt> Plausibility::each(const Dataset& data, const Cite& cite) const {
  std::vector<Doubt> all;
  const auto add = [&](DoubtKind kind, Diagnostic told, Index row, Index column, double reference) {
    const DataColumn& of = data.columns[column];
    all.push_back({kind, std::move(told), data.rows.place_of(row), data.rows.period[row], row,
                   of.variable, of.indicator, data.values(row, column), reference});
  };
  for (Index column = 0; column < std::ssize(data.columns); ++column) {
    const PlausibleRange& range = range_of(data.columns[column], framework_);
    for (Index row = 0; range.limited() && row < data.values.rows(); ++row)
      if (const double value = data.values(row, column); !range.holds(value))
        add(DoubtKind::range, outside(data, cite, row, column), row, column,
            range.high && value > *range.high ? *range.high : *range.low);
  }
  for (const Part& part : parts_) {
    const Index column = data.column_of_variable(part.part),
                whole = data.column_of_variable(part.whole);
    for (Index row = 0; column >= 0 && whole >= 0 && row < data.values.rows(); ++row)
      if (above_whole(part, data.values(row, column), data.values(row, whole)))
        add(DoubtKind::part, above(data, cite, part, row, column, whole), row, column,
            data.values(row, whole));
  }
  return all;
}

std::vector<Diagnostic> Plausibility::told() const {
  std::vector<Diagnostic> all;
  for (const Told* one : {&outside_, &above_})
    for (const auto& [column, diagnostic] : *one) all.push_back(diagnostic);
  return all;
}

}  // namespace tijian::dataset

#include "dataset/check.h"

#include <algorithm>

namespace tijian {
namespace {

void check_row(Index row, std::size_t rows) {
  if (row < 0 || row >= static_cast<Index>(rows))
    throw UsageError(fmt::format("row {} of {} rows", row, rows));
}

void check_count(std::string_view name, std::size_t found, std::size_t rows) {
  if (found != rows)
    throw UsageError(fmt::format("{} has {} entries, there are {} rows", name, found, rows));
}

/// Every index is one of `count`, or with `or_none` -1. In one pass without branches.
template <class Integer>
void check_indices(std::span<const Integer> indices, std::size_t count, bool or_none,
                   std::string_view name) {
  using Unsigned = std::make_unsigned_t<Integer>;
  Unsigned largest = 0;  // of index + 1: -1 becomes 0, what is below the largest of all
  const Unsigned step = or_none ? 1 : 0;
  for (const Integer index : indices)
    largest = std::max(largest, static_cast<Unsigned>(static_cast<Unsigned>(index) + step));
  if (indices.empty() || largest < count + step) return;
  const auto outside = std::ranges::find_if(indices, [&](Integer index) {
    return index < (or_none ? -1 : 0) || index >= static_cast<std::int64_t>(count);
  });
  throw UsageError(
      fmt::format("{}[{}] is {}, there are {}", name, outside - indices.begin(), *outside, count));
}

}  // namespace

std::string_view Attribute::at(Index row) const {
  check_row(row, of_row.size());
  const std::int32_t value = of_row[row];
  return value < 0 ? std::string_view{} : std::string_view{values.at(value)};
}

const std::string& Rows::place_of(Index row) const {
  check_row(row, place.size());
  return places.at(place[row]);
}

void check(const Rows& rows) {
  check_count("rows.period", rows.period.size(), rows.place.size());
  check_indices<std::int32_t>(rows.place, rows.places.size(), false, "rows.place");
  for (const Attribute& attribute : rows.attributes) {
    check_count(attribute.name, attribute.of_row.size(), rows.place.size());
    check_indices<std::int32_t>(attribute.of_row, attribute.values.size(), true, attribute.name);
  }
}

void check(const Dataset& data, const Framework& framework) {
  check(framework);
  check(data.rows);
  dataset::check_fingerprint(data.fingerprint, framework, "the dataset");
  const Index rows = data.rows.size(), columns = std::ssize(data.columns);
  if (data.values.rows() != rows || data.values.cols() != columns)
    throw UsageError(fmt::format("values is {} x {}, there are {} rows and {} columns",
                                 data.values.rows(), data.values.cols(), rows, columns));
  dataset::check_beside(data.source, "source", rows, columns);
  dataset::check_beside(data.standard_error, "standard_error", rows, columns);
  dataset::check_beside(data.rounding, "rounding", rows, columns);
  dataset::check_beside(data.parts, "parts", rows, columns);
  std::vector<int> variables, indicators;
  for (const DataColumn& column : data.columns) {
    variables.push_back(column.variable);
    indicators.push_back(column.indicator);
  }
  check_indices<int>(variables, framework.variables.size(), true, "variable of columns");
  check_indices<int>(indicators, framework.indicators.size(), true, "indicator of columns");
  check_indices<std::int16_t>({data.source.data(), static_cast<std::size_t>(data.source.size())},
                              data.sources.size(), true, "source");
}

}  // namespace tijian

namespace tijian::dataset {

std::string row_name(const Rows& rows, Index row) {
  const std::string period = to_string(rows.period[row]);
  return rows.place_of(row) + (period.empty() ? "" : " " + period);
}

void check_fingerprint(std::uint64_t fingerprint, const Framework& framework,
                       std::string_view what) {
  if (fingerprint == 0 || framework.fingerprint == 0 || fingerprint == framework.fingerprint)
    return;
  throw UsageError(fmt::format("{} is of another framework than '{}'", what, framework.id));
}

}  // namespace tijian::dataset

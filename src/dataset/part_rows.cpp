#include "dataset/part_rows.h"

#include <algorithm>

#include "base/catalogue.h"
#include "dataset/check.h"
#include "tijian/place.h"

namespace tijian::dataset {
namespace {

/// Each row's row above it in its period; -1: none.
std::vector<Index> rows_above(const Rows& rows, const Attribute& parent, const RowFinder& finder) {
  std::vector<Index> above(rows.size(), -1);
  for (Index row = 0; row < rows.size(); ++row)
    if (const std::string_view place = parent.at(row); !place.empty())
      above[row] = finder.find(place, rows.period[row]);
  return above;
}

/// The rows that lead back to themselves, circle by circle.
std::vector<std::vector<Index>> circles_of(const std::vector<Index>& above) {
  std::vector<std::vector<Index>> circles;
  std::vector<Index> way(above.size(), -1);  // the row from which one first came here
  for (Index start = 0; start < std::ssize(above); ++start) {
    Index at = start;
    for (; at >= 0 && way[at] < 0; at = above[at]) way[at] = start;
    if (at < 0 || way[at] != start) continue;
    circles.push_back({at});
    for (Index next = above[at]; next != at; next = above[next]) circles.back().push_back(next);
  }
  return circles;
}

/// `a → b → a`, from the first by name, whatever the order of lines.
std::string words_of(const Rows& rows, const std::vector<Index>& circle) {
  std::vector<std::string> places;
  for (const Index row : circle) places.push_back(rows.place_of(row));
  std::rotate(places.begin(), std::ranges::min_element(places), places.end());
  places.push_back(places.front());
  return base::joined(places, " → ");
}

void tell_circles(const Rows& rows, const std::vector<std::vector<Index>>& circles,
                  std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, long> told;  // once for all periods
  for (const auto& circle : circles) ++told[words_of(rows, circle)];
  for (const auto& [places, count] : told) {
    diagnostics.push_back(base::make_diagnostic("B453", {}, {{"places", places}}));
    diagnostics.back().count = count;
  }
}

/// Places in the periods in which rows name them, or in which one of their parts has a row.
std::set<std::pair<std::string, Period>> with_parts(const PartNames& names, const Rows& rows,
                                                    const RowFinder& finder) {
  std::set<std::pair<std::string, Period>> found;
  const Attribute& parent = *rows.attribute(parent_attribute);
  for (Index row = 0; row < rows.size(); ++row) {
    const Period& period = rows.period[row];
    if (const std::string_view above = parent.at(row); !above.empty())
      found.emplace(std::string(above), period);
    const auto has_row = [&](const std::string& part) { return finder.find(part, period) >= 0; };
    if (std::ranges::any_of(names.of(rows.place_of(row)), has_row))
      found.emplace(rows.place_of(row), period);
  }
  return found;
}

}  // namespace

PartRows::PartRows(const PartNames& names, const Rows& rows, std::vector<Diagnostic>& diagnostics) {
  const Attribute* parent = rows.attribute(parent_attribute);
  if (!parent) return;
  const std::vector<Index> above = rows_above(rows, *parent, RowFinder(rows));
  const auto circles = circles_of(above);
  tell_circles(rows, circles, diagnostics);
  std::set<Index> in_circle;
  for (const auto& circle : circles) in_circle.insert(circle.begin(), circle.end());
  for (Index row = 0; row < rows.size(); ++row)
    if (above[row] >= 0 && !in_circle.contains(above[row])) below_[above[row]].push_back(row);
  drop_incomplete(names, rows, diagnostics);
  for (auto& [row, parts] : below_)
    std::ranges::sort(parts, {}, [&](Index part) { return std::string_view(rows.place_of(part)); });
  for (const auto& [row, parts] : below_) visit(row);
}

/// Also of places that are named and have no row themselves. Told once for periods that lack the
/// same parts.
void PartRows::drop_incomplete(const PartNames& names, const Rows& rows,
                               std::vector<Diagnostic>& diagnostics) {
  const RowFinder finder(rows);
  const Attribute& parent = *rows.attribute(parent_attribute);
  std::map<std::pair<std::string, std::vector<std::string>>, std::size_t> told;
  for (const auto& [place, period] : with_parts(names, rows, finder)) {
    auto absent = names.absent(place, period, finder, parent);
    if (absent.empty()) continue;
    below_.erase(finder.find(place, period));
    const auto [known, is_new] = told.try_emplace({place, absent}, diagnostics.size());
    if (!is_new) {
      ++diagnostics[known->second].count;
      continue;
    }
    const std::string when = to_string(period);
    diagnostics.push_back(base::make_diagnostic(
        "B461", {},
        {{"row", place + (when.empty() ? "" : " " + when)}, {"names", base::some_of(absent)}}));
  }
}

void PartRows::visit(Index row) {
  if (!begun_.insert(row).second) return;
  for (const Index part : below_.at(row))
    if (below_.contains(part)) visit(part);
  order_.push_back(row);
}

}  // namespace tijian::dataset

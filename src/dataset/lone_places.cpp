#include "dataset/lone_places.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/catalogue.h"
#include "tijian/place.h"

namespace tijian::dataset {
namespace {

/// In how many files each place stands.
std::unordered_map<std::string_view, int> files_of_places(const std::vector<FileTable>& tables) {
  std::unordered_map<std::string_view, int> files;
  for (const FileTable& table : tables)
    for (const std::string& place : table.data.rows.places) ++files[place];
  return files;
}

/// Places that need not stand in each file: named already, or above others.
std::unordered_set<std::string_view> excused(const std::vector<FileTable>& tables,
                                             std::span<const Doubt> told) {
  std::unordered_set<std::string_view> names;
  for (const Doubt& doubt : told) names.insert(doubt.place);
  for (const FileTable& table : tables)
    if (const Attribute* parents = table.data.rows.attribute(parent_attribute))
      names.insert(parents->values.begin(), parents->values.end());
  return names;
}

Citation first_row_of(const FileTable& table, const std::string& place) {
  const Rows& rows = table.data.rows;
  const auto number = std::ranges::find(rows.places, place) - rows.places.begin();
  const auto row = std::ranges::find(rows.place, static_cast<std::int32_t>(number));
  return {table.path, table.row_line[row - rows.place.begin()], 0};
}

Doubt lone(const FileTable& table, const std::vector<std::string>& places, long shared) {
  Doubt doubt{DoubtKind::one_file,
              base::make_diagnostic("B473", first_row_of(table, places.front()),
                                    {{"count", std::to_string(places.size())},
                                     {"names", base::some_of(places)},
                                     {"shared", std::to_string(shared)}})};
  if (places.size() == 1) doubt.place = places.front();
  return doubt;
}

}  // namespace

std::vector<Doubt> find_lone_places(const std::vector<FileTable>& tables,
                                    std::span<const Doubt> told) {
  std::vector<Doubt> doubts;
  if (tables.size() < 2) return doubts;
  const auto files = files_of_places(tables);
  const std::unordered_set<std::string_view> passed_over = excused(tables, told);
  for (const FileTable& table : tables) {
    std::vector<std::string> alone;
    long shared = 0;
    for (const std::string& place : table.data.rows.places)
      if (files.at(place) > 1)
        ++shared;
      else if (!passed_over.contains(place))
        alone.push_back(place);
    const auto all = static_cast<long>(table.data.rows.places.size());
    if (!alone.empty() && 2 * shared > all) doubts.push_back(lone(table, alone, shared));
  }
  return doubts;
}

}  // namespace tijian::dataset

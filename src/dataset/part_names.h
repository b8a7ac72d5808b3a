#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tijian/dataset.h"

namespace tijian::dataset {

/// Rows by place and period, whatever the order of lines.
class RowFinder {
 public:
  explicit RowFinder(const Rows&);
  /// -1 where there is none.
  Index find(std::string_view place, const Period&) const;
  /// Knows the row that was added last.
  void add(const Rows&);

 private:
  std::unordered_map<std::string, std::int32_t> number_;
  std::unordered_map<std::uint64_t, Index> row_of_;
};

/// Of each place above others, the names of those below it: as the framework lists them, else as
/// the rows of any period say.
class PartNames {
 public:
  PartNames(const Framework&, const Rows&);

  bool any(std::string_view place) const { return below_.contains(place); }
  const std::vector<std::string>& of(std::string_view place) const;
  /// The parts that have no row in that period, or one that names no place above.
  std::vector<std::string> absent(std::string_view place, const Period&, const RowFinder&,
                                  const Attribute& parent) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> below_;  ///< sorted
};

}  // namespace tijian::dataset

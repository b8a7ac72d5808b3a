#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// The rows that a source says are not to be read.
class LeftOutRows {
 public:
  /// A column that the source names and the table does not have is a fault.
  LeftOutRows(const DataFile&, Faults&);

  bool operator()(std::span<const std::string_view> cells) const;
  bool place(std::string_view name) const;
  /// Places that no row named.
  std::vector<std::string> unused() const;

 private:
  int place_cell_;
  std::map<std::string, std::string> places_;       ///< by key: as the source writes them
  mutable std::set<std::string> met_;               ///< keys
  std::vector<std::pair<int, std::string>> where_;  ///< cell and what it says
};

}  // namespace tijian::dataset

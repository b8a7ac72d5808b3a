#pragma once
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
  explicit LeftOutRows(const DataFile&);

  bool operator()(std::span<const std::string_view> cells) const;
  bool place(std::string_view name) const;

 private:
  int place_cell_;
  std::set<std::string> places_;                    ///< by key
  std::vector<std::pair<int, std::string>> where_;  ///< cell and what it says
};

}  // namespace tijian::dataset

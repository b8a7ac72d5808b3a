#pragma once
#include <set>
#include <string>
#include <vector>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// What stands in the rows of a table, for whoever is to say how it is read.
struct TableContents {
  std::set<std::string> places;
  std::vector<std::string> totals;  ///< rows named as such, beside others
  std::vector<std::string> sums;    ///< rows that add others up, by their values
  std::vector<std::string> odd;     ///< cells that are no numbers, a few
  std::vector<std::string> years;   ///< columns for nothing else that have nothing but years
  bool commas = false;              ///< there are cells like 0,99
};

TableContents look_into(const DataFile&, const Binder&);

}  // namespace tijian::dataset

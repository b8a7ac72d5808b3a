#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// The places whose rows a source says are not to be read.
class LeftOutPlaces {
 public:
  explicit LeftOutPlaces(const LeftOut&);

  bool empty() const { return names_.empty(); }
  /// The place as the source writes it; null where its rows are read.
  const std::string* find(std::string_view name) const;
  /// Those that are not among the met.
  std::vector<std::string> unused(const std::set<std::string>& met) const;

 private:
  std::map<std::string, std::string> names_;  ///< by key: as the source writes them
};

/// The rows that a source says are not to be read.
class LeftOutRows {
 public:
  /// A column that the source names and the table does not have is a fault.
  LeftOutRows(const DataFile&, Faults&);

  bool operator()(std::span<const std::string_view> cells);
  bool place(std::string_view name);
  /// Places that no row named, and what no row said.
  std::vector<std::string> unused() const;

 private:
  /// What a cell says in rows that are left out.
  struct Where {
    int cell;
    std::string text, column;
    bool met = false;
  };

  int place_cell_;
  LeftOutPlaces places_;
  std::set<std::string> met_;
  std::vector<Where> where_;
};

}  // namespace tijian::dataset

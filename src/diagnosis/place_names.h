#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/framework.h"

namespace tijian::diagnosis {

/// The places that a file beside the data may name: by name, alias or code of the framework's list,
/// or by name of the rows. Case and blanks do not count.
class PlaceNames {
 public:
  PlaceNames(const Framework&, const Rows&);

  /// The place's name as the rows have it; null where there is none.
  const std::string* find(std::string_view named) const;
  /// B480, with the nearest name.
  Diagnostic unknown(std::string_view named, const Citation&) const;

 private:
  void add(const std::string& named, const std::string& place);

  std::unordered_map<std::string, std::string> places_;  ///< by key
  std::vector<std::string> names_;
};

}  // namespace tijian::diagnosis

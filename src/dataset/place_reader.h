#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "dataset/faults.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

/// Reads the names of places and the values of attributes in the data of one file as the framework
/// has them: places by name, alias or code of its list, values by id or title. What is neither is
/// told once.
class PlaceReader {
 public:
  explicit PlaceReader(const Framework&);

  /// The list's name of a place; the text itself where there is no list or it does not know it.
  std::string_view place(std::string_view text, const Citation& where, Faults&);
  /// The id of an attribute's value. `place` as `place()` gave it: what the list says of it counts.
  std::string_view attribute(int attribute, std::string_view place, std::string_view text,
                             const Citation& where, Faults&);

 private:
  const Place* listed(std::string_view text, const Citation& where, Faults&);
  std::string_view value(const PlaceAttribute&, std::string_view text, const Citation& where,
                         Faults&);
  Diagnostic unknown_place(std::string_view text, const Citation& where) const;

  const Framework* framework_;
  std::unordered_map<std::string, const Place*> by_key_;
  std::map<std::string, const Place*, std::less<>> known_;  ///< as written; null: told
  /// By attribute, as written: the id, or empty where it was told.
  std::map<const PlaceAttribute*, std::map<std::string, std::string, std::less<>>> values_;
  /// What was found otherwise than the list has it.
  std::set<std::tuple<const Place*, const PlaceAttribute*, std::string>> told_;
};

/// Whether the framework's list of places says what an attribute is.
bool lists_attribute(const Framework&, std::string_view attribute);
/// Gives rows the attributes that the framework's list of places has.
void add_listed_attributes(const Framework&, Rows&);

}  // namespace tijian::dataset

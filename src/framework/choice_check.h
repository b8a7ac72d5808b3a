#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "framework/fault_list.h"
#include "tijian/method_table.h"
#include "yaml/scalar.h"

namespace tijian::framework {

/// What all entries of a family tell of themselves.
template <class Entry>
std::vector<const MethodEntry*> entries_of(const std::vector<Entry>& family) {
  std::vector<const MethodEntry*> entries;
  for (const Entry& entry : family) entries.push_back(&entry);
  return entries;
}

/// The key that names the entry in YAML, and the code for a key that it has not.
struct ChoiceKeys {
  std::string name;
  std::string_view unknown;
};

/// Reports parameters that the entry has not, that are missing, or that are not what they should
/// be.
void check_parameters(const Choice&, const MethodEntry&, const ChoiceKeys&, FaultList&);

/// The entry of that name; null where the family has none, which is reported.
const MethodEntry* check_name(const std::string& name,
                              const std::vector<const MethodEntry*>& entries, const Text& family,
                              FaultList&);

/// Reports a name that the family has not; parameters that the method has not, that are missing,
/// or that are not what they should be.
void check_choice(const Choice&, const std::vector<const MethodEntry*>& entries, const Text& family,
                  FaultList&);

/// Reports a number that is not finite or out of bounds.
void check_number(double, yaml::Bounds, FaultList&);

}  // namespace tijian::framework

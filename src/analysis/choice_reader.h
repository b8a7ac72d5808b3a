#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/method_table.h"

namespace tijian::analysis {

/// What all entries of a family tell of themselves.
template <class Entry>
std::vector<const MethodEntry*> entries_of(const std::vector<Entry>& family) {
  std::vector<const MethodEntry*> entries;
  for (const Entry& entry : family) entries.push_back(&entry);
  return entries;
}

/// A name, or a map of `method` and its parameters, as a choice of that family. What does not fit
/// goes to `diagnostics`, placed `in`.
std::optional<Choice> read_choice(const Value&, const std::vector<const MethodEntry*>& family,
                                  const std::string& in, std::vector<Diagnostic>& diagnostics);

}  // namespace tijian::analysis

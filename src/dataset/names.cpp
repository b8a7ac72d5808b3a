#include "dataset/names.h"

#include <algorithm>
#include <functional>

namespace tijian::dataset {

std::int32_t NameTable::add(std::string_view name) {
  if (2 * (names_.size() + 1) > slots_.size()) grow();
  const std::size_t hash = std::hash<std::string_view>{}(name);
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] >= 0; slot = (slot + 1) & (slots_.size() - 1))
    if (hashes_[slots_[slot]] == hash && names_[slots_[slot]] == name) return slots_[slot];
  slots_[slot] = static_cast<std::int32_t>(names_.size());
  names_.emplace_back(name);
  hashes_.push_back(hash);
  return slots_[slot];
}

void NameTable::grow() {
  slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), -1);
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    std::size_t slot = hashes_[i] & (slots_.size() - 1);
    while (slots_[slot] >= 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::int32_t>(i);
  }
}

}  // namespace tijian::dataset

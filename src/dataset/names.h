#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tijian::dataset {

/// Distinct names in the order of their first appearance.
class NameTable {
 public:
  /// The number of that name, a new one where it was not known.
  std::int32_t add(std::string_view name);
  const std::vector<std::string>& names() const { return names_; }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  void grow();

  std::vector<std::string> names_;
  std::vector<std::size_t> hashes_;
  std::vector<std::int32_t> slots_;  ///< open addressing; -1 is free
};

/// Texts one after the other in one piece of memory.
class TextColumn {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
  }
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }
  void clear() {
    bytes_.clear();
    ends_.clear();
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

}  // namespace tijian::dataset

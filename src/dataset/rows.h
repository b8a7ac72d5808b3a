#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tijian/dataset.h"

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

/// The rows of a dataset as they come in.
class RowBuilder {
 public:
  explicit RowBuilder(std::vector<std::string> attributes = {});

  std::int32_t place(std::string_view name) { return places_.add(name); }
  /// A new row, its attributes empty.
  int add(std::int32_t place, const Period&);
  /// The row of that place and period, a new one where there is none.
  int find_or_add(std::int32_t place, const Period&);
  void set_attribute(int row, int attribute, std::string_view text);
  /// The text that a row has, empty without.
  std::string_view attribute(int row, int attribute) const;

  int size() const { return static_cast<int>(rows_.place.size()); }
  Rows take();

 private:
  Rows rows_;
  NameTable places_;
  std::vector<NameTable> texts_;  ///< of the attributes
  std::unordered_map<std::uint64_t, int> row_of_;
};

/// Place and period in one number.
std::uint64_t row_key(std::int32_t place, const Period&);

}  // namespace tijian::dataset

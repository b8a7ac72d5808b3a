#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dataset/names.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

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

#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tijian/diagnostic.h"

namespace tijian::dataset {

/// The faults of a file in its order. Of each code the first ones are kept and the others counted,
/// so that a column of text does not bury everything else.
class Faults {
 public:
  static constexpr long kept_of_a_code = 20;

  /// `make` builds the diagnostic; it is called only where it will be kept.
  template <class Make>
  void add(std::string_view code, const Make& make) {
    if (++counts_[std::string(code)] <= kept_of_a_code) kept_.push_back(make());
  }
  void add(Diagnostic diagnostic) {
    add(diagnostic.code, [&] { return diagnostic; });
  }
  /// A cell with % or ‰: no fault, unless others of its column have none.
  void note_sign(const Citation& where) { signed_cells_.emplace_back(where.line, where.column); }
  /// Line and column of each.
  const std::vector<std::pair<int, int>>& signed_cells() const { return signed_cells_; }
  /// Adds the faults of a later part of the same file.
  void append(const Faults& later);

  bool empty() const { return counts_.empty(); }
  /// All that was kept, and for each code how many were not listed (C399).
  std::vector<Diagnostic> listed(const std::string& file) const;

 private:
  std::vector<Diagnostic> kept_;
  std::map<std::string, long> counts_;
  std::vector<std::pair<int, int>> signed_cells_;
};

}  // namespace tijian::dataset

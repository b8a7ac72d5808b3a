#pragma once
#include <stdexcept>

namespace tijian::tables {

/// An office file cannot be made: no room to write, or more rows than its format takes.
struct OfficeError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace tijian::tables

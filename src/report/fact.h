#pragma once
#include <string>

namespace tijian::report {

/// A line of what a report tells of itself: `Weights: given`.
struct Fact {
  std::string name, text;
};

}  // namespace tijian::report

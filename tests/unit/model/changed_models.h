#pragma once
#include <string>
#include <vector>

namespace tijian::testing {

/// A model file with one thing changed, and what that was.
struct ChangedModel {
  std::string change, text;
};

/// The text with each line left out, each number changed in six ways, each word of a method
/// exchanged, each list and map emptied, and its halves exchanged.
std::vector<ChangedModel> changed_models(const std::string& text);

}  // namespace tijian::testing

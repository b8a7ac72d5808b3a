#pragma once
#include <string_view>
#include <vector>

#include "tijian/text.h"

namespace tijian::cli {

/// A call that can be copied as it stands, in the folder of the project; ` \` ends a line that goes
/// on.
struct Example {
  std::vector<std::string_view> lines;
  Text about;
};

/// Those of a command; none of what is no command.
std::vector<Example> examples_of(std::string_view command);

}  // namespace tijian::cli

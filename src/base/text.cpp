#include "tijian/text.h"

namespace tijian {

const std::string& Text::in(std::string_view language) const {
  static const std::string none;
  if (auto found = by_language_.find(std::string(language)); found != by_language_.end())
    return found->second;
  if (auto english = by_language_.find("en"); english != by_language_.end()) return english->second;
  return by_language_.empty() ? none : by_language_.begin()->second;
}

}  // namespace tijian

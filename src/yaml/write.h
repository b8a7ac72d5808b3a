#pragma once
#include <string>

namespace tijian::yaml {

/// A text between double quotes, with what YAML would misread escaped.
std::string quoted(const std::string& text);

}  // namespace tijian::yaml

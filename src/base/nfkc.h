#pragma once
#include <string>
#include <string_view>

namespace tijian::base {

/// The compatibility form of a text, without spaces at its ends: ㎡ becomes m2, ％ becomes %.
std::string nfkc(std::string_view text);

}  // namespace tijian::base

#pragma once
#include <cstdint>
#include <string_view>

#include "tijian/text.h"

namespace tijian {

/// In what way an indicator is ill, the gravest first.
enum class ProblemKind : std::uint8_t {
  breach,    ///< a hard limit is passed
  standard,  ///< by a standard
  plan,      ///< by the plan
  light,     ///< short of `green`
  trend,     ///< away from the good side
  peers      ///< among the last of them
};
std::string_view to_string(ProblemKind);

/// What became of a problem since the diagnosis before.
enum class ProblemState : std::uint8_t {
  none,         ///< there is no diagnosis before
  fresh,        ///< `new`: it was no problem
  continuing,   ///< it was one, and is
  relapsed,     ///< it had been solved, and is back
  solved,       ///< it was one, and the figure of this period says it is none any more
  not_checked,  ///< it was one, and nobody measured it this time
};
std::string_view to_string(ProblemState);
/// 新增, 延续, 反弹, 解决, 本期未查.
Text title(ProblemState);

}  // namespace tijian

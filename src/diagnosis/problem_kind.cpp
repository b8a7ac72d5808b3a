#include "tijian/problem_kind.h"

#include <array>

namespace tijian {
namespace {

struct StateName {
  const char *name, *en, *zh;
};

constexpr std::array<StateName, 6> states{{{"", "", ""},
                                           {"new", "new", "新增"},
                                           {"continuing", "continuing", "延续"},
                                           {"relapsed", "back again", "反弹"},
                                           {"solved", "solved", "解决"},
                                           {"not_checked", "not checked this time", "本期未查"}}};

}  // namespace

std::string_view to_string(ProblemState state) {
  return states[static_cast<std::size_t>(state)].name;
}

Text title(ProblemState state) {
  const StateName& entry = states[static_cast<std::size_t>(state)];
  return {entry.en, entry.zh};
}

std::string_view to_string(ProblemKind kind) {
  constexpr std::array<std::string_view, 6> kinds{"breach", "standard", "plan",
                                                  "light",  "trend",    "peers"};
  return kinds[static_cast<std::size_t>(kind)];
}

}  // namespace tijian

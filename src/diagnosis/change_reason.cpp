#include <array>

#include "tijian/indicator_change.h"

namespace tijian {
namespace {

struct ReasonName {
  const char *name, *en, *zh;
};

constexpr std::array<ReasonName, 8> reasons{
    {{"", "", ""},
     {"data", "new figures", "数据变化"},
     {"revision", "old figures were revised", "往期数据修订"},
     {"definition", "another definition", "口径调整"},
     {"threshold", "another reference", "对照值调整"},
     {"gone", "not measured this time", "本期没有数据"},
     {"come", "not measured last time", "上期没有数据"},
     {"unknown", "another definition, and no data of then", "口径已调整，且无往期数据"}}};

}  // namespace

std::string_view to_string(ChangeReason reason) {
  return reasons[static_cast<std::size_t>(reason)].name;
}

Text title(ChangeReason reason) {
  const ReasonName& entry = reasons[static_cast<std::size_t>(reason)];
  return {entry.en, entry.zh};
}

}  // namespace tijian

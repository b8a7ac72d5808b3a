#include "tijian/doubt.h"

#include <array>

namespace tijian {
namespace {

struct KindWords {
  std::string_view id;
  const char *en, *zh;
};

constexpr std::array<KindWords, doubt_kind_count> words_of_kinds{
    {{"range", "Outside the plausible range", "超出合理范围"},
     {"part", "A part above its whole", "部分大于整体"},
     {"share", "A share above 100 %", "占比超过 100%"},
     {"jump", "Ten times last year or the peers and more, or a tenth",
      "与上年或同类相差十倍及以上"},
     {"mixed", "Cells with and without % in one column", "同一列中有的带百分号有的不带"},
     {"total_name", "Rows named as a total", "名称是合计的行"},
     {"total_value", "Rows that are the sum or the mean of the others",
      "数值是其他行之和或平均的行"},
     {"near_name", "One place under two names?", "同一评价单元是否用了两个名称"},
     {"one_file", "Places in one file only", "只见于一个文件的评价单元"},
     {"constant", "The same value at all places", "各评价单元数值全部相同"},
     {"one_end", "All places, or nearly all, at one end of the scale",
      "全部或绝大多数评价单元都在标尺的一端"}}};

const KindWords& words_of(DoubtKind kind) {
  return words_of_kinds.at(static_cast<std::size_t>(kind));
}

}  // namespace

std::string_view to_string(DoubtKind kind) { return words_of(kind).id; }

Text title(DoubtKind kind) { return {words_of(kind).en, words_of(kind).zh}; }

}  // namespace tijian

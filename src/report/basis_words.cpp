#include "report/basis_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "report/run.h"

namespace tijian::report {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array<Words, 9> confidences{{{"seed", "基础文件"},
                                            {"cited", "已核对出处"},
                                            {"derived-seed", "由基础文件推算"},
                                            {"derived-cited", "由已核对数推算"},
                                            {"definitional", "按定义"},
                                            {"uncited-high", "未核对，较可信"},
                                            {"uncited-medium", "未核对，待核"},
                                            {"convention", "约定"},
                                            {"no-number", "仅列名，未取数"}}};

constexpr std::array<Words, 5> number_words{{{"baseline", "基期"},
                                             {"target", "目标"},
                                             {"standard", "标准"},
                                             {"score", "计分"},
                                             {"definition", "定义"}}};

/// The Chinese of a word of the YAML; what is not listed stays as it is.
template <std::size_t N>
std::string in_words(std::string_view word, const std::array<Words, N>& list, Language say) {
  const auto found = std::ranges::find(list, word, &Words::first);
  return std::string(say.chinese && found != list.end() ? found->second : word);
}

}  // namespace

std::string confidence_words(std::string_view confidence, Language say) {
  return in_words(confidence, confidences, say);
}

std::string basis_words(const Basis& basis, Language say) {
  std::string text = basis.source;
  if (!basis.item.empty()) text += ' ' + basis.item;
  if (!basis.url.empty()) text += " <" + basis.url + '>';
  if (basis.confidence.starts_with("uncited")) text += ' ' + std::string(uncited_mark);
  return say("{} ({})", "{}（{}）", text, confidence_words(basis.confidence, say));
}

std::string basis_of_words(const Basis& basis, Language say) {
  std::string list;
  for (const std::string& number : basis.of)
    list += (list.empty() ? "" : say(", ", "、")) + in_words(number, number_words, say);
  return list.empty() ? "" : say(" [{}]", "［{}］", list);
}

}  // namespace tijian::report

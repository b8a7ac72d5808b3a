#include "yaml/text.h"

#include <algorithm>

#include "yaml/either.h"

namespace tijian::yaml {
namespace {

bool read_language(const Node& node, Reading& reading, std::string& out) {
  out = node.text;
  const bool short_word = out.size() == 2 || out.size() == 3;
  if (short_word && std::ranges::all_of(out, [](char c) { return c >= 'a' && c <= 'z'; }))
    return true;
  reading.report("Y135", node, {{"found", out}});
  return false;
}

Shape<std::string> language() {
  return {read_language, [](Definitions&) { return matching("^[a-z]{2,3}$"); }, Tree::text};
}

bool not_empty(const Node& node, Reading& reading, Text& text) {
  if (!text.empty()) return true;
  reading.report("Y134", node);
  return false;
}

Schema not_empty_map(Schema map) {
  std::get<ValueMap>(map.data)["minProperties"] = {1.0};
  return map;
}

}  // namespace

Shape<Text> localized() {
  using Texts = std::map<std::string, std::string>;
  const auto by_language = checked(
      converted<Text>(
          map(language(), text()), [](Texts texts, Text& out) { out = Text(std::move(texts)); },
          [](const Text& text) { return text.by_language(); }),
      not_empty);
  const Shape<Text> some_language{read_as(by_language),
                                  [by_language](Definitions& definitions) {
                                    return not_empty_map(by_language.describe(definitions));
                                  },
                                  written_as(by_language)};
  const auto neutral = converted<Text>(
      text(), [](std::string t, Text& out) { out = Text(std::move(t)); },
      [](const Text& text) { return text.in(""); });
  const Text forms("a text, or a map by language {zh: ..., en: ...}",
                   "文字，或按语言的映射 {zh: ..., en: ...}");
  return either<Text>(is_map(), some_language, of_forms(neutral, forms),
                      [](const Text& text) { return !text.by_language().contains(""); });
}

}  // namespace tijian::yaml

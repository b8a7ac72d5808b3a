#include "dataset/joint_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tijian::dataset {
namespace {

constexpr std::size_t most_named = 10;

/// From the least sure up; what is not listed is as sure as what says nothing.
constexpr std::array<std::string_view, 10> by_sureness{
    "no-number", "uncited-medium", "uncited-high", "", "convention", "seed", "derived-seed",
    "cited",     "derived-cited",  "definitional"};

std::ptrdiff_t sureness(const std::string& confidence) {
  const auto found = std::ranges::find(by_sureness, std::string_view(confidence));
  const bool uncited = confidence.starts_with("uncited");
  return found != by_sureness.end() ? found - by_sureness.begin() : uncited ? 1 : 3;
}

std::string derived(const std::string& confidence) {
  return confidence == "seed" || confidence == "cited" ? "derived-" + confidence : confidence;
}

std::string joined_texts(const std::set<std::string>& texts) {
  std::string out;
  std::size_t count = 0;
  for (const std::string& text : texts)
    if (count++ < most_named) out += (out.empty() ? "" : "; ") + text;
  return texts.size() > most_named ? out + fmt::format("; + {}", texts.size() - most_named) : out;
}

}  // namespace

Source joint_source(const SourceTable& sources, const std::set<int>& numbers) {
  Source joint;
  std::set<std::string> texts;
  bool first = true;
  for (const int number : numbers) {
    const Source one = number < 0 ? Source{} : sources.at(number);
    if (!one.text.empty()) texts.insert(one.text);
    if (first || sureness(one.confidence) < sureness(joint.confidence))
      joint.confidence = one.confidence;
    joint.synthetic |= one.synthetic;
    first = false;
  }
  joint.text = joined_texts(texts);
  joint.confidence = derived(joint.confidence);
  return joint;
}

}  // namespace tijian::dataset

#pragma once
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "tijian/dataset.h"

namespace tijian::dataset {

/// The distinct sources of values. A dataset numbers them in 16 bits: beyond 30,000 the text is
/// dropped, and confidence and the synthetic flag are kept.
class SourceTable {
 public:
  SourceTable() = default;
  /// Goes on with sources that are numbered already.
  explicit SourceTable(std::vector<Source> sources) : sources_(std::move(sources)) {
    for (std::size_t i = 0; i < sources_.size(); ++i)
      number_.try_emplace({sources_[i].text, sources_[i].confidence, sources_[i].synthetic},
                          static_cast<int>(i));
  }
  const Source& at(int number) const { return sources_[static_cast<std::size_t>(number)]; }

  /// The number of a source; -1 where nothing is known of it.
  int add(Source source) {
    if (sources_.size() >= 30000) source.text.clear();
    if (source.text.empty() && source.confidence.empty() && !source.synthetic) return -1;
    const auto [found, fresh] = number_.try_emplace(
        {source.text, source.confidence, source.synthetic}, static_cast<int>(sources_.size()));
    if (fresh) sources_.push_back(std::move(source));
    return found->second;
  }
  bool empty() const { return sources_.empty(); }
  std::vector<Source> take() { return std::move(sources_); }

 private:
  std::vector<Source> sources_;
  std::map<std::tuple<std::string, std::string, bool>, int> number_;
};

}  // namespace tijian::dataset

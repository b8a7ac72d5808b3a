#include "dataset/faults.h"

#include <algorithm>

#include "base/catalogue.h"

namespace tijian::dataset {

void Faults::append(const Faults& later) {
  std::map<std::string, long> taken;
  for (const Diagnostic& diagnostic : later.kept_) {
    const auto known = counts_.find(diagnostic.code);
    const long before = known == counts_.end() ? 0 : known->second;
    if (before + ++taken[diagnostic.code] <= kept_of_a_code) kept_.push_back(diagnostic);
  }
  for (const auto& [code, count] : later.counts_) counts_[code] += count;
  signed_cells_.insert(signed_cells_.end(), later.signed_cells_.begin(), later.signed_cells_.end());
}

std::vector<Diagnostic> Faults::listed(const std::string& file) const {
  std::vector<Diagnostic> all = kept_;
  std::ranges::stable_sort(all, {}, [](const Diagnostic& d) { return d.where.line; });
  for (const auto& [code, count] : counts_) {
    if (count <= kept_of_a_code) continue;
    const auto like = std::ranges::find(kept_, code, &Diagnostic::code);
    Diagnostic more = base::make_diagnostic(
        "C399", {file}, {{"count", std::to_string(count - kept_of_a_code)}, {"code", code}});
    more.severity = like->severity;
    all.push_back(std::move(more));
  }
  return all;
}

}  // namespace tijian::dataset

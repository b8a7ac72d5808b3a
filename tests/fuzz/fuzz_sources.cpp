// A sources.yaml, a NUL, and the bytes of data.csv: read as it says, and proposed. What is proposed
// is a sources.yaml that can be read.
#include <algorithm>
#include <string_view>

#include "fuzz.h"
#include "tijian/proposal.h"

namespace {

void propose(const tijian_fuzz::Files& files, const tijian::Framework& framework) {
  const std::vector<std::string> paths{files.path("data.csv")};
  const auto proposed = tijian::propose(paths, framework);
  if (!proposed.value) std::abort();
  if (std::ranges::all_of(*proposed.value, &tijian::Proposal::unread)) return;  // nothing to list
  files.write("proposed.yaml", tijian::to_yaml(*proposed.value, files.folder()));
  const auto sources = tijian::load_sources(files.path("proposed.yaml"));
  tijian_fuzz::check_loaded(sources);
  if (!sources) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto framework =
      tijian::load_framework_or_throw(TIJIAN_ROOT "/tests/fuzz/framework.yaml");
  static const tijian_fuzz::Files files;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = std::min(all.find('\0'), all.size());
  files.write("sources.yaml", all.substr(0, cut));
  files.write("data.csv", cut < all.size() ? all.substr(cut + 1) : std::string_view{});
  const std::vector<std::string> paths{files.path("sources.yaml")};
  tijian_fuzz::check_loaded(tijian::read_dataset(paths, framework));
  propose(files, framework);
  return 0;
}

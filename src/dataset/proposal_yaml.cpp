#include <algorithm>
#include <filesystem>

#include "dataset/sources_yaml.h"
#include "tijian/proposal.h"

namespace tijian {
namespace {

namespace fs = std::filesystem;

std::string seen_from(const std::string& file, std::string_view folder) {
  const fs::path from = folder.empty() ? fs::path(".") : fs::path(folder);
  const fs::path near = fs::absolute(file).lexically_normal().lexically_relative(
      fs::absolute(from).lexically_normal());
  return near.empty() ? file : near.string();
}

/// Names of columns may have line ends and worse in them, which would end a comment.
std::string one_line(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(
      out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return out;
}

}  // namespace

std::string to_yaml(std::span<const Proposal> proposals, std::string_view folder,
                    std::string_view language) {
  const auto shape = dataset::source_shape();
  const bool none = std::ranges::all_of(proposals, &Proposal::unread);
  std::string out = none ? "sources: 1\nfiles: []\n" : "sources: 1\nfiles:\n";
  for (const Proposal& proposal : proposals) {
    DataSource source = proposal.source;
    source.file = seen_from(source.file, folder);
    const std::string_view sign = proposal.unread ? "  # " : "  ";
    std::string_view dash = "- ";
    const yaml::Tree entry = shape.write(source);
    for (const auto& [key, value] : entry.entries()) {
      out += std::string(sign) + std::string(dash) + key + ": " + value.flow() + '\n';
      dash = "  ";
    }
    for (const Text& remark : proposal.remarks)
      out += "    # " + one_line(remark.in(language)) + '\n';
  }
  return out;
}

}  // namespace tijian

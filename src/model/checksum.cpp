#include "model/checksum.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace tijian::model {
namespace {

/// What stands before, in and behind the line of the checksum.
struct Split {
  std::string_view before, line, behind;
};
constexpr std::string_view checksum_key = "\nchecksum:";

Split split_at_checksum(std::string_view text) {
  const std::size_t at = text.find(checksum_key);
  if (at == text.npos) return {text, {}, {}};
  const std::size_t end = std::min(text.find('\n', at + 1), text.size());
  return {text.substr(0, at), text.substr(at, end - at), text.substr(end)};
}

/// FNV-1a of 64 bits: it is against mistakes, not against forgery.
std::string checksum_of(const Split& parts) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::string_view part : {parts.before, parts.behind})
    for (const char c : part)
      if (c != '\r') hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return fmt::format("fnv1a_{:016x}", hash);
}

}  // namespace

std::string with_checksum(std::string text) {
  const Split parts = split_at_checksum(text);
  return fmt::format("{}{} {}{}", parts.before, checksum_key, checksum_of(parts), parts.behind);
}

bool checksum_fits(std::string_view text) {
  const Split parts = split_at_checksum(text);
  std::string_view line = parts.line;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line == fmt::format("{} {}", checksum_key, checksum_of(parts));
}

}  // namespace tijian::model

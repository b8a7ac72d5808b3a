#include "yaml/lost_dash.h"

#include <algorithm>
#include <cctype>

#include "base/catalogue.h"
#include "yaml/lines.h"

namespace tijian::yaml {
namespace {

/// How a line begins: `  - {id: ...` with two blanks, a dash and the key id.
struct Beginning {
  std::size_t indent = 0;
  bool dash = false;
  std::string_view key;  ///< empty where there is none
};

Beginning beginning_of(std::string_view line) {
  Beginning out;
  out.indent = std::min(line.find_first_not_of(' '), line.size());
  line.remove_prefix(out.indent);
  out.dash = line.starts_with("- ");
  if (line.starts_with('-')) line.remove_prefix(1);  // a dash without a blank is none
  line.remove_prefix(std::min(line.find_first_not_of(" {"), line.size()));
  const auto end =
      std::ranges::find_if_not(line, [](unsigned char c) { return std::isalnum(c) || c == '_'; });
  const auto length = static_cast<std::size_t>(end - line.begin());
  if (line.substr(length).starts_with(':')) out.key = line.substr(0, length);
  return out;
}

/// Whether a line without a dash stands where an item with one does.
bool begins_item(const Beginning& line, const Beginning& item) {
  return line.indent == item.indent || line.indent == item.indent + 2;
}

}  // namespace

Diagnostic lost_dash(Citation where, const std::string& key, Citation like) {
  Diagnostic fault = base::make_diagnostic("Y116", std::move(where), {{"key", key}});
  fault.also.push_back(std::move(like));
  return fault;
}

std::optional<Diagnostic> lost_dash(const Document& document, int line) {
  const std::string_view source = document.source;
  const std::size_t start = line_start(source, line);
  const Beginning here = beginning_of(line_at(source, start));
  if (here.key.empty()) return std::nullopt;
  for (int l = line - 1; l > 0; --l) {
    const std::size_t above = line_start(source, l);
    const Beginning other = beginning_of(line_at(source, above));
    const Citation at_here = document.where(start + here.indent),
                   at_other = document.where(above + other.indent);
    if (other.key != here.key) continue;
    if (!here.dash && other.dash && begins_item(here, other))
      return lost_dash(at_here, std::string(here.key), at_other);
    if (here.dash && other.dash && here.indent == other.indent) break;  // a list that goes on
    if (here.dash && !other.dash && begins_item(other, here))
      return lost_dash(at_other, std::string(here.key), at_here);
  }
  return std::nullopt;
}

}  // namespace tijian::yaml

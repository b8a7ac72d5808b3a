#include "model/knots.h"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "base/catalogue.h"

namespace tijian::model {
namespace {

/// The next line, which is taken off the text.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Whether the line is exactly `count` finite numbers, a space between any two.
bool read_line(std::string_view line, int count, std::vector<double>& knots) {
  knots.reserve(line.size() / 16);
  const char* at = line.data();
  const char* const end = at + line.size();
  for (double knot = 0; at != end; ++at) {
    const auto [behind, fault] = fast_float::from_chars(at, end, knot);
    if (fault != std::errc{} || !std::isfinite(knot)) return false;
    knots.push_back(knot);
    at = behind;
    if (at == end) break;
    if (*at != ' ') return false;
  }
  return knots.size() == static_cast<std::size_t>(count);
}

}  // namespace

std::string write_knots(const SavedModel& saved) {
  std::string out;
  for (const SavedStratum& stratum : saved.strata)
    for (const auto& [id, column] : stratum.columns) {
      for (const double knot : column.scale.knots)
        fmt::format_to(std::back_inserter(out), "{} ", knot);
      if (!column.scale.knots.empty()) out.back() = '\n';
    }
  return out;
}

std::vector<Diagnostic> read_knots(std::string_view text, SavedModel& saved,
                                   const std::string& path, int first_line) {
  int line = first_line;
  for (SavedStratum& stratum : saved.strata)
    for (auto& [id, column] : stratum.columns) {
      if (column.knots == 0) continue;
      if (!read_line(take_line(text), column.knots, column.scale.knots))
        return {base::make_diagnostic(
            "M698", {path, line},
            {{"expected", Text{fmt::format("{} numbers, the knots of {}", column.knots, id),
                               fmt::format("{} 个数，为 {} 的节点", column.knots, id)}}})};
      ++line;
    }
  if (text.empty()) return {};
  return {base::make_diagnostic("M698", {path, line},
                                {{"expected", Text{"the end of the file", "文件结尾"}}})};
}

}  // namespace tijian::model

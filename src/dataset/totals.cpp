#include "dataset/totals.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::dataset {
namespace {

constexpr std::size_t longest_name = 32;

bool names_total(std::string_view place) {
  constexpr std::array<std::string_view, 6> names{"合计", "总计",  "小计",
                                                  "共计", "total", "subtotal"};
  if (place.size() > longest_name) return false;
  std::string plain = base::half_width(place);
  std::erase(plain, ' ');  // 合  计
  for (char& c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::ranges::find(names, plain) != names.end();
}

}  // namespace

std::vector<Diagnostic> report_totals(const FileTable& table) {
  std::vector<Diagnostic> warnings;
  const Rows& rows = table.data.rows;
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(rows.places.size()); ++place) {
    if (!names_total(rows.places[place])) continue;
    const auto row = std::ranges::find(rows.place, place) - rows.place.begin();
    if (row == rows.size()) continue;
    warnings.push_back(base::make_diagnostic("C336", {table.path, table.row_line[row], 0},
                                             {{"place", rows.places[place]}}));
  }
  return warnings;
}

}  // namespace tijian::dataset

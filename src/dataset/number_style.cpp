#include "dataset/number_style.h"

#include <algorithm>

namespace tijian::dataset {
namespace {

/// What cells say of the mark between ones and tenths.
struct Evidence {
  bool comma = false, point = false;
  std::string either;  ///< the first cell of two readings
};

/// Cells whose reading hangs on the mark: 0,99 and 0.99 say which, 1,572 does not.
Evidence evidence_of(const Header& header, const std::vector<std::vector<std::string>>& rows) {
  const CellReader points, commas({}, {',', "."});
  Evidence evidence;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < std::min(row.size(), header.cells.size()); ++i) {
      if (!header.cells[i].data && header.cells[i].role != Role::value) continue;
      const Cell point = points.read(row[i]), comma = commas.read(row[i]);
      const bool by_point = point.kind == Cell::Kind::number,
                 by_comma = comma.kind == Cell::Kind::number;
      evidence.comma |= by_comma && !by_point;
      evidence.point |= by_point && !by_comma;
      if (evidence.either.empty() && by_comma && by_point && comma.value != point.value)
        evidence.either = row[i];
    }
  return evidence;
}

}  // namespace

std::optional<NumberStyle> number_style(const DataSource& source, char separator,
                                        const Header& header,
                                        const std::vector<std::vector<std::string>>& rows,
                                        std::string* doubtful) {
  if (!source.decimal.empty()) {
    const bool comma = source.decimal == ",";
    return NumberStyle{comma ? ',' : '.',
                       !source.thousands.empty() ? source.thousands : (comma ? "." : ",")};
  }
  if (!source.thousands.empty())
    return NumberStyle{source.thousands == "." ? ',' : '.', source.thousands};
  if (separator == ',') return NumberStyle{};
  const Evidence evidence = evidence_of(header, rows);
  if (evidence.comma && !evidence.point) return NumberStyle{',', "."};
  if (evidence.either.empty() || evidence.point || separator != ';') return NumberStyle{};
  if (doubtful) *doubtful = evidence.either;
  return std::nullopt;
}

}  // namespace tijian::dataset

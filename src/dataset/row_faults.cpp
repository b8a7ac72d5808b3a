#include "dataset/row_faults.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/notes.h"

namespace tijian::dataset {

Diagnostic length_fault(const Citation& row, std::size_t found, std::size_t expected,
                        std::string_view first_cell) {
  if (found == 1 || looks_like_note(first_cell))
    return base::make_diagnostic("C320", row, {{"text", base::excerpt(base::trimmed(first_cell))}});
  return base::make_diagnostic(
      found < expected ? "C314" : "C319", {row.file, row.line, static_cast<int>(found)},
      {{"found", std::to_string(found)}, {"expected", std::to_string(expected)}});
}

Diagnostic encoding_fault(const std::string& file, const Block& block, std::size_t byte) {
  const auto before = std::ranges::count(block.bytes.substr(0, byte), '\n');
  return base::make_diagnostic("C304", {file, block.first_line + static_cast<int>(before), 0},
                               {{"byte", std::to_string(block.offset + byte + 1)}});
}

Diagnostic quote_fault(const std::string& file, const QuoteFault& fault) {
  return base::make_diagnostic(fault.open ? "C308" : "C307", {file, fault.line, fault.column});
}

}  // namespace tijian::dataset

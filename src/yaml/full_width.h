#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/document.h"

namespace tijian::yaml {

/// A sign of YAML that was typed in full width, where YAML's own could stand.
struct FullWidthSign {
  std::size_t offset;  ///< in the text
  std::string_view found, half;
};

/// Those of one line. Full-width marks inside texts are left alone: a colon counts behind a key, a
/// comma before a key or between numbers, brackets and, where `quotes`, quotes where a value
/// begins. `inside`: of braces or brackets that were opened before.
std::vector<FullWidthSign> full_width_signs(std::string_view line, bool inside, bool quotes);

/// Y115 where there are any in a scalar without quotes that could not be read as what it should be.
std::optional<Diagnostic> full_width_fault(const Node& scalar, const std::string& path);
/// The same of the signs that may have broken the document at that line: of the last line that has
/// any.
std::optional<Diagnostic> full_width_fault(const Document&, int line);

}  // namespace tijian::yaml

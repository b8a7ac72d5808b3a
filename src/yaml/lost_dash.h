#pragma once
#include <optional>

#include "yaml/document.h"

namespace tijian::yaml {

/// Asks (Y116) whether a list item begins at that place without its dash. `like`: where an item
/// with the same first key does.
Diagnostic lost_dash(Citation where, const std::string& key, Citation like);

/// The same of a line at which the parser gave up, where an item above begins with its key.
std::optional<Diagnostic> lost_dash(const Document&, int line);

}  // namespace tijian::yaml

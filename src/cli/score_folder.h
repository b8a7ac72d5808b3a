#pragma once
#include <string>

#include "session.h"

namespace tijian::cli {

/// Where `score --out` puts the scores.
std::string scores_path(const std::string& folder);

/// The method goes beside the scores, so that the run can be repeated; says what was written.
void finish_folder(Session&, const std::string& folder, const Model&);

/// Saves the model, unless `path` is empty; BadInput where it cannot be saved.
void keep_model(Session&, const Model&, const std::string& path);

}  // namespace tijian::cli

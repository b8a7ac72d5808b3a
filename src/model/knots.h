#pragma once
#include <string>
#include <string_view>

#include "model/saved_model_yaml.h"

namespace tijian::model {

/// The knots of a model's columns as a model file has them: a line a column.
std::string write_knots(const SavedModel&);
/// Reads them into the columns, which know how many they have. `first_line` is that of the text in
/// its file.
std::vector<Diagnostic> read_knots(std::string_view text, SavedModel&, const std::string& path,
                                   int first_line);

}  // namespace tijian::model

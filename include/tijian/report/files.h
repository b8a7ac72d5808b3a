#pragma once
#include <string>
#include <string_view>

namespace tijian::report {

/// Writes a whole file: aside, then renamed, so that a fault leaves the old one. InputError (C390)
/// where that fails.
void write_file(const std::string& path, std::string_view bytes);

/// Makes the folder, with those above it. InputError (C390) where that fails.
void make_folder(const std::string& path);

}  // namespace tijian::report

#pragma once
#include <optional>
#include <string>
#include <vector>

#include "dataset/file_table.h"

namespace tijian::dataset {

/// The one year in a file's name: 年鉴_2020.csv.
struct FileYear {
  int year;
  std::string pattern;  ///< the name with a star in its place
};
/// Nothing where there is none, or several.
std::optional<FileYear> year_in(const std::string& name);
/// The file's, without its folders.
std::optional<FileYear> year_in_name(const std::string& path);

/// Tables without periods that give the same cells, and whose files' or sheets' names hold
/// different years (C384): one cause of as many contradictions as there are cells.
std::vector<Diagnostic> report_years_in_names(const std::vector<FileTable>&, const Framework&);

}  // namespace tijian::dataset

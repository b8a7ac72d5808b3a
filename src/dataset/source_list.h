#pragma once
#include <span>
#include <string>
#include <vector>

#include "tijian/data_source.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

/// The sources that the arguments of a command name: tables, folders of them, a sources.yaml. A
/// folder with a sources.yaml is read as that says. Those that nothing says how to read are read as
/// the options say.
std::vector<DataSource> list_sources(std::span<const std::string> paths, const ReadOptions&,
                                     std::vector<Diagnostic>&);

/// What stands at the star of a pattern in a name; nothing where the name is another.
std::optional<std::string> at_star(std::string_view pattern, std::string_view name);

}  // namespace tijian::dataset

#pragma once
#include <string>
#include <vector>

#include "tijian/framework.h"

namespace tijian {

/// The department that keeps a variable: its own, else that of an indicator that is this variable.
std::string keeper_of(const Framework&, const Variable&);
/// All keepers in the order of the variables; the empty one stands for nobody.
std::vector<std::string> keepers(const Framework&);

/// A keeper's name as the name of a file, on any system.
std::string file_name_of(const std::string& keeper);
/// The departments that a file came from: the one that its source says, else those whose names
/// stand in the file's (统计局_2021.xlsx); of names that are part of one another the longest.
std::vector<std::string> senders(const Framework&, const std::string& file,
                                 const std::string& said_by_source);

}  // namespace tijian

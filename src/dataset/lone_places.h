#pragma once
#include <span>
#include <vector>

#include "dataset/file_table.h"
#include "tijian/doubt.h"

namespace tijian::dataset {

/// Places that one file has alone while most of its places stand in others (B473, one warning a
/// file). A name that is told already and a place that others have as their parent are none such.
/// For data without a list of places.
std::vector<Doubt> find_lone_places(const std::vector<FileTable>&, std::span<const Doubt> told);

}  // namespace tijian::dataset

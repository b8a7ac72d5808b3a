#pragma once
#include <string>
#include <utility>
#include <vector>

namespace tijian::tables {

/// Name and contents of the entries of an archive, in their order.
using ZipEntries = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive, all entries of 1980-01-01, so that the same entries give the same bytes.
/// OfficeError where there is no memory for it.
std::string zip_archive(const ZipEntries&);

}  // namespace tijian::tables

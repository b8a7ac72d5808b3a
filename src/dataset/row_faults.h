#pragma once
#include <cstddef>
#include <string_view>

#include "dataset/block_reader.h"
#include "dataset/split.h"
#include "tijian/diagnostic.h"

namespace tijian::dataset {

// Faults that all layouts share.

/// A row with fewer or more cells than the header, or a note below the table.
Diagnostic length_fault(const Citation& row, std::size_t found, std::size_t expected,
                        std::string_view first_cell);
Diagnostic encoding_fault(const std::string& file, const Block&, std::size_t byte);
Diagnostic quote_fault(const std::string& file, const QuoteFault&);

}  // namespace tijian::dataset

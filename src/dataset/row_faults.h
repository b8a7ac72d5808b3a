#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "dataset/block_reader.h"
#include "dataset/file_table.h"
#include "tijian/doubt.h"

namespace tijian::dataset {

// Faults that all layouts share.

/// A row with fewer or more cells than the header, or a note below the table.
Diagnostic length_fault(const Citation& row, std::size_t found, std::size_t expected,
                        std::string_view first_cell);
Diagnostic encoding_fault(const std::string& file, const Block&, std::size_t byte);

/// The fault of a row of a wide file whose place and period stood in an earlier line.
Diagnostic given_twice(const FileTable&, const Header&, int first_line, int row);
/// Finds all such rows of a table.
void report_repeated_rows(const FileTable&, const Header&, Faults&);

/// Rows that are named as sums of the others (合计, total): as places they would shift bounds,
/// means and ranks (C336). A framework's list of places knows them as strangers (B457).
std::vector<Doubt> report_totals(const FileTable&, const Framework&);

}  // namespace tijian::dataset

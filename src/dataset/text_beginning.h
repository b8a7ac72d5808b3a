#pragma once
#include <vector>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// Looks at the beginning of a file of text: its encoding, its separator, where its rows end, its
/// first rows. What it finds goes into the file. Nothing where it cannot be read; the faults say
/// why.
std::optional<std::vector<HeadRow>> read_text_beginning(DataFile&, Faults&);

/// The byte behind the first `lines` lines, at most `end`.
std::size_t after_lines(const base::InputFile&, std::size_t begin, std::size_t end, int lines);

}  // namespace tijian::dataset

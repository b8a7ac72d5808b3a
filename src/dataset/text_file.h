#pragma once
#include <optional>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// Opens a file of text: its encoding, its separator, its header.
std::optional<DataFile> open_text_file(base::InputFile, const DataSource&, const Binder&,
                                       const ReadOptions&, Faults&);

}  // namespace tijian::dataset

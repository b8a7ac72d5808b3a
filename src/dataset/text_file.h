#pragma once
#include <optional>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// Recognises a file of text: its encoding, its separator, its header.
std::optional<DataFile> read_text_header(const OpenFile&, const DataSource&, const Binder&,
                                         const ReadOptions&, Faults&);
std::vector<HeadRow> first_text_rows(const OpenFile&, const DataSource&);

}  // namespace tijian::dataset

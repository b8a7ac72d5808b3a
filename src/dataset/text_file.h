#pragma once
#include <optional>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// Opens a file of text: its encoding, its separator, its header.
std::optional<DataFile> open_text_file(base::InputFile, const DataSource&, const Binder&,
                                       const ReadOptions&, Faults&);

/// What parts the cells of a text: what cuts its lines into the most cells alike.
char separator_of(std::string_view text);

}  // namespace tijian::dataset

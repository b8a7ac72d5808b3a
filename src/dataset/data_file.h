#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/encoding.h"
#include "base/input_file.h"
#include "dataset/faults.h"
#include "dataset/header.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

/// A data file whose header has been read.
struct DataFile {
  base::InputFile input;
  base::Encoding encoding = base::Encoding::ascii_so_far;
  Header header;
  std::size_t begin = 0, end = 0;  ///< the bytes of the rows
  int first_line = 1;              ///< of the rows
  bool synthetic = false;          ///< the file's name says so
  bool rounding = false;           ///< Dataset::rounding is asked for
  std::string subject;  ///< what a skipped line says of the values: 指标：地区生产总值(亿元)
  int subject_line = 0;

  const std::string& path() const { return input.path(); }
};

/// Opens a file and reads its header. Nothing where that is not possible; the faults say why.
std::optional<DataFile> open_data_file(const std::string& path,
                                       std::span<const PlaceAttribute> attributes,
                                       const ReadOptions&, Faults&);

/// Whether a source or a file's name says that the values are made up.
bool says_synthetic(std::string_view text);

}  // namespace tijian::dataset

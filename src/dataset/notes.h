#pragma once
#include <cstddef>
#include <string_view>

#include "base/encoding.h"
#include "base/input_file.h"

namespace tijian::dataset {

/// Whether a text reads like a line below a table: 注：..., 数据来源：..., Source: ...
bool looks_like_note(std::string_view text);

/// The lines below a table. They have a first cell only; the first of them is shorter than the
/// header or reads like a note.
struct Notes {
  std::size_t begin = 0;  ///< the first byte; the end of the rows where there are none
  int lines = 0;
  bool named = false;  ///< the first of them reads like a note, so that none can be a row
};
Notes find_notes(const base::InputFile&, std::size_t begin, std::size_t end, base::Encoding,
                 char separator = ',');

/// The end of the last line that is not blank.
std::size_t end_of_text(const base::InputFile&, std::size_t begin);

}  // namespace tijian::dataset

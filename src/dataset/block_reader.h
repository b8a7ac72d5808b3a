#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/input_file.h"

namespace tijian::dataset {

/// Whole lines of a data file, as they stand there.
struct Block {
  std::string buffer;
  std::string_view bytes;  ///< into the buffer
  std::size_t number = 0;  ///< of this block, from 0
  std::size_t offset = 0;  ///< of its first byte in the file
  int first_line = 1;
  std::size_t lines = 0;  ///< physical lines
  bool quotes = false;    ///< whether a quote occurs
};

/// Cuts a part of a file into blocks, never inside a quoted cell. The cuts do not depend on who
/// asks.
class BlockReader {
 public:
  /// `begin` is the first byte of line `first_line`.
  BlockReader(const base::InputFile&, std::size_t begin, std::size_t end, int first_line);

  /// The next lines, at most `most` of them (one row at least); false at the end.
  bool next(Block&, std::size_t most = static_cast<std::size_t>(-1));
  std::size_t position() const { return position_; }

 private:
  const base::InputFile* file_;
  std::size_t position_, end_;
  int line_;
  std::size_t number_ = 0;
};

/// How many lines a part of a file has; a last line without an end counts.
std::size_t count_lines(const base::InputFile&, std::size_t begin, std::size_t end, int threads);

}  // namespace tijian::dataset

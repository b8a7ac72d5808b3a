#include "dataset/block_reader.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <optional>
#include <vector>

#include "base/threads.h"

namespace tijian::dataset {
namespace {

constexpr std::size_t usual_size = 1 << 20;
/// A row longer than this is an open quote; the rows' reader then says so.
constexpr std::size_t longest_row = 1 << 26;

/// From one to the next: what is looked for is rare, and `find` is fast.
std::size_t count(std::string_view bytes, char c) {
  std::size_t total = 0;
  for (std::size_t at = 0; (at = bytes.find(c, at)) != bytes.npos; ++at) ++total;
  return total;
}

/// The length of the whole rows in `bytes`: up to the last line end outside of quotes; 0 without
/// any.
std::size_t whole_rows(std::string_view bytes, std::size_t quotes) {
  for (std::size_t end = bytes.size();;) {
    const std::size_t line_end = bytes.substr(0, end).rfind('\n');
    if (line_end == bytes.npos) return 0;
    quotes -= quotes == 0 ? 0 : count(bytes.substr(line_end, end - line_end), '"');
    if (quotes % 2 == 0) return line_end + 1;
    end = line_end;
  }
}

/// The length of the first `most` lines, or of fewer that end outside of quotes, or of one row.
std::size_t first_lines(std::string_view bytes, std::size_t most) {
  std::size_t length = 0, lines = 0;
  bool open = false;
  for (std::size_t begin = 0; begin < bytes.size(); ++lines) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
    if (lines >= most && length > 0) return length;
    open ^= count(bytes.substr(begin, end - begin), '"') % 2 == 1;
    begin = end;
    if (!open) length = end;
  }
  return length == 0 ? bytes.size() : length;
}

}  // namespace

BlockReader::BlockReader(const base::InputFile& file, std::size_t begin, std::size_t end,
                         int first_line)
    : file_(&file), position_(begin), end_(end), line_(first_line) {}

bool BlockReader::next(Block& block, std::size_t most) {
  if (position_ >= end_ || most == 0) return false;
  std::string_view bytes;
  for (std::size_t size = usual_size;; size *= 2) {
    const std::size_t asked = std::min(size, end_ - position_);
    if (block.buffer.size() < asked) block.buffer.resize(asked);
    bytes =
        std::string_view(block.buffer.data(), file_->read(position_, block.buffer.data(), asked));
    if (bytes.empty()) return false;
    if (position_ + bytes.size() >= end_ || bytes.size() < asked) break;
    if (const std::size_t length = whole_rows(bytes, count(bytes, '"'))) {
      bytes = bytes.substr(0, length);
      break;
    }
    if (size >= longest_row) break;
  }
  block.lines = count(bytes, '\n') + (bytes.back() == '\n' ? 0 : 1);
  if (block.lines > most) {
    bytes = bytes.substr(0, first_lines(bytes, most));
    block.lines = count(bytes, '\n') + (bytes.back() == '\n' ? 0 : 1);
  }
  block.bytes = bytes;
  block.quotes = bytes.find('"') != bytes.npos;
  block.number = number_++;
  block.first_line = line_;
  block.offset = position_;
  position_ += bytes.size();
  line_ += static_cast<int>(block.lines);
  return true;
}

std::size_t count_lines(const base::InputFile& file, std::size_t begin, std::size_t end,
                        int threads) {
  if (begin >= end) return 0;
  const std::size_t pieces = (end - begin + usual_size - 1) / usual_size;
  std::atomic<std::size_t> next = 0, lines = 0;
  base::run_workers(threads, pieces, [&] {
    std::string buffer(usual_size, '\0');
    for (std::size_t piece; (piece = next++) < pieces;) {
      const std::size_t offset = begin + piece * usual_size;
      const std::size_t length =
          file.read(offset, buffer.data(), std::min(usual_size, end - offset));
      lines += count(std::string_view(buffer).substr(0, length), '\n');
    }
  });
  return lines + (file.read(end - 1, 1) == "\n" ? 0 : 1);
}

}  // namespace tijian::dataset

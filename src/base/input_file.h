#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tijian/diagnostic.h"

namespace tijian::base {

/// A file that can be read at any place, by several threads. What cannot be read at a place (a
/// pipe) is held in memory.
class InputFile {
 public:
  /// Nothing where it cannot be read; the reason is added to the diagnostics.
  static std::optional<InputFile> open(const std::string& path, std::vector<Diagnostic>&);
  InputFile(InputFile&&) noexcept;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  const std::string& path() const { return path_; }
  std::size_t size() const { return size_; }
  /// How many bytes were read: fewer than asked at the end, or where the file became shorter.
  std::size_t read(std::size_t offset, char* to, std::size_t length) const;
  std::string read(std::size_t offset, std::size_t length) const;

 private:
  InputFile(std::string path, int descriptor);

  std::string path_;
  int descriptor_;
  std::size_t size_ = 0;
  std::string held_;
};

}  // namespace tijian::base

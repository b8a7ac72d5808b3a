#pragma once
#include <cstddef>
#include <string_view>

namespace tijian::tables {

/// Bytes that come one after the other.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Fewer than there is room for only at the end.
  virtual std::size_t read(char* to, std::size_t room) = 0;
};

/// Bytes in memory that the caller keeps.
class HeldBytes : public ByteSource {
 public:
  explicit HeldBytes(std::string_view bytes) : left_(bytes) {}

  std::size_t read(char* to, std::size_t room) override {
    const std::size_t taken = left_.copy(to, room);
    left_.remove_prefix(taken);
    return taken;
  }

 private:
  std::string_view left_;
};

}  // namespace tijian::tables

#include "base/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/catalogue.h"

namespace tijian::base {
namespace {

Text why_unreadable(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return {"there is no such file", "没有这个文件"};
    case EACCES:
      return {"permission denied", "没有读取权限"};
    case EISDIR:
      return {"it is a folder", "这是一个文件夹"};
    default:
      return std::strerror(error);
  }
}

std::string read_to_the_end(int descriptor) {
  std::string all;
  char buffer[1 << 16];
  for (ssize_t n; (n = ::read(descriptor, buffer, sizeof buffer)) > 0;)
    all.append(buffer, static_cast<std::size_t>(n));
  return all;
}

}  // namespace

std::optional<InputFile> InputFile::open(const std::string& path,
                                         std::vector<Diagnostic>& diagnostics) {
  const auto refuse = [&](int error) {
    diagnostics.push_back(make_diagnostic("C300", {path}, {{"reason", why_unreadable(error)}}));
    return std::nullopt;
  };
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return refuse(errno);
  InputFile file(path, descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return refuse(errno);
  if (S_ISDIR(status.st_mode)) return refuse(EISDIR);
  if (S_ISREG(status.st_mode)) {
    file.size_ = static_cast<std::size_t>(status.st_size);
  } else {
    file.held_ = read_to_the_end(descriptor);
    file.size_ = file.held_.size();
  }
  return file;
}

InputFile::InputFile(std::string path, int descriptor)
    : path_(std::move(path)), descriptor_(descriptor) {}

InputFile::InputFile(InputFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      held_(std::move(other.held_)) {}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t InputFile::read(std::size_t offset, char* to, std::size_t length) const {
  if (!held_.empty()) return offset < held_.size() ? held_.copy(to, length, offset) : 0;
  std::size_t done = 0;
  while (done < length) {
    const ssize_t n =
        ::pread(descriptor_, to + done, length - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += static_cast<std::size_t>(n);
  }
  return done;
}

std::string InputFile::read(std::size_t offset, std::size_t length) const {
  std::string bytes(length, '\0');
  bytes.resize(read(offset, bytes.data(), length));
  return bytes;
}

}  // namespace tijian::base

#include "base/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/catalogue.h"

namespace tijian::base {
namespace {

namespace fs = std::filesystem;

/// The system's reason, in Chinese for those that people meet.
Text reason(int error) {
  const std::string english = std::generic_category().message(error);
  switch (error) {
    case ENOENT:
      return {"no such folder", "没有这个文件夹"};
    case EACCES:
    case EPERM:
      return {"permission denied", "没有写入权限"};
    case EISDIR:
      return {"it is a folder, not a file", "这是文件夹，不是文件"};
    case ENOTDIR:
    case EEXIST:
      return {"a part of the path is a file, not a folder", "路径中有一段是文件，不是文件夹"};
    case ENOSPC:
      return {"the disk is full", "磁盘已满"};
    case EROFS:
      return {"the disk is read-only", "磁盘是只读的"};
    default:
      return english;
  }
}

[[noreturn]] void cannot_write(const std::string& path, int error) {
  throw InputError({make_diagnostic("C390", {path}, {{"reason", reason(error)}})});
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)), target_(path_) {
  std::error_code ignored;
  if (fs::is_directory(path_, ignored)) fail(EISDIR);
  if (const fs::path real = fs::canonical(path_, ignored); !ignored) target_ = real.string();
  const bool device = fs::exists(target_, ignored) && !fs::is_regular_file(target_, ignored);
  aside_ = device ? target_ : fmt::format("{}.{}.partial", target_, ::getpid());
  descriptor_ = ::open(aside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail(errno);
}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  if (aside_ != target_) ::unlink(aside_.c_str());
}

void OutputFile::fail(int error) const { cannot_write(path_, error); }

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void OutputFile::close() {
  const int closed = ::close(descriptor_);
  descriptor_ = -1;
  if (closed == 0 && (aside_ == target_ || std::rename(aside_.c_str(), target_.c_str()) == 0))
    return;
  const int error = errno;
  if (aside_ != target_) ::unlink(aside_.c_str());
  fail(error);
}

void write_file(const std::string& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  file.close();
}

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) cannot_write(path, error.value());
}

}  // namespace tijian::base

#pragma once
#include <string>

namespace tijian::tables {

/// A file of its own in the folder for temporary files, for libraries that write only there; gone
/// with the object. OfficeError where there is no such folder.
class ScratchFile {
 public:
  ScratchFile();
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& path() const { return path_; }
  std::string bytes() const;

 private:
  std::string path_;
};

}  // namespace tijian::tables

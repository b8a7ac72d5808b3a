#include "tables/scratch_file.h"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tables/office_error.h"

namespace tijian::tables {

ScratchFile::ScratchFile() {
  std::error_code none;
  path_ = std::filesystem::temp_directory_path(none).string() + "/tijian-XXXXXX";
  const int descriptor = none ? -1 : ::mkstemp(path_.data());
  if (descriptor < 0) throw OfficeError(none ? none.message() : std::strerror(errno));
  ::close(descriptor);
}

ScratchFile::~ScratchFile() { ::unlink(path_.c_str()); }

std::string ScratchFile::bytes() const {
  std::ifstream file(path_, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace tijian::tables

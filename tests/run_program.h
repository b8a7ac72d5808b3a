#pragma once
#include <string>
#include <vector>

namespace tijian_tests {

struct Outcome {
  int exit = -1;
  std::string out, err;
};

/// Runs a shell command line in `folder` and catches what it prints. No standard input.
Outcome run_in(const std::string& folder, const std::string& command);

/// The text for a shell, quoted.
std::string quoted(const std::string& text);

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& text);
std::vector<std::string> lines_of(const std::string& text);

/// A new empty folder below the system's folder for temporary files; removed at the end of its
/// life.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace tijian_tests

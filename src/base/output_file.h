#pragma once
#include <string>
#include <string_view>

namespace tijian::base {

/// A file that is written aside and takes its name in `close`, so that a fault leaves the old one
/// whole. What cannot be written is thrown as InputError (C390).
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  void close();

 private:
  [[noreturn]] void fail(int error) const;

  std::string path_;    ///< as the user wrote it
  std::string target_;  ///< what is replaced: links are followed
  std::string aside_;   ///< where it is written; the target itself where that is a device
  int descriptor_ = -1;
};

/// Writes a whole file in one go.
void write_file(const std::string& path, std::string_view bytes);

/// Makes the folder, with those above it. InputError (C390) where that fails.
void make_folder(const std::string& path);

}  // namespace tijian::base

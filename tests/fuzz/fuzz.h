#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tijian/diagnostic.h"

namespace tijian_fuzz {

/// A file in a folder of its own, written anew for each input.
class InputFile {
 public:
  explicit InputFile(const std::string& name) {
    std::string pattern = std::filesystem::temp_directory_path() / "tijian-fuzz-XXXXXX";
    if (!mkdtemp(pattern.data())) std::abort();
    path_ = pattern + "/" + name;
  }
  ~InputFile() { std::filesystem::remove_all(std::filesystem::path(path_).parent_path()); }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  void write(const std::uint8_t* data, std::size_t size) const {
    std::ofstream(path_, std::ios::binary).write(reinterpret_cast<const char*>(data), size);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Either a value or an error that explains itself, in both languages.
template <class T>
void check_loaded(const tijian::Loaded<T>& loaded) {
  if (loaded.value.has_value() == tijian::has_errors(loaded.diagnostics)) std::abort();
  for (const tijian::Diagnostic& diagnostic : loaded.diagnostics)
    if (to_string(diagnostic, "en").empty() || to_string(diagnostic, "zh").empty()) std::abort();
}

}  // namespace tijian_fuzz

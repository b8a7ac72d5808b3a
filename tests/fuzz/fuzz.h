#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tijian/diagnostic.h"

namespace tijian_fuzz {

/// Files in a folder of their own, written anew for each input.
class Files {
 public:
  Files() {
    std::string pattern = std::filesystem::temp_directory_path() / "tijian-fuzz-XXXXXX";
    if (!mkdtemp(pattern.data())) std::abort();
    folder_ = pattern;
  }
  ~Files() { std::filesystem::remove_all(folder_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  const std::string& folder() const { return folder_; }
  std::string path(std::string_view name) const { return folder_ + "/" + std::string(name); }
  void write(std::string_view name, std::string_view text) const {
    std::ofstream(path(name), std::ios::binary)
        .write(text.data(), static_cast<std::streamsize>(text.size()));
  }

 private:
  std::string folder_;
};

/// One such file.
class InputFile {
 public:
  explicit InputFile(std::string name) : name_(std::move(name)) {}

  void write(const std::uint8_t* data, std::size_t size) const {
    files_.write(name_, {reinterpret_cast<const char*>(data), size});
  }
  std::string path() const { return files_.path(name_); }

 private:
  Files files_;
  std::string name_;
};

/// Either a value or an error that explains itself, in both languages.
template <class T>
void check_loaded(const tijian::Loaded<T>& loaded) {
  if (loaded.value.has_value() == tijian::has_errors(loaded.diagnostics)) std::abort();
  for (const tijian::Diagnostic& diagnostic : loaded.diagnostics)
    if (to_string(diagnostic, "en").empty() || to_string(diagnostic, "zh").empty()) std::abort();
}

}  // namespace tijian_fuzz

#include "base/module.h"

#include <dlfcn.h>

#include <filesystem>

namespace tijian::base {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) {
  std::error_code none;
  return fs::weakly_canonical(file, none).parent_path();
}

/// The folder of the shared library that this code is in, if it is in one.
fs::path library_folder() {
  Dl_info found{};
  if (!dladdr(reinterpret_cast<const void*>(&find_in_module), &found) || !found.dli_fname)
    return {};
  const fs::path named = found.dli_fname;
  return named.has_parent_path() ? folder_of(named) : fs::path();  // a program found by PATH
}

}  // namespace

void* find_in_module(const std::string& module, const char* symbol) {
  for (const fs::path& own : {library_folder(), folder_of("/proc/self/exe")}) {
    if (own.empty()) continue;
    for (const char* folder : {".", "tijian", TIJIAN_MODULES}) {
      const fs::path path = own / folder / module;
      if (void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL))
        return dlsym(library, symbol);
    }
  }
  return nullptr;
}

}  // namespace tijian::base

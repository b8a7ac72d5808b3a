#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "framework/draft.h"
#include "yaml/files.h"

namespace tijian::framework {

/// A framework with its indicators as written, for those who take them over.
struct LoadedFramework {
  Framework framework;
  std::vector<IndicatorDraft> drafts;  ///< one an indicator
  bool sound = false;                  ///< without errors
};

/// Loads a framework and the siblings that it takes indicators from, each once.
class FrameworkLoader {
 public:
  explicit FrameworkLoader(const MethodTable& methods) : methods_(methods) {}

  LoadedFramework load(const std::string& path, std::vector<Diagnostic>&);

  /// The framework that an entry of the framework in `folder` takes from; null where it cannot be
  /// had (reported). Only its errors are passed on: its warnings are its own matter.
  const LoadedFramework* sibling(const Borrow&, const std::filesystem::path& folder,
                                 std::vector<Diagnostic>&);

  const yaml::Files& files() const { return files_; }
  const MethodTable& methods() const { return methods_; }

 private:
  const LoadedFramework* load_sibling(const std::string& path, const Borrow&,
                                      std::vector<Diagnostic>&);

  const MethodTable& methods_;
  yaml::Files files_;
  /// By canonical path; null while it is being read.
  std::map<std::filesystem::path, std::unique_ptr<LoadedFramework>> loaded_;
};

}  // namespace tijian::framework

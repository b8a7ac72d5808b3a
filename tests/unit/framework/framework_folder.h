#pragma once
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "run_program.h"
#include "tijian/framework.h"

namespace tijian_tests {

/// A temporary folder of YAML files.
class FrameworkFolder {
 public:
  /// Writes a file, with the folders above it.
  const FrameworkFolder& with(const std::string& name, const std::string& content) const {
    const std::filesystem::path path = std::filesystem::path(folder_->path()) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return *this;
  }
  std::string path(const std::string& name = "framework.yaml") const {
    return (std::filesystem::path(folder_->path()) / name).string();
  }

 private:
  std::unique_ptr<TemporaryFolder> folder_ = std::make_unique<TemporaryFolder>();
};

const std::string head = "tijian: 1\nframework: f\ntitle: F\n";

/// A framework of one category with these indicators, one a line of flow YAML.
inline std::string one_category(const std::string& indicators) {
  return head + "categories:\n  - id: c\n    title: C\n    indicators:\n" + indicators;
}

/// What comes of loading one file: every message as code@line:column path.
inline std::string faults(const std::string& framework) {
  const FrameworkFolder folder;
  folder.with("framework.yaml", framework);
  std::string out;
  for (const auto& d : tijian::load_framework(folder.path()).diagnostics)
    out += (out.empty() ? "" : "\n") + d.code + "@" + std::to_string(d.where.line) + ":" +
           std::to_string(d.where.column) + (d.in.empty() ? "" : " " + d.in);
  return out;
}

/// The same of one indicator, in flow YAML without its id, title and unit.
inline std::string indicator_faults(const std::string& keys) {
  return faults(one_category("      - {id: i, title: I, unit: \"1\", " + keys + "}\n"));
}

}  // namespace tijian_tests

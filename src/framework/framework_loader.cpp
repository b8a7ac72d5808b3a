#include "framework/framework_loader.h"

#include <algorithm>
#include <iterator>

#include "base/catalogue.h"
#include "framework/assembly.h"
#include "framework/framework_yaml.h"
#include "yaml/scalar.h"

namespace tijian::framework {
namespace {

namespace fs = std::filesystem;

// Beside the framework's own folder, so that a framework never reaches far into the disk.
bool names_sibling(const fs::path& from) {
  const fs::path folder = from.has_filename() ? from : from.parent_path();
  return folder.parent_path() == ".." && folder.filename() != ".." && folder.filename() != ".";
}

/// `../name` of each folder beside this one that holds a framework.
std::vector<std::string> siblings_of(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder / "..", fault))
    if (fs::is_regular_file(entry.path() / "framework.yaml", fault))
      names.push_back("../" + entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace

LoadedFramework FrameworkLoader::load(const std::string& path,
                                      std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> found;
  LoadedFramework loaded;
  loaded_.try_emplace(yaml::canonical(path));
  if (const auto opened = files_.open(path, found); opened.root()) {
    FrameworkDraft draft;
    yaml::Reading reading(found, files_);
    framework_shape(methods_).read(*opened.root(), reading, draft);
    if (opened.root()->kind == yaml::Node::Kind::map)  // else there is nothing to say of the tree
      loaded = assemble(std::move(draft), path, *this, methods_, found);
  }
  loaded.sound = !has_errors(found);
  std::ranges::move(found, std::back_inserter(diagnostics));
  return loaded;
}

const LoadedFramework* FrameworkLoader::sibling(const Borrow& borrow, const fs::path& folder,
                                                std::vector<Diagnostic>& diagnostics) {
  const auto refuse = [&](std::string_view code, const std::vector<std::string>& names = {}) {
    diagnostics.push_back(base::make_diagnostic(code, borrow.node->find("from")->where(),
                                                {{"found", borrow.from}}, borrow.path + ".from"));
    base::suggest(diagnostics.back(), borrow.from, names);
    return nullptr;
  };
  if (borrow.from.empty()) return nullptr;  // reported when it was read
  if (!names_sibling(borrow.from)) return refuse("F223");
  const fs::path path = (folder / borrow.from / "framework.yaml").lexically_normal();
  std::error_code fault;
  if (!fs::is_regular_file(path, fault)) return refuse("F224", siblings_of(folder));
  const auto known = loaded_.find(yaml::canonical(path));
  if (known == loaded_.end()) return load_sibling(path.string(), borrow, diagnostics);
  return known->second ? known->second.get() : refuse("F225");
}

const LoadedFramework* FrameworkLoader::load_sibling(const std::string& path, const Borrow& borrow,
                                                     std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> found;
  auto loaded = std::make_unique<LoadedFramework>(load(path, found));
  for (Diagnostic& fault : found) {
    if (fault.severity != Severity::error) continue;
    fault.also.push_back(borrow.node->find("from")->where());  // why that file was read at all
    diagnostics.push_back(std::move(fault));
  }
  return (loaded_[yaml::canonical(path)] = std::move(loaded)).get();
}

}  // namespace tijian::framework

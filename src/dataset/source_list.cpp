#include "dataset/source_list.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/sources_yaml.h"
#include "yaml/files.h"

namespace tijian {

std::string_view to_string(Axis axis) {
  constexpr std::array<std::string_view, 3> names{"places", "periods", "variables"};
  return names[static_cast<std::size_t>(axis)];
}

}  // namespace tijian

namespace tijian::dataset {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sources_name = "sources.yaml";

bool has_ending(const fs::path& path, std::span<const std::string_view> endings) {
  return std::ranges::find(endings, base::folded(path.extension().string())) != endings.end();
}

/// By its ending: what a folder is looked through for.
bool may_be_table(const fs::path& path) {
  constexpr std::array<std::string_view, 8> endings{".csv",  ".tsv", ".txt", ".xlsx",
                                                    ".xlsm", ".ods", ".xls", ".xlsb"};
  return has_ending(path, endings);
}

bool is_yaml(const fs::path& path) {
  constexpr std::array<std::string_view, 2> endings{".yaml", ".yml"};
  return has_ending(path, endings);
}

/// What office programs and systems leave beside: ~$表.xlsx, .~lock.表.ods#, .DS_Store
bool is_left_over(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.starts_with("~$");
}

class SourceList {
 public:
  SourceList(const ReadOptions& options, std::vector<Diagnostic>& diagnostics)
      : options_(options), diagnostics_(diagnostics) {}

  void add(const std::string& path) {
    std::error_code fault;
    if (fs::is_directory(path, fault))
      add_folder(path);
    else if (is_yaml(path))
      add_listed(path);
    else
      sources_.push_back(plain(path));
  }

  std::vector<DataSource> take() { return std::move(sources_); }

 private:
  DataSource plain(const std::string& path) const {
    DataSource source;
    source.file = path;
    source.skip_notes = options_.skip_notes;
    source.variable.is = options_.variable;
    if (options_.skip_lines > 0) source.header = {options_.skip_lines + 1};
    return source;
  }

  /// False where the list has errors.
  bool add_listed(const std::string& path) {
    Loaded<std::vector<DataSource>> listed = load_sources(path);
    std::ranges::move(listed.diagnostics, std::back_inserter(diagnostics_));
    if (listed.value) std::ranges::move(*listed.value, std::back_inserter(sources_));
    return listed.value.has_value();
  }

  void add_folder(const fs::path& folder) {
    std::error_code fault;
    const bool listed = fs::is_regular_file(folder / sources_name, fault);
    const std::size_t before = sources_.size();
    if (listed && !add_listed((folder / sources_name).string())) return;
    std::vector<std::string> tables, others;
    for (auto it = fs::recursive_directory_iterator(folder, fault);
         !fault && it != fs::recursive_directory_iterator(); it.increment(fault)) {
      if (is_left_over(it->path())) {
        if (it->is_directory()) it.disable_recursion_pending();
        continue;
      }
      std::error_code none;
      if (it->is_regular_file(none))
        (may_be_table(it->path()) ? tables : others).push_back(it->path().string());
    }
    std::ranges::sort(tables);
    std::ranges::sort(others);
    if (listed) return tell_not_listed(folder, tables, before);
    if (tables.empty()) diagnostics_.push_back(base::make_diagnostic("C342", {folder.string()}));
    if (!others.empty()) tell_passed_over(folder, others);
    for (const std::string& path : tables) sources_.push_back(plain(path));
  }

  /// Tables that came after sources.yaml was written.
  void tell_not_listed(const fs::path& folder, const std::vector<std::string>& tables,
                       std::size_t first) {
    std::vector<std::string> names;
    for (const std::string& path : tables)
      if (std::none_of(sources_.begin() + static_cast<std::ptrdiff_t>(first), sources_.end(),
                       [&](const DataSource& one) {
                         std::error_code fault;
                         return fs::equivalent(one.file, path, fault);
                       }))
        names.push_back(fs::path(path).lexically_relative(folder).string());
    if (!names.empty())
      diagnostics_.push_back(base::make_diagnostic(
          "C388", {(folder / sources_name).string()},
          {{"count", std::to_string(names.size())}, {"names", base::some_of(names)}}));
  }

  void tell_passed_over(const fs::path& folder, const std::vector<std::string>& others) {
    std::vector<std::string> names;
    for (const std::string& path : others)
      names.push_back(fs::path(path).lexically_relative(folder).string());
    diagnostics_.push_back(base::make_diagnostic(
        "C343", {folder.string()},
        {{"count", std::to_string(names.size())}, {"names", base::some_of(names)}}));
  }

  const ReadOptions& options_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<DataSource> sources_;
};

/// The files in a folder whose name fits, in their order.
std::vector<std::string> matching(const fs::path& pattern) {
  std::vector<std::string> found;
  const fs::path folder = pattern.has_parent_path() ? pattern.parent_path() : ".";
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder, fault))
    if (entry.is_regular_file(fault) && !is_left_over(entry.path()) &&
        at_star(pattern.filename().string(), entry.path().filename().string()))
      found.push_back((pattern.parent_path() / entry.path().filename()).string());
  std::ranges::sort(found);
  return found;
}

/// An entry of a pattern, as one for each of its files.
void add_entry(DataSource entry, const fs::path& folder, Loaded<std::vector<DataSource>>& loaded) {
  const fs::path path = (folder / entry.file).lexically_normal();
  const bool pattern = path.filename().string().find('*') != std::string::npos;
  std::error_code fault;
  std::vector<std::string> files;
  if (pattern)
    files = matching(path);
  else if (fs::is_regular_file(path, fault))
    files.push_back(path.string());
  if (files.empty()) {
    loaded.diagnostics.push_back(
        base::make_diagnostic(pattern ? "C344" : "Y140", entry.where, {{"file", entry.file}}));
    return;
  }
  for (std::string& file : files) {
    entry.file = std::move(file);
    loaded.value->push_back(entry);
  }
}

}  // namespace

std::optional<std::string> at_star(std::string_view pattern, std::string_view name) {
  const std::size_t star = pattern.find('*');
  if (star == pattern.npos) return pattern == name ? std::optional<std::string>("") : std::nullopt;
  const std::string_view head = pattern.substr(0, star), tail = pattern.substr(star + 1);
  if (name.size() < head.size() + tail.size() || !name.starts_with(head) || !name.ends_with(tail))
    return std::nullopt;
  return std::string(name.substr(head.size(), name.size() - head.size() - tail.size()));
}

std::vector<DataSource> list_sources(std::span<const std::string> paths, const ReadOptions& options,
                                     std::vector<Diagnostic>& diagnostics) {
  SourceList list(options, diagnostics);
  for (const std::string& path : paths) list.add(path);
  return list.take();
}

}  // namespace tijian::dataset

namespace tijian {

Loaded<std::vector<DataSource>> load_sources(const std::string& path) {
  Loaded<std::vector<DataSource>> loaded;
  dataset::SourcesDraft draft;
  yaml::Files files;
  if (const auto opened = files.open(path, loaded.diagnostics); opened.root()) {
    yaml::Reading reading(loaded.diagnostics, files);
    dataset::sources_shape().read(*opened.root(), reading, draft);
  }
  loaded.value.emplace();
  for (DataSource& entry : draft.files)
    dataset::add_entry(std::move(entry), std::filesystem::path(path).parent_path(), loaded);
  files.sort(loaded.diagnostics);
  if (has_errors(loaded.diagnostics)) loaded.value.reset();
  return loaded;
}

}  // namespace tijian

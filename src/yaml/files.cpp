#include "yaml/files.h"

#include <algorithm>
#include <tuple>

namespace tijian::yaml {
namespace {

namespace fs = std::filesystem;

bool within(const fs::path& file, const fs::path& folder) {
  const auto [in_folder, in_file] = std::ranges::mismatch(folder, file);
  return in_folder == folder.end() || in_folder->empty();
}

}  // namespace

fs::path canonical(const fs::path& path) {
  std::error_code fault;
  const fs::path absolute = fs::absolute(path).lexically_normal();
  fs::path result = fs::weakly_canonical(absolute, fault);
  return fault ? absolute : result;
}

Files::Opened::~Opened() {
  if (document_) files_.open_.pop_back();
}

Files::Opened Files::open(const std::string& path, std::vector<Diagnostic>& diagnostics) {
  const fs::path file = canonical(path);
  return push(path, {file, file.parent_path()}, diagnostics);
}

std::string Files::beside(const Document& document, const std::string& name) {
  return (fs::path(document.file).parent_path() / name).lexically_normal().string();
}

std::optional<std::string> Files::locate(const Node& name, Reading& reading) const {
  const auto refuse = [&](std::string_view code) {
    reading.report(code, name, {{"file", name.text}});
    return std::nullopt;
  };
  if (fs::path(name.text).is_absolute()) return refuse("Y141");
  std::string path = beside(*name.document, name.text);
  const fs::path file = canonical(path);
  if (!within(file, open_.back().folder)) return refuse("Y142");
  std::error_code fault;
  if (!fs::is_regular_file(file, fault)) return refuse("Y140");
  return path;
}

Files::Opened Files::include(const Node& name, Reading& reading) {
  const auto path = locate(name, reading);
  if (!path) return Opened(*this, nullptr);
  const fs::path file = canonical(*path);
  if (std::ranges::find(open_, file, &Frame::file) != open_.end()) {
    reading.report("Y143", name, {{"file", name.text}});
    return Opened(*this, nullptr);
  }
  return push(*path, {file, open_.back().folder}, reading.diagnostics());
}

Files::Opened Files::push(const std::string& path, Frame frame,
                          std::vector<Diagnostic>& diagnostics) {
  open_.push_back(std::move(frame));
  documents_.push_back(read_file(path, diagnostics));
  return Opened(*this, documents_.back().get());
}

void Files::sort(std::vector<Diagnostic>& diagnostics) const {
  const auto order = [&](const Diagnostic& d) {
    const auto file = std::ranges::find(documents_, d.where.file,
                                        [](const auto& document) { return document->file; });
    return std::tuple(file - documents_.begin(), d.where.line, d.where.column);
  };
  std::ranges::stable_sort(diagnostics, {}, order);
}

}  // namespace tijian::yaml

#include "framework/fault_list.h"

#include <fmt/format.h>

namespace tijian::framework {

std::string to_string(const std::vector<PathStep>& path) {
  std::string out;
  for (const PathStep& step : path)
    out += step.item > 0 ? fmt::format("[{}]", step.item) : (out.empty() ? "" : ".") + step.key;
  return out;
}

Diagnostic& FaultList::report(std::string_view code,
                              std::initializer_list<base::Argument> arguments) {
  faults_.push_back({base::make_diagnostic(code, {}, arguments, to_string(path_)), path_});
  return faults_.back().diagnostic;
}

Diagnostic& FaultList::report_key(const std::string& key, std::string_view code,
                                  std::initializer_list<base::Argument> arguments) {
  Diagnostic& diagnostic = report(code, arguments);
  faults_.back().path.push_back({key});
  faults_.back().of_key = true;
  return diagnostic;
}

void FaultList::hint_from(std::size_t first, const Text& hint) {
  for (std::size_t i = first; i < faults_.size(); ++i)
    if (faults_[i].diagnostic.hint.empty()) faults_[i].diagnostic.hint = hint;
}

void FaultList::expect_last(const Text& expected) {
  faults_.back().diagnostic.expected = expected;
  faults_.back().diagnostic.hint = {};
}

FaultList::Scope FaultList::enter(std::string key) {
  path_.push_back({std::move(key)});
  return Scope(*this);
}

FaultList::Scope FaultList::enter(std::size_t item) {
  path_.push_back({{}, item});
  return Scope(*this);
}

}  // namespace tijian::framework

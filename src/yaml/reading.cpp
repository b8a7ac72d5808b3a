#include "yaml/reading.h"

#include <fmt/format.h>

#include "yaml/full_width.h"

namespace tijian::yaml {

Diagnostic& Reading::report(std::string_view code, const Node& at,
                            std::initializer_list<base::Argument> arguments) {
  if (auto signs = full_width_fault(at, path()))
    return diagnostics_.emplace_back(std::move(*signs));
  return diagnostics_.emplace_back(base::make_diagnostic(code, at.where(), arguments, path()));
}

std::string Reading::path() const {
  std::string path;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const Name& step = steps_[i];
    const bool named_item_follows =
        i + 1 < steps_.size() && steps_[i + 1].number > 0 && !steps_[i + 1].text.empty();
    if (named_item_follows && step.number == 0) continue;
    if (step.text.empty())
      path += fmt::format("[{}]", step.number);
    else
      path += path.empty() ? std::string(step.text) : fmt::format(".{}", step.text);
  }
  return path;
}

Reading::Step Reading::enter(std::string_view key) {
  steps_.push_back({key});
  return Step(*this);
}

Reading::Step Reading::enter_item(std::size_t number) {
  steps_.push_back({{}, number});
  return Step(*this);
}

void Reading::name_item(std::string_view id) {
  if (!steps_.empty() && steps_.back().number > 0) steps_.back().text = id;
}

}  // namespace tijian::yaml

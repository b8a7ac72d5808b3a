#include "base/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace tijian::base {
namespace {

/// `{name}`, of small letters and `_`, is a placeholder; other braces stand for themselves.
bool is_placeholder(std::string_view name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == name.npos;
}

std::vector<Message> all_messages() {
  std::vector<Message> all;
  for (auto part : {yaml_messages, framework_messages, data_messages, binding_messages,
                    numbers_messages, method_messages})
    all.insert(all.end(), part.begin(), part.end());
  std::ranges::sort(all, {}, &Message::code);
  return all;
}

std::string fill(std::string_view pattern, std::span<const Argument> arguments,
                 std::string_view language) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == pattern.npos) break;
    const auto close = pattern.find('}', open);
    const auto name = pattern.substr(open + 1, close - open - 1);
    const auto argument = std::ranges::find(arguments, name, &Argument::name);
    if (argument != arguments.end())
      out += argument->value.in(language);
    else if (is_placeholder(name))
      throw std::logic_error("a message without its {" + std::string(name) + "}");
    else
      out += pattern.substr(open, close - open + 1);
    pattern.remove_prefix(close + 1);
  }
  return out;
}

Text fill(std::string_view en, std::string_view zh, std::span<const Argument> arguments) {
  return en.empty() ? Text{} : Text{fill(en, arguments, "en"), fill(zh, arguments, "zh")};
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = corner + (a[i] == b[j] ? 0 : 1);
      corner = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::span<const Message> catalogue() {
  static const std::vector<Message> messages = all_messages();
  return messages;
}

Diagnostic make_diagnostic(std::string_view code, Citation where,
                           std::span<const Argument> arguments, std::string in) {
  const auto messages = catalogue();
  const auto message = std::ranges::lower_bound(messages, code, {}, &Message::code);
  if (message == messages.end() || message->code != code)
    throw std::logic_error("no message of code " + std::string(code));
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = message->severity;
  diagnostic.where = std::move(where);
  diagnostic.message = fill(message->en, message->zh, arguments);
  diagnostic.expected = fill(message->expected_en, message->expected_zh, arguments);
  diagnostic.hint = fill(message->hint_en, message->hint_zh, arguments);
  diagnostic.in = std::move(in);
  return diagnostic;
}

std::string nearest(std::string_view found, std::span<const std::string> names) {
  std::string best;
  // One letter in three, or two exchanged; a single letter is like every other.
  const std::size_t slips = found.size() < 4 ? 1 : std::max<std::size_t>(2, found.size() / 3);
  std::size_t least = std::min(slips + 1, found.size());
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(found, name);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

Text did_you_mean(std::string_view near) {
  if (near.empty()) return {};
  return {fmt::format("did you mean '{}'?", near), fmt::format("是不是“{}”？", near)};
}

Text did_you_mean(std::string_view found, std::span<const std::string> names) {
  return did_you_mean(nearest(found, names));
}

void suggest(Diagnostic& diagnostic, std::string_view found, std::span<const std::string> names) {
  if (Text hint = did_you_mean(found, names); !hint.empty()) diagnostic.hint = std::move(hint);
}

Text some_of(std::span<const Text> names) {
  constexpr std::size_t most = 10;
  const auto list = [&](const char* language, const char* separator, const char* more) {
    std::string out;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
      out += (i > 0 ? separator : "") + names[i].in(language);
    if (names.size() > most) out += fmt::format(fmt::runtime(more), names.size() - most);
    return out;
  };
  return {list("en", ", ", " ... and {} more"), list("zh", "、", " ……另有 {} 个")};
}

Text some_of(std::span<const std::string> names) {
  const std::vector<Text> texts(names.begin(), names.end());
  return some_of(texts);
}

std::string joined(std::span<const std::string> names, std::string_view separator) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += separator;
    out += name;
  }
  return out;
}

}  // namespace tijian::base

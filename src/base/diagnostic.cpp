#include "tijian/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

namespace tijian {
std::string to_string(const Citation& where) {
  std::string out = where.file;
  if (!where.sheet.empty()) {
    out += fmt::format(" [{}]", where.sheet);
    if (where.line > 0) out += ' ' + cell_name(where.line, where.column);
    return out;
  }
  if (where.line > 0) out += fmt::format(":{}", where.line);
  if (where.line > 0 && where.column > 0) out += fmt::format(":{}", where.column);
  return out;
}

std::string cell_name(int row, int column) {
  std::string letters;
  for (int rest = column; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return row > 0 ? letters + fmt::format("{}", row) : letters;
}

std::string to_string(const Diagnostic& diagnostic, std::string_view language) {
  const bool zh = language == "zh";
  const bool error = diagnostic.severity == Severity::error;
  std::string out = to_string(diagnostic.where);
  if (!out.empty()) out += ": ";
  out += fmt::format("{}[{}]{}{}", zh ? (error ? "错误" : "警告") : (error ? "error" : "warning"),
                     diagnostic.code, zh ? "：" : ": ", diagnostic.message.in(language));
  if (diagnostic.count > 1)
    out += zh ? fmt::format("（{} 次）", diagnostic.count)
              : fmt::format(" ({} times)", diagnostic.count);
  const auto line = [&](std::string_view en, std::string_view chinese, const std::string& text) {
    if (!text.empty()) out += fmt::format("\n   {}{}", zh ? chinese : en, text);
  };
  line("in:       ", "位置：", diagnostic.in);
  line("expected: ", "应为：", diagnostic.expected.in(language));
  line("hint:     ", "提示：", diagnostic.hint.in(language));
  for (const Citation& also : diagnostic.also) line("also:     ", "另见：", to_string(also));
  return out;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics,
                             [](const Diagnostic& d) { return d.severity == Severity::error; });
}

InputError::InputError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error([&] {
        std::string all;
        for (const Diagnostic& d : diagnostics) {
          if (!all.empty()) all += '\n';
          all += to_string(d);
        }
        return all;
      }()),
      diagnostics_(std::move(diagnostics)) {}

}  // namespace tijian

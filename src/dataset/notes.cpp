#include "dataset/notes.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/csv_rows.h"
#include "base/spelling.h"

namespace tijian::dataset {
namespace {

constexpr std::size_t tail_size = 1 << 16;

bool only_first_cell(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin() + 1, cells.end(),
                     [](std::string_view cell) { return base::trimmed(cell).empty(); });
}

/// A line with a first cell only; `sure`: it cannot be a row without values.
struct NoteLine {
  bool note = false, sure = false, named = false;
};

NoteLine read_note(std::string_view line, base::Encoding encoding, char separator) {
  std::string buffer;
  std::vector<std::string_view> cells;
  const base::Decoded decoded = base::to_utf8(line, encoding, buffer);
  base::split_line(decoded.text, cells, separator);
  const bool named = looks_like_note(cells[0]);
  return {!decoded.fault && only_first_cell(cells), cells.size() == 1 || named, named};
}

}  // namespace

bool looks_like_note(std::string_view text) {
  constexpr std::array<std::string_view, 14> words{"quelle",   "quellen",  "附注",  "注释", "注",
                                                   "数据来源", "资料来源", "来源",  "说明", "备注",
                                                   "source",   "sources",  "notes", "note"};
  if (text.find(':') == text.npos && text.find("：") == text.npos) return false;
  const std::string plain = base::folded(text);
  return std::ranges::any_of(words, [&](std::string_view word) {
    if (!plain.starts_with(word)) return false;
    std::string_view rest = base::trimmed(std::string_view(plain).substr(word.size()));
    while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') rest.remove_prefix(1);
    return base::trimmed(rest).starts_with(':');
  });
}

Notes find_notes(const base::InputFile& file, std::size_t begin, std::size_t end,
                 base::Encoding encoding, char separator) {
  const std::size_t from = std::max(begin, end > tail_size ? end - tail_size : 0);
  const std::string tail = file.read(from, end - from);
  Notes notes{end, 0, false}, sure_notes = notes;
  for (std::size_t line_end = tail.size(); line_end > 0;) {
    const std::size_t before = tail.rfind('\n', line_end >= 2 ? line_end - 2 : 0);
    const bool cut_off = before == tail.npos || line_end < 2;
    if (cut_off && from > begin) break;
    const std::size_t line_begin = cut_off ? 0 : before + 1;
    const auto line = std::string_view(tail).substr(line_begin, line_end - line_begin);
    const NoteLine read = read_note(line.substr(0, line.find('\n')), encoding, separator);
    if (!read.note) break;
    notes = {from + line_begin, notes.lines + 1, read.named};
    if (read.sure) sure_notes = notes;
    line_end = line_begin;
  }
  return sure_notes.begin > begin ? sure_notes : Notes{end, 0, false};
}

std::size_t end_of_text(const base::InputFile& file, std::size_t begin) {
  std::size_t end = file.size();
  while (end > begin) {
    const std::size_t from = std::max(begin, end > tail_size ? end - tail_size : 0);
    const std::string tail = file.read(from, end - from);
    const std::size_t last = tail.find_last_not_of(" \t\r\n");
    if (last != tail.npos) return from + last + 1;
    end = from;
  }
  return begin;
}

}  // namespace tijian::dataset

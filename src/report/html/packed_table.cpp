#include "report/html/packed_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace tijian::report {
namespace {

/// Stands before the id of a word until the words have numbers; the id ends with another.
constexpr char word_mark = '\x01';

/// `1e-05` as `1e-5`: every byte stands some hundred thousand times.
std::string number_text(double x, char kind) {
  if (std::isnan(x)) return "-";
  std::string text = kind == 'r' ? fmt::format("{:.6g}", x) : fmt::format("{:.8g}", x);
  if (text == "-0") return "0";
  if (const auto e = text.find('e'); e != text.npos) {
    if (text[e + 1] == '+') text.erase(e + 1, 1);
    const auto digits = text.find_first_of("0123456789", e + 1);
    if (text[digits] == '0') text.erase(digits, 1);
  }
  return text;
}

/// The rows with numbers in place of ids.
std::string numbered(std::string_view rows, const std::vector<int>& numbers) {
  std::string out;
  out.reserve(rows.size());
  for (std::size_t at = 0; at < rows.size();) {
    if (rows[at] != word_mark) {
      out += rows[at++];
      continue;
    }
    int id = 0;
    const char* end = std::from_chars(rows.data() + at + 1, rows.data() + rows.size(), id).ptr;
    out += std::to_string(numbers[static_cast<std::size_t>(id)]);
    at = static_cast<std::size_t>(end - rows.data()) + 1;
  }
  return out;
}

}  // namespace

int PackedWords::id(std::string_view word) {
  const auto found = ids_.find(word);
  if (found != ids_.end()) return found->second;
  const int id = static_cast<int>(words_.size());
  ids_.emplace(word, id);
  words_.emplace_back(word);
  counts_.push_back(0);
  return id;
}

std::vector<int> PackedWords::by_frequency() const {
  std::vector<int> ids(words_.size());
  std::iota(ids.begin(), ids.end(), 0);
  std::ranges::stable_sort(ids, std::ranges::greater{},
                           [&](int id) { return counts_[static_cast<std::size_t>(id)]; });
  return ids;
}

std::vector<int> PackedWords::numbers() const {
  std::vector<int> numbers(words_.size());
  int next = 0;
  for (const int id : by_frequency()) numbers[static_cast<std::size_t>(id)] = next++;
  return numbers;
}

void PackedWords::write(std::string_view key, JsonWriter& json) const {
  json.key(key).open('[');
  for (const int id : by_frequency()) json.add_text(words_[static_cast<std::size_t>(id)]);
  json.close(']');
}

PackedTable::PackedTable(PackedWords& words, std::string columns)
    : words_(words), columns_(std::move(columns)) {
  for (std::size_t at = 0; (at = columns_.find(':', at)) != columns_.npos; ++at)
    kinds_ += columns_[at + 1];
  above_.resize(kinds_.size());
}

PackedTable& PackedTable::put(std::string cell) {
  if (column_ > 0) rows_ += ',';
  if (cell != above_.at(column_)) {
    for (const int id : row_words_) words_.count(id);
    rows_ += cell;
    above_[column_] = std::move(cell);
  }
  row_words_.clear();
  ++column_;
  return *this;
}

PackedTable& PackedTable::add(double x) { return put(number_text(x, kinds_.at(column_))); }

PackedTable& PackedTable::add_count(int count) {
  return put(count == 0 ? "-" : std::to_string(count));
}

void PackedTable::put_word(std::string& cell, int id) {
  row_words_.push_back(id);
  cell += word_mark;
  cell += std::to_string(id);
  cell += word_mark;
}

PackedTable& PackedTable::add(std::string_view word) {
  std::string cell;
  put_word(cell, words_.id(word));
  return put(std::move(cell));
}

PackedTable& PackedTable::add_words(const std::vector<std::string_view>& words) {
  std::string cell;
  for (const std::string_view word : words) {
    if (!cell.empty()) cell += ' ';
    put_word(cell, words_.id(word));
  }
  return put(cell.empty() ? "-" : std::move(cell));
}

void PackedTable::end_row() {
  rows_ += '\n';
  column_ = 0;
}

void PackedTable::write(std::string_view key, const std::vector<int>& numbers,
                        JsonWriter& json) const {
  std::string rows = numbered(rows_, numbers);
  if (!rows.empty()) rows.pop_back();  // the last row has no line end
  json.key(key).open('{').add("columns", columns_).add("rows", rows).close('}');
}

}  // namespace tijian::report

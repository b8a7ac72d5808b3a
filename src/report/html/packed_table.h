#pragma once
#include <concepts>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/json_writer.h"

namespace tijian::report {

/// Every text of the tables once. A text's number in the document goes by how often it stands
/// there: the most frequent have the shortest ones.
class PackedWords {
 public:
  int id(std::string_view word);  ///< in the order of their coming
  void count(int id) { ++counts_[static_cast<std::size_t>(id)]; }
  /// By id: the number in the document.
  std::vector<int> numbers() const;
  /// The list, by number.
  void write(std::string_view key, JsonWriter&) const;

 private:
  std::vector<int> by_frequency() const;

  std::map<std::string, int, std::less<>> ids_;
  std::deque<std::string> words_;  ///< by id
  std::vector<long> counts_;
};

/// A table of the packed document, as page/src/packed.ts describes it: columns `name:kind`, and
/// rows of cells by commas, in which an empty cell is that of the row above.
class PackedTable {
 public:
  PackedTable(PackedWords&, std::string columns);

  // The cells of a row, from the first column on; the column's kind says how many digits.
  PackedTable& add(double);
  PackedTable& add(std::string_view word);
  PackedTable& add(const char* word) { return add(std::string_view(word)); }
  PackedTable& add(const std::string& word) { return add(std::string_view(word)); }
  PackedTable& add(std::same_as<bool> auto yes) { return put(yes ? "1" : "0"); }
  PackedTable& add_count(int);  ///< 0: none
  PackedTable& add_words(const std::vector<std::string_view>&);
  void end_row();

  void write(std::string_view key, const std::vector<int>& numbers, JsonWriter&) const;

 private:
  PackedTable& put(std::string cell);
  void put_word(std::string& cell, int id);

  PackedWords& words_;
  std::string columns_;
  std::string kinds_;               ///< one letter a column
  std::vector<std::string> above_;  ///< the cells of the row above
  std::size_t column_ = 0;
  std::vector<int> row_words_;  ///< ids in the cell that is being added
  std::string rows_;            ///< words as `word_mark` and an id
};

}  // namespace tijian::report

#include <algorithm>
#include <numeric>

#include "tables/workbook.h"
#include "tables/workbook_state.h"

namespace tijian::tables {
namespace {

constexpr std::size_t most_of_title = 32, most_of_text = 255, most_of_choices = 255;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// At most so many characters, the last of them … where there were more.
std::string cut_to(std::string text, std::size_t most) {
  if (characters(text) <= most) return text;
  std::size_t end = 0;
  for (std::size_t count = 0; count < most; ++end)
    if ((text[end] & 0xC0) != 0x80) ++count;
  return text.substr(0, end - 1) + "…";  // the character that begins at end - 1 is left out
}

char* lent_rule(const std::string& text) {
  return text.empty() ? nullptr : const_cast<char*>(text.c_str());
}

void validate(void* sheet, const CellRange& cells, lxw_data_validation& rule) {
  expect_done(worksheet_data_validation_range(
      static_cast<lxw_worksheet*>(sheet), static_cast<lxw_row_t>(cells.first_row),
      static_cast<lxw_col_t>(cells.first_column), static_cast<lxw_row_t>(cells.last_row),
      static_cast<lxw_col_t>(cells.last_column), &rule));
}

void offer(void* sheet, const CellRange& cells, const std::vector<std::string>& list,
           uint8_t refuse_others) {
  std::vector<const char*> texts;
  for (const std::string& one : list) texts.push_back(one.c_str());
  texts.push_back(nullptr);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = const_cast<char**>(texts.data());
  rule.show_error = refuse_others;
  validate(sheet, cells, rule);
}

}  // namespace

bool Sheet::has_room_for(const std::vector<std::string>& list) {
  const std::size_t size = std::accumulate(
      list.begin(), list.end(), list.size(),
      [](std::size_t sum, const std::string& one) { return sum + characters(one); });
  return !list.empty() && size <= most_of_choices + 1 &&
         std::ranges::none_of(list,
                              [](const std::string& one) { return one.find(',') != one.npos; });
}

void Sheet::choices(const CellRange& cells, const std::vector<std::string>& list) {
  offer(sheet_, cells, list, LXW_VALIDATION_ON);
}

void Sheet::suggestions(const CellRange& cells, const std::vector<std::string>& list) {
  offer(sheet_, cells, list, LXW_VALIDATION_OFF);
}

void Sheet::dates(const CellRange& cells, const std::string& hint) {
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_DATE;
  rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  rule.value_datetime = {2000, 1, 1, 0, 0, 0};
  rule.input_message = lent_rule(hint);
  validate(sheet_, cells, rule);
}

void Sheet::rule(int row, int column, const CellRule& own) {
  const std::string title = cut_to(own.title, most_of_title);
  const std::string prompt = cut_to(own.prompt, most_of_text);
  const std::string refusal = cut_to(own.refusal, most_of_text);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
  rule.value_formula = lent_rule(own.formula);
  rule.input_title = rule.error_title = lent_rule(title);
  rule.input_message = lent_rule(prompt);
  rule.error_message = lent_rule(refusal);
  rule.error_type =
      own.may_be_kept ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
  validate(sheet_, {row, column, row, column}, rule);
}

}  // namespace tijian::tables

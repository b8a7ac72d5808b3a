#include "dataset/odd_number.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool reads(std::string_view text, const CellReader& cells) {
  return cells.read(text).kind == Cell::Kind::number;
}

/// 2021-05-03, 2021/5/3, 2021年5月3日, 5月3日: as spreadsheets show dates.
bool looks_like_date(std::string_view text) {
  if (text.find("月") != text.npos) return is_digit(text.front());
  return std::ranges::any_of(std::string_view("-/."), [&](char mark) {
    const std::size_t first = text.find(mark), second = text.rfind(mark);
    if (first == second ||
        !std::ranges::all_of(text, [&](char c) { return is_digit(c) || c == mark; }))
      return false;
    const auto fits = [](std::size_t digits) { return digits == 1 || digits == 2 || digits == 4; };
    return fits(first) && fits(second - first - 1) &&
           fits(text.size() - second - 1);  // not 1.234.567
  });
}

/// With digits for the letters that look like them; the same where there are none.
std::string with_digits(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("〇") || rest.starts_with("○"))
      out += '0', i += 2;
    else if (rest.front() == 'O' || rest.front() == 'o')
      out += '0';
    else if (rest.front() == 'l' || rest.front() == 'I')
      out += '1';
    else
      out += rest.front();
  }
  return out;
}

/// What is left of 约30 and 30左右; empty where nothing says that it is not exact.
std::string_view without_about(std::string_view text) {
  constexpr std::array<std::string_view, 14> before{
      "大约", "约", "近", "超过", "超", "不足", "至少", "~", ">=", "<=", ">", "<", "≥", "≤"};
  constexpr std::array<std::string_view, 6> behind{"左右", "以上", "以下", "余", "多", "+"};
  for (const std::string_view word : before)
    if (text.starts_with(word)) return base::trimmed(text.substr(word.size()));
  for (const std::string_view word : behind)
    if (text.ends_with(word)) return base::trimmed(text.substr(0, text.size() - word.size()));
  return {};
}

/// 12345*, 12345①, 9.3 b: what stands before the mark; empty where there is none.
std::string_view without_mark(std::string_view text) {
  const std::size_t end = text.find_last_of("0123456789");
  if (end == text.npos || end + 1 == text.size()) return {};
  const std::string_view mark = base::trimmed(text.substr(end + 1));
  constexpr std::array<std::string_view, 8> signs{"*", "**", "†", "‡", "a", "b", "p", "r"};
  const bool circled = mark.size() == 3 && mark >= "①" && mark <= "⑳";
  if (!circled && std::ranges::find(signs, mark) == signs.end()) return {};
  return text.substr(0, end + 1);
}

bool looks_like_range(std::string_view text, const CellReader& cells) {
  for (const std::string_view mark : {"~", "-", "–", "—", "至", "到"}) {
    const std::size_t at = text.find(mark, 1);
    if (at != text.npos && reads(text.substr(0, at), cells) &&
        reads(text.substr(at + mark.size()), cells))
      return true;
  }
  return false;
}

}  // namespace

Text mending_of(std::string_view cell, const CellReader& cells) {
  const std::string plain = base::half_width(base::trimmed(cell));
  if (plain.empty()) return {};
  if (cells.style().decimal == ',' && reads(plain, CellReader()))
    return {
        "sources.yaml says, or the table shows, that the comma is the decimal mark; here it is "
        "the point",
        "sources.yaml 或表中其他单元格以逗号为小数点，而此处用的是句点"};
  if (std::string joined = plain;
      std::erase(joined, ' ') + std::erase(joined, '\'') > 0 && reads(joined, cells))
    return {"write it without blanks and apostrophes: " + joined, "请去掉空格和撇号：" + joined};
  if (const std::string_view number = without_mark(plain); reads(number, cells))
    return {"a footnote mark? write the number alone: " + std::string(number),
            "是否为脚注标记？只填数字：" + std::string(number)};
  if (looks_like_date(plain))
    return {"it is a date: give the cell the format General and enter the number again",
            "这是日期：请把单元格改为“常规”格式，再重新填写数字"};
  if (const std::string digits = with_digits(plain); digits != plain && reads(digits, cells))
    return {"a letter stands for a digit: " + digits + "?",
            "字母当作了数字：应为 " + digits + "？"};
  if (const std::string_view number = without_about(plain); reads(number, cells))
    return {"write the number alone: " + std::string(number) +
                "; that it is not exact can be said beside its source",
            "只填数字：" + std::string(number) + "；不是准确数的，可在来源中说明"};
  if (looks_like_range(plain, cells)) return {"one number, not a range", "请填一个数，不要填范围"};
  return {};
}

}  // namespace tijian::dataset

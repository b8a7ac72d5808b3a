#include <algorithm>

#include "base/number.h"
#include "dataset/cell.h"
#include "framework/plausible_words.h"
#include "report/workbook_form.h"

namespace tijian::report {
namespace {

std::string in_capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

/// `K2="暂无",K2="—"`: an array is nothing that a rule may have.
std::string is_a_mark(const std::string& cell) {
  std::string out;
  const auto& marks = dataset::usual_marks();
  for (const std::string& mark : marks)  // spreadsheets do not tell NA from na
    if (const std::string large = in_capitals(mark);
        large == mark || std::ranges::find(marks, large) == marks.end())
      out += (out.empty() ? "" : ",") + cell + "=\"" + mark + '"';
  return out;
}

std::string figure_formula(const PlausibleRange& range, const std::string& cell) {
  std::string number = "ISNUMBER(" + cell + ')';
  if (range.low) number += ',' + cell + ">=" + base::shortest(*range.low);
  if (range.high) number += ',' + cell + "<=" + base::shortest(*range.high);
  if (range.limited()) number = "AND(" + number + ')';
  return "=OR(" + number + ',' + is_a_mark(cell) + ')';
}

/// `Unit: 万人; believable from 0 to 500 万人.`
std::string what_is_believed(const Variable& variable, Language say) {
  std::string words = variable.unit == "1" ? say("A plain number", "无单位的数")
                                           : say("Unit: {}", "单位：{}", variable.unit);
  if (variable.unit == "%") words += say(" (45.5, not 0.455)", "（填 45.5，不填 0.455）");
  if (variable.range.limited())
    words += say("; believable {}", "；合理范围：{}",
                 say(framework::range_words(variable.range, variable.unit)));
  return words + say(".", "。");
}

}  // namespace

/// What `score` refuses is refused, what it warns of may be kept.
tables::CellRule figure_rule(const Variable& variable, const std::string& cell, Language say) {
  const std::string believed = what_is_believed(variable, say);
  const std::string without =
      say(" Without a figure: NA or —, not 0.", "没有这个数时填“暂无”或“—”，不要填 0。");
  const std::string kept =
      say(" Keep another figure only if it is right, and say why in the source.",
          "数确实超出范围的可以保留，并在来源中说明。");
  return {figure_formula(variable.range, cell), say(variable.title), believed + without,
          say("Enter a number. ", "请填数字。") + believed + without +
              (variable.range.limited() ? kept : ""),
          variable.range.limited()};
}

}  // namespace tijian::report

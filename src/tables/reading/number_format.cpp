#include "tables/reading/number_format.h"

#include <algorithm>

#include "tables/reading/number_text.h"
#include "tables/reading/scale_word.h"

namespace tijian::tables {
namespace {

using Kind = FormatSection::Kind;

constexpr std::size_t most_sections = 4;

char small(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

/// Reads one section of a format.
class SectionReader {
 public:
  explicit SectionReader(std::string_view code) : left_(code) {}

  FormatSection read() {
    while (!left_.empty()) step();
    section_.date.month |= month_waits_;
    section_.scaled |= named_;
    if (dated_ && section_.kind == Kind::number) section_.kind = Kind::date;
    return section_;
  }

 private:
  void step() {
    const char c = left_[0];
    if (c == '"')
      literal(1, closing('"'));
    else if (c == '\\' || c == '!')
      literal(1, std::min<std::size_t>(2, left_.size()));
    else if (c == '_' || c == '*')
      left_.remove_prefix(std::min<std::size_t>(2, left_.size()));
    else if (c == '[')
      bracket();
    else if (c == '%')
      section_.kind = Kind::percent, left_.remove_prefix(1);
    else if (c == '0' || c == '#' || c == '?')
      digits_ = true, section_.scaled = false, left_.remove_prefix(1);
    else if (c == ',')  // behind the last digit
      section_.scaled |= digits_, left_.remove_prefix(1);
    else
      letter();
  }

  std::size_t closing(char mark) const {
    const std::size_t at = left_.find(mark, 1);
    return at == left_.npos ? left_.size() : at + 1;
  }

  /// Text that stands for itself. A sign that is only written shows a value that is in per cent.
  void literal(std::size_t from, std::size_t end) {
    const std::string_view text = left_.substr(from, end - from);
    const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
    if (text.substr(first).starts_with('%') && section_.kind == Kind::number)
      section_.kind = Kind::percent_sign;
    named_ |= digits_ && says_scale(text);
    left_.remove_prefix(end);
  }

  /// [h] counts hours beyond a day, [>1] is a condition; colours and languages say nothing.
  void bracket() {
    const std::size_t end = closing(']');
    std::string_view inside = left_.substr(1, end - 1);
    if (inside.ends_with(']')) inside.remove_suffix(1);
    left_.remove_prefix(end);
    const char first = inside.empty() ? '\0' : small(inside[0]);
    const bool run = std::ranges::all_of(inside, [&](char c) { return small(c) == first; });
    if (run && (first == 'h' || first == 'm' || first == 's'))
      dated_ = section_.date.time = after_hours_ = true;
    else
      condition(inside);
  }

  void condition(std::string_view text) {
    const std::size_t end = text.find_first_not_of("<>=");
    const std::string_view sign = text.substr(0, end);
    const auto limit = number_of(end == text.npos ? std::string_view() : text.substr(end));
    if (sign.empty() || !limit) return;
    section_.comparison = sign == "<>" ? 'n' : sign == "<=" ? 'l' : sign == ">=" ? 'g' : sign[0];
    section_.limit = *limit;
  }

  void letter() {
    for (const std::string_view general : {"general", "g/"})
      if (take_word(general)) return;
    for (const std::string_view half : {"am/pm", "a/p"})
      if (take_word(half)) {
        dated_ = section_.date.time = true;
        return;
      }
    const char c = small(left_[0]);
    const std::size_t run = std::min(left_.find_first_not_of(left_[0]), left_.size());
    const std::string_view behind = left_.substr(run);
    left_.remove_prefix(run);
    if (c == 'e' && !behind.empty() && (behind[0] == '+' || behind[0] == '-')) return;  // 0.0E+00
    date_letter(c, run);
  }

  bool take_word(std::string_view word) {
    const std::string_view here = left_.substr(0, word.size());
    const auto same = [](char a, char b) { return small(a) == b; };
    if (!std::equal(here.begin(), here.end(), word.begin(), word.end(), same)) return false;
    left_.remove_prefix(word.size());
    return true;
  }

  void date_letter(char c, std::size_t run) {
    ShownDate& date = section_.date;
    if (c == 'm') return minutes_or_month();
    if (c == 'h' || c == 's') {
      date.time = true;
      after_hours_ = c == 'h';
      if (c == 's') month_waits_ = false;  // mm:ss
    } else if (c == 'y' || c == 'e' || c == 'b') {
      date.year = true;
    } else if (c == 'd') {
      date.day = true;
    } else if (!(c == 'g' || (c == 'a' && run > 2))) {  // era, day of the week
      return;
    }
    dated_ = true;
    settle(c);
  }

  /// After hours and before seconds these are minutes.
  void minutes_or_month() {
    dated_ = true;
    if (after_hours_)
      section_.date.time = true, after_hours_ = false;
    else
      section_.date.month |= month_waits_, month_waits_ = true;
  }

  void settle(char c) {
    if (c == 'h' || c == 's') return;
    section_.date.month |= month_waits_;
    month_waits_ = after_hours_ = false;
  }

  std::string_view left_;
  FormatSection section_;
  bool digits_ = false, named_ = false, dated_ = false, after_hours_ = false, month_waits_ = false;
};

std::vector<std::string_view> split_sections(std::string_view code) {
  std::vector<std::string_view> sections;
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '"') quoted = !quoted;
    if (!quoted && code[i] == '\\')
      ++i;
    else if (!quoted && code[i] == ';') {
      sections.push_back(code.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  sections.push_back(code.substr(std::min(begin, code.size())));
  if (sections.size() > most_sections) sections.resize(most_sections);
  return sections;
}

bool holds(const FormatSection& section, double number) {
  switch (section.comparison) {
    case '<':
      return number < section.limit;
    case '>':
      return number > section.limit;
    case '=':
      return number == section.limit;
    case 'n':
      return number != section.limit;
    case 'l':
      return number <= section.limit;
    default:
      return number >= section.limit;
  }
}

struct BuiltIn {
  int first, last;
  std::string_view code;
};

constexpr BuiltIn built_ins[] = {
    {9, 10, "0%"},        {14, 15, "yyyy/m/d"},      {16, 16, "m/d"},    {17, 17, "yyyy/m"},
    {18, 21, "h:mm:ss"},  {22, 22, "yyyy/m/d h:mm"}, {27, 27, "yyyy/m"}, {28, 30, "m/d"},
    {31, 31, "yyyy/m/d"}, {32, 35, "h:mm:ss"},       {36, 36, "yyyy/m"}, {45, 47, "[h]:mm:ss"},
    {50, 50, "yyyy/m"},   {51, 51, "m/d"},           {52, 52, "yyyy/m"}, {53, 54, "m/d"},
    {55, 56, "h:mm:ss"},  {57, 57, "yyyy/m"},        {58, 58, "m/d"}};

}  // namespace

NumberFormat::NumberFormat(std::string_view code) {
  for (const std::string_view section : split_sections(code))
    sections_.push_back(SectionReader(section).read());
  plain_ = std::ranges::all_of(sections_, [](const FormatSection& section) {
    return section.kind == Kind::number && !section.scaled;
  });
}

NumberFormat NumberFormat::built_in(int id) {
  for (const auto& [first, last, code] : built_ins)
    if (id >= first && id <= last) return NumberFormat(code);
  return {};
}

const FormatSection& NumberFormat::of(double number) const {
  const std::size_t numeric = std::min<std::size_t>(sections_.size(), 3);  // the fourth is of text
  for (std::size_t i = 0; i + 1 < numeric; ++i) {
    const FormatSection& section = sections_[i];
    const bool usual = i == 1 ? number < 0 : numeric == 2 ? number >= 0 : number > 0;
    if (section.comparison != 0 ? holds(section, number) : usual) return section;
  }
  return sections_[numeric - 1];
}

ShownDate NumberFormat::date() const {
  for (const FormatSection& section : sections_)
    if (section.kind == Kind::date) return section.date;
  return {true, true, true, true};
}

}  // namespace tijian::tables

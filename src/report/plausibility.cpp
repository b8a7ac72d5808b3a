#include "tijian/report/plausibility.h"

#include <algorithm>

#include "framework/title.h"
#include "report/csv_lines.h"
#include "report/json_writer.h"
#include "report/text_table.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

constexpr std::size_t most_doubts = 10;  // of a kind, on a page

/// `data.csv:4:3: ` before what is said of it; nothing where no file is known.
std::string place_before(const Citation& where) {
  return where.file.empty() ? "" : to_string(where) + ": ";
}

std::string times_more(const Diagnostic& told, Language say) {
  if (told.count < 2) return "";
  return say(" ({} more times)", "（另有 {} 次）", told.count - 1);
}

/// A line of the page, with what goes on in the next ones behind it.
std::string page_line(const std::string& text, int indent, const View& view,
                      Style style = Style::plain) {
  const std::string lines =
      wrap(std::string(static_cast<std::size_t>(indent), ' ') + text, view.width, indent + 2);
  return styled(lines, style, view.colour) + '\n';
}

std::string page_of_kind(std::span<const Doubt> doubts, DoubtKind kind, const View& view) {
  const Language say = view.say;
  const auto is_kind = [&](const Doubt& doubt) { return doubt.kind == kind; };
  const auto all = static_cast<std::size_t>(std::ranges::count_if(doubts, is_kind));
  if (all == 0) return "";
  std::string page =
      page_line(say("{} ({})", "{}（{}）", say(title(kind)), all), 2, view, Style::strong);
  std::size_t shown = 0;
  for (const Doubt& doubt : doubts)
    if (is_kind(doubt) && shown++ < most_doubts)
      page += page_line(
          place_before(doubt.told.where) + say(doubt.told.message) + times_more(doubt.told, say), 4,
          view);
  if (all > most_doubts)
    page += page_line(say("... and {} more", "……另有 {} 处", all - most_doubts), 4, view);
  return page;
}

/// What a doubt is about: the id and the title of its variable or indicator, empty without one.
struct Named {
  std::string id, title;
};

Named named(const Doubt& doubt, const Framework& framework, Language say) {
  if (doubt.variable >= 0) {
    const Variable& of = framework.variables[doubt.variable];
    return {of.id, say(framework::title_of(of))};
  }
  if (doubt.indicator < 0) return {};
  const Indicator& of = framework.indicators[doubt.indicator];
  return {of.id, say(framework::title_of(of))};
}

}  // namespace

std::string plausibility_page(std::span<const Doubt> doubts, const View& view) {
  const Language say = view.say;
  if (doubts.empty()) return say("Plausibility: nothing implausible\n", "合理性：未见可疑之处\n");
  std::string page = say("Plausibility: {} to look at\n", "合理性：{} 处需核实\n", doubts.size());
  for (int kind = 0; kind < doubt_kind_count; ++kind)
    page += page_of_kind(doubts, static_cast<DoubtKind>(kind), view);
  return page;
}

std::string plausibility_csv(std::span<const Doubt> doubts, const Framework& framework,
                             Language say) {
  CsvLines lines = CsvLines::for_people({"kind", "file", "sheet", "line", "column", "place",
                                         "period", "id", "title", "value", "reference", "message"});
  for (const Doubt& doubt : doubts) {
    const Named of = named(doubt, framework, say);
    const Citation& where = doubt.told.where;
    lines.add(to_string(doubt.kind))
        .add(where.file)
        .add(where.sheet)
        .add_count(where.line)
        .add_count(where.column);
    lines.add(doubt.place).add(to_string(doubt.period)).add(of.id).add(of.title);
    lines.add(doubt.value).add(doubt.reference).add(say(doubt.told.message)).end();
  }
  return lines.text();
}

std::string to_json(std::span<const Doubt> doubts, const Framework& framework, Language say) {
  JsonWriter json;
  json.open('[');
  for (const Doubt& doubt : doubts) {
    const Named of = named(doubt, framework, say);
    const Citation& where = doubt.told.where;
    json.open('{')
        .add("kind", to_string(doubt.kind))
        .add("file", where.file)
        .add("sheet", where.sheet)
        .add_count("line", where.line)
        .add_count("column", where.column)
        .add("place", doubt.place)
        .add("period", to_string(doubt.period))
        .add("id", of.id)
        .add("title", of.title)
        .add("value", doubt.value)
        .add("reference", doubt.reference)
        .add("message", say(doubt.told.message))
        .add("hint", say(doubt.told.hint))
        .close('}');
  }
  return json.close(']').text();
}

}  // namespace tijian::report

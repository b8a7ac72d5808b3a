#include "report/html/page_document.h"

#include "report/html/page_parts.h"
#include "report/method_words.h"
#include "report/words.h"

namespace tijian::report {
namespace {

constexpr int format_version = 1;

void add_head(const PageContent& page, JsonWriter& json) {
  const Framework& framework = page.framework();
  const auto& periods = page.rows.periods();
  json.add("format", format_version).add("language", page.say.code()).key("framework").open('{');
  json.add("id", framework.id).add("version", framework.version);
  json.add("title", page.say(framework.title)).close('}');
  json.add("period", to_string(page.diagnosis().period));
  json.add("last_period", periods.size() < 2 ? "" : to_string(periods[periods.size() - 2]));
  json.add("synthetic", any_flag(page.run(), page.rows.rows(), flag_synthetic));
  json.add("made_by", page.report.made_by).add("command", page.report.command);
  json.key("files").open('[');
  for (const std::string& file : page.report.files) json.add_text(file);
  json.close(']');
}

void add_method(const PageContent& page, JsonWriter& json) {
  std::vector<Fact> lines = method_facts(page.run(), page.say);
  if (page.report.robustness) lines.push_back(robustness_fact(*page.report.robustness, page.say));
  json.key("method").open('[');
  for (const auto& [title, text] : lines)
    json.open('{').add("title", title).add("text", text).close('}');
  json.close(']');
}

void add_periods(const PageContent& page, JsonWriter& json) {
  json.key("periods").open('[');
  for (const Period& period : page.rows.periods()) json.add_text(to_string(period));
  json.close(']').add("compared", page.diagnosis().compared);
  json.add("compared_with", to_string(page.diagnosis().previous));
}

}  // namespace

std::string page_document(const HealthReport& report, Language say) {
  const PageContent page{report, say, PageRows(report), residents(report.run, report.diagnosis)};
  JsonWriter json;
  json.open('{');
  add_head(page, json);
  add_method(page, json);
  add_page_places(page, json);
  add_page_nodes(page, json);
  add_page_indicators(page, json);
  add_page_ranks(page, json);
  add_page_map(page, json);
  add_periods(page, json);
  add_page_tables(page, json);
  json.close('}');
  return json.text();
}

}  // namespace tijian::report

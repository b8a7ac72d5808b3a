#include "report/document_chapters.h"
#include "report/method_words.h"
#include "report/report_facts.h"
#include "report/words.h"

namespace tijian::report {
namespace {

tables::DocumentTable fact_table(const std::vector<Fact>& facts, const std::string& caption,
                                 Language say) {
  tables::DocumentTable table;
  table.caption = caption;
  table.columns = {{say("Item", "项目"), 24}, {say("Says", "内容"), 76}};
  for (const Fact& fact : facts) table.rows.push_back({{fact.name, true}, {fact.text}});
  return table;
}

tables::DocumentTable light_table(Language say) {
  tables::DocumentTable table;
  table.caption = say("Lights", "灯");
  table.columns = {{say("Light", "灯"), 24}, {say("Means", "含义"), 76}};
  for (int k = 0; k <= static_cast<int>(Light::not_applicable); ++k) {
    const auto light = static_cast<Light>(k);
    table.rows.push_back({light_cell(light, say), {light_meaning(light, say)}});
  }
  return table;
}

/// What was decided for this framework alone is no source.
tables::DocumentTable source_table(const DocumentSubject& subject) {
  const Language say = subject.say;
  tables::DocumentTable table;
  table.caption = say("Sources", "来源");
  table.columns = {{say("Source", "来源"), 62},
                   {say("How sure", "可信度"), 24},
                   {say("Indicators", "指标数"), 14, true}};
  for (const SourceCount& one : sources_of(subject.framework())) {
    if (one.confidence == "convention" || one.confidence == "definitional") continue;
    const std::string mark = one.confidence.starts_with("uncited") ? " †" : "";
    table.rows.push_back({{one.source},
                          {confidence_words(one.confidence, say) + mark},
                          {std::to_string(one.indicators)}});
  }
  return table;
}

}  // namespace

void add_method_chapter(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  document.paragraph(ParagraphStyle::heading1, say("Method and sources", "方法与来源"));
  const auto section = [&](const std::string& title, const tables::DocumentTable& table) {
    if (table.rows.empty()) return;
    document.paragraph(ParagraphStyle::heading2, title);
    document.table(table);
  };
  const std::string origin = say("Origin", "由来"), method = say("Method", "方法"),
                    signs = say("Signs", "标记");
  section(origin, fact_table(origin_facts(subject.report, subject.scope, say), origin, say));
  section(method, fact_table(method_facts(subject.run(), say), method, say));
  section(say("Lights", "灯"), light_table(say));
  section(signs, fact_table(legend_facts(say), signs, say));
  section(say("Sources of the indicator system", "指标体系的来源"), source_table(subject));
}

}  // namespace tijian::report

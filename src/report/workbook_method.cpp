#include "report/method_words.h"
#include "report/report_facts.h"
#include "report/words.h"
#include "report/workbook_sheets.h"

namespace tijian::report {

void add_method_sheet(tables::Workbook& workbook, const WorkbookSubject& subject) {
  const Language say = subject.say;
  SheetTable table(
      workbook.add(say("Method", "方法")),
      subject.head(say("method, signs and sources", "方法、标记与来源")),
      {{say("Part", "部分"), 12}, {say("Item", "项目"), 24}, {say("Says", "内容"), 100}});
  const auto add = [&](const std::string& part, const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) table.text(part).text(fact.name, true).text(fact.text).end_row();
  };
  add(say("Origin", "由来"), origin_facts(subject.report, subject.scope, say));
  add(say("Method", "方法"), method_facts(subject.run(), say));
  for (int k = 0; k <= static_cast<int>(Light::not_applicable); ++k) {
    const auto light = static_cast<Light>(k);
    table.text(say("Lights", "灯")).light(light, say(title(light)));
    table.text(light_meaning(light, say)).end_row();
  }
  add(say("Signs", "标记"), legend_facts(say));
  for (const SourceCount& source : sources_of(subject.framework())) {
    const std::string mark = source.confidence.starts_with("uncited") ? " †" : "";
    table.text(say("Sources", "来源")).text(confidence_words(source.confidence, say) + mark);
    table.text(say("{} (indicators: {})", "{}（指标 {} 项）", source.source, source.indicators));
    table.end_row();
  }
  table.finish(0, subject.footer());
}

}  // namespace tijian::report

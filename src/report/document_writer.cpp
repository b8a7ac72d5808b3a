#include "report/document_writer.h"

#include <cmath>

#include "base/catalogue.h"
#include "base/number.h"
#include "report/document_chapters.h"
#include "report/office_look.h"
#include "report/words.h"
#include "tables/office_error.h"
#include "tijian/report/files.h"

namespace tijian::report {

tables::DocumentTable::Cell light_cell(Light light, Language say) {
  const LightColours colours = colours_of(light);
  return {say(title(light)), colours.fill >= 0, colours.fill, colours.text};
}

std::string amount_words(double value, const Indicator& own) {
  const std::string number = base::readable(value);
  return std::isnan(value) || own.unit == "1" ? number : number + ' ' + own.unit;
}

namespace {

void add_front(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  const std::string place =
      subject.scope.rows.size() == 1 ? subject.place(subject.scope.rows.front()) : "";
  document.paragraph(ParagraphStyle::title,
                     say("{}: report", "{}报告", say(subject.framework().title)));
  std::vector<std::string> what{place, period_words(subject.diagnosis().period, say),
                                run_title(subject.run(), say), subject.report.made_by};
  std::erase(what, "");
  std::string line;
  for (const std::string& one : what) line += (line.empty() ? "" : say(" · ", "　")) + one;
  document.paragraph(ParagraphStyle::subtitle, line);
  if (is_synthetic(subject.report, subject.scope))
    document.paragraph(ParagraphStyle::notice, synthetic_notice(say));
}

std::string document_bytes(const HealthReport& report, Language say) {
  const ReportScope scope = scope_of(report);
  const DocumentSubject subject{report, scope, say};
  std::string footer = subject_words(report, scope, say);
  tables::Document document(
      {footer, run_title(report.run, say), report.made_by, say.chinese, footer});
  add_front(document, subject);
  for (const auto add :
       {add_conclusion_chapter, add_limit_chapter, add_problem_chapter, add_category_chapter,
        add_place_chapter, add_gap_chapter, add_method_chapter})
    add(document, subject);
  return document.bytes();
}

}  // namespace

void write_document(const HealthReport& report, Language say, const std::string& path) {
  std::string bytes;
  try {
    bytes = document_bytes(report, say);
  } catch (const tables::OfficeError& error) {
    throw InputError({base::make_diagnostic("C390", {path}, {{"reason", error.what()}})});
  }
  write_file(path, bytes);
}

}  // namespace tijian::report

#include "report/conclusion.h"
#include "report/document_chapters.h"

namespace tijian::report {
namespace {

void add_sentences(tables::Document& document, const std::vector<std::string>& sentences) {
  for (const std::string& one : sentences) document.paragraph(tables::ParagraphStyle::body, one);
}

}  // namespace

void add_conclusion_chapter(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  document.paragraph(ParagraphStyle::heading1, say("Conclusion", "总体结论"));
  const bool several = subject.scope.rows.size() > 1;
  if (subject.row() >= 0) {
    if (several) document.paragraph(ParagraphStyle::heading2, subject.place(subject.row()));
    add_sentences(document, conclusion(subject.diagnosis(), subject.run(), subject.row(), say));
  }
  if (!several) return;
  if (subject.row() >= 0)
    document.paragraph(ParagraphStyle::heading2, say("All places", "全部评价单元"));
  add_sentences(document, conclusion(subject.diagnosis(), subject.run(), say));
}

}  // namespace tijian::report

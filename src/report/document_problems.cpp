#include <algorithm>
#include <cctype>

#include "report/document_chapters.h"
#include "report/finding.h"
#include "report/problem_words.h"
#include "report/shared_problems.h"
#include "report/words.h"

namespace tijian::report {
namespace {

constexpr std::size_t most_urgent = 40;

/// What is said below a problem's sentence: who keeps it, since when it is known, what to do.
std::string below_problem(const DocumentSubject& subject, const Problem& problem) {
  const Language say = subject.say;
  const Indicator& own = subject.framework().indicators[problem.indicator];
  std::string text = say(title(problem.kind));
  if (!say.chinese) text[0] = static_cast<char>(std::toupper(text[0]));
  if (problem.state != ProblemState::none) text += say("; ", "；") + say(title(problem.state));
  if (!own.keeper.empty()) text += say("; department: ", "；责任部门：") + own.keeper;
  text += say(".", "。");
  if (!own.advice.empty()) text += say(" Advice: ", "建议：") + say(own.advice);
  return text;
}

void add_problem(tables::Document& document, const DocumentSubject& subject, const Problem& problem,
                 const std::string& place = {}) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  document.paragraph(ParagraphStyle::numbered,
                     (place.empty() ? "" : place + say(": ", "：")) +
                         finding(subject.diagnosis(), subject.run(), problem, say) +
                         say(".", "。"));
  document.paragraph(ParagraphStyle::continued, below_problem(subject, problem));
}

std::string first_title(std::size_t count, Language say) {
  return say("Red: to be dealt with first ({})", "红色预警：优先整治（{} 项）", count);
}

void add_problems_of(tables::Document& document, const DocumentSubject& subject, Light severity) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  std::vector<const Problem*> own;
  for (const Problem& one : subject.diagnosis().problems)
    if (one.row == subject.row() && one.severity == severity) own.push_back(&one);
  if (own.empty()) return;
  document.paragraph(ParagraphStyle::heading2,
                     severity == Light::red ? first_title(own.size(), say)
                                            : say("Orange: to be watched and planned for ({})",
                                                  "预警：限期改进（{} 项）", own.size()));
  for (const Problem* one : own) add_problem(document, subject, *one);
}

/// The gravest of all places, where none of them is the whole.
void add_urgent(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  std::vector<const Problem*> urgent;
  for (const Problem& one : subject.diagnosis().problems)
    if (subject.scope.holds(one.row) && one.severity == Light::red) urgent.push_back(&one);
  if (urgent.empty()) return;
  document.paragraph(ParagraphStyle::heading2, first_title(urgent.size(), say));
  for (std::size_t i = 0; i < std::min(urgent.size(), most_urgent); ++i)
    add_problem(document, subject, *urgent[i], subject.place(urgent[i]->row));
  if (urgent.size() > most_urgent)
    document.paragraph(ParagraphStyle::note,
                       say("{} more are in the workbook and in problems.csv.",
                           "另有 {} 项，见工作簿和 problems.csv。", urgent.size() - most_urgent));
}

/// What several of the parts have: the whole's task.
void add_shared(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  tables::DocumentTable table;
  table.caption = say("Problems that most places share", "最普遍的问题");
  table.columns = {{say("Places", "单元数"), 10, true},
                   {say("Severity", "严重程度"), 14},
                   {say("By", "依据"), 10},
                   {say("Indicator", "问题指标"), 38},
                   {say("Department", "责任部门"), 28}};
  for (const SharedProblem& one : shared_problems(subject.diagnosis())) {
    if (one.rows.size() < 2 || table.rows.size() == most_shared) break;
    const Indicator& own = subject.framework().indicators[one.indicator];
    table.rows.push_back({{say("{} of {}", "{}/{}", one.rows.size(), subject.scope.rows.size())},
                          light_cell(one.severity, say),
                          {say(title(one.aspect))},
                          {say(own.title), true},
                          {own.keeper}});
  }
  if (table.rows.empty()) return;
  document.paragraph(ParagraphStyle::heading2,
                     say("What most places share", "各评价单元最普遍的问题"));
  document.table(table);
}

}  // namespace

void add_problem_chapter(tables::Document& document, const DocumentSubject& subject) {
  using tables::ParagraphStyle;
  const Language say = subject.say;
  document.paragraph(ParagraphStyle::heading1, say("Problems by urgency", "问题清单与整治建议"));
  const bool ill = std::ranges::any_of(subject.diagnosis().problems, [&](const Problem& one) {
    return subject.scope.holds(one.row);
  });
  if (!ill)
    return document.paragraph(ParagraphStyle::body, say("No problem was found.", "没有发现问题。"));
  if (subject.row() >= 0)
    for (const Light severity : {Light::red, Light::orange, Light::yellow, Light::green})
      add_problems_of(document, subject, severity);
  else
    add_urgent(document, subject);
  if (subject.scope.rows.size() > 1) add_shared(document, subject);
  if (std::ranges::any_of(subject.framework().indicators,
                          [](const Indicator& own) { return own.uncited(); }))
    document.paragraph(ParagraphStyle::note, uncited_legend(say) + say(".", "。"));
}

}  // namespace tijian::report

#include "report/workbook_writer.h"

#include "base/catalogue.h"
#include "report/score_lines.h"
#include "report/words.h"
#include "report/workbook_sheets.h"
#include "tables/office_error.h"
#include "tijian/report/files.h"

namespace tijian::report {

std::string WorkbookSubject::category(int indicator) const {
  const Node* node = category_of(framework(), framework().node_of(indicator));
  return node ? say(node->title) : "";
}

std::vector<const Problem*> WorkbookSubject::problems(bool with_past) const {
  std::vector<const Problem*> own;
  for (const Problem& one : diagnosis().problems)
    if (scope.holds(one.row)) own.push_back(&one);
  if (!with_past) return own;
  for (const Problem& one : diagnosis().past)
    if (scope.holds(one.row)) own.push_back(&one);
  return own;
}

std::vector<std::string> WorkbookSubject::head(const std::string& sheet,
                                               const std::vector<std::string>& more) const {
  std::vector<std::string> lines{subject_words(report, scope, say) + say(" – ", "　") + sheet};
  if (is_synthetic(report, scope)) lines.push_back(synthetic_notice(say));
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

std::string WorkbookSubject::footer() const {
  const std::string mark = is_synthetic(report, scope)
                               ? say("synthetic data, not to be cited", "合成数据，不得引用")
                               : "";
  return "&L&8" + mark + "&C&8&A&R&8&P / &N";
}

namespace {

std::string workbook_bytes(const HealthReport& report, Language say) {
  const ReportScope scope = scope_of(report);
  const WorkbookSubject subject{report, scope, say};
  tables::Workbook workbook({subject_words(report, scope, say), run_title(report.run, say),
                             report.made_by, say("Arial", "微软雅黑")});
  for (const auto add : {add_indicator_sheet, add_problem_sheet, add_advice_sheet, add_score_sheet,
                         add_chart_sheet, add_gap_sheet, add_method_sheet})
    add(workbook, subject);
  return workbook.bytes();
}

}  // namespace

void write_workbook(const HealthReport& report, Language say, const std::string& path) {
  std::string bytes;
  try {
    bytes = workbook_bytes(report, say);
  } catch (const tables::OfficeError& error) {
    throw InputError({base::make_diagnostic("C390", {path}, {{"reason", error.what()}})});
  }
  write_file(path, bytes);
}

}  // namespace tijian::report

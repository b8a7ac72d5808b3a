#include <string_view>

#include "base/output_file.h"
#include "report/html/page_assets.h"
#include "report/html/page_document.h"
#include "report/report_formats.h"

namespace tijian::report {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

/// Until the script has run, and for those who index files.
std::string title_of(const HealthReport& report, Language say) {
  std::string title = say(report.run.framework->title) + ' ' + to_string(report.diagnosis.period);
  for (const auto& [mark, text] : {std::pair{"&", "&amp;"}, {"<", "&lt;"}})
    title = replaced(std::move(title), mark, text);
  return title;
}

/// A file that asks for nothing from outside: no `<` of the document and no end of a script in the
/// script can end the element that it stands in.
void write_html(const HealthReport& report, Language say, const PageAssets& assets,
                const std::string& path) {
  base::OutputFile file(path);
  file.write("<!doctype html><html lang=\"");
  file.write(say.code());
  file.write(
      "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width,initial-scale=1\"><title>");
  file.write(title_of(report, say));
  file.write("</title><style>");
  file.write(assets.style);
  file.write("</style></head><body><noscript>");
  file.write(say("This report needs JavaScript; it asks for nothing from outside.",
                 "本报告需要启用 JavaScript；不会访问任何外部内容。"));
  file.write("</noscript><div id=\"app\"></div><script type=\"application/json\" id=\"data\">");
  file.write(replaced(page_document(report, say), "<", "\\u003c"));
  file.write("</script><script>");
  file.write(replaced(std::string(assets.script), "</script", "<\\/script"));
  file.write("</script></body></html>\n");
  file.close();
}

}  // namespace

void write_page(const HealthReport& report, Language say, const std::string& path) {
  write_html(report, say, page_assets(), path);
}

void write_page_of_sheets(const HealthReport& report, Language say, const std::string& path) {
  write_html(report, say, sheets_assets(), path);
}

}  // namespace tijian::report

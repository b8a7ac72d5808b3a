#include <cmath>

#include "report/csv_lines.h"
#include "report/peer_study_parts.h"

namespace tijian::report {
namespace {

class BalanceFile {
 public:
  BalanceFile(const Balance& balance, const Run& run, Language say)
      : balance_(balance), run_(run), say_(say) {}

  std::string text() {
    for (const Coordination& one : balance_.rows) add(one);
    for (const Inequality& one : balance_.nodes) add(one);
    return lines_.text();
  }

 private:
  void add(const Coordination& one) {
    const auto line = [&](const char* measure, double value, int grade) {
      start(one.group, run_.table.rows.place_of(one.row), 0, measure);
      end("", one.categories, value, grade < 0 ? "" : say_(coordination_title(grade)), one.why);
    };
    line("development", one.development, -1);
    line("coupling", one.coupling, -1);
    line("coordination", one.coordination, one.grade);
    line("coupling_modified", one.coupling_modified, -1);
    line("coordination_modified", one.coordination_modified, one.grade_modified);
  }

  void add(const Inequality& one) {
    const auto line = [&](const char* measure, double value, Undefined why) {
      start(one.group, "", one.node, measure);
      end("", one.places, value, "", why);
    };
    line("gini", one.gini, one.why);
    line("variation", one.variation, one.why_variation);
    line("theil", one.theil, one.why);
    for (const TheilBetween& between : one.between) {
      start(one.group, "", one.node, "theil_between");
      end(between.attribute, between.places, between.share, "", between.why);
    }
  }

  void start(int group, const std::string& place, int node, const char* measure) {
    lines_.add(to_string(balance_.period)).add(balance_.groups[group]).add(place);
    lines_.add(run_.framework->nodes[node].id).add(measure);
  }

  void end(const std::string& attribute, int n, double value, const std::string& grade,
           Undefined why) {
    lines_.add(attribute).add(std::to_string(n)).add(value).add(grade).add(to_string(why)).end();
  }

  const Balance& balance_;
  const Run& run_;
  Language say_;
  CsvLines lines_ = CsvLines::for_people(
      {"period", "group", "place", "node", "measure", "attribute", "n", "value", "grade", "note"});
};

}  // namespace

std::string balance_csv(const Balance& balance, const Run& run, Language say) {
  return BalanceFile(balance, run, say).text();
}

}  // namespace tijian::report

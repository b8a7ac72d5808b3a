#include "report/residents_file.h"

#include <cmath>

#include "base/number.h"
#include "report/csv_lines.h"

namespace tijian::report {
namespace {

CsvLines& add_row(CsvLines& lines, const Diagnosis& diagnosis, Index row) {
  return lines.add(diagnosis.rows.place_of(row)).add(to_string(diagnosis.rows.period[row]));
}

/// `Satisfaction 62 %, 95 % interval 55 to 68 of 210 answers`
std::string survey_words(const FeltReading& reading, const Indicator& survey, Language say) {
  const std::string unit = survey.unit == "1" ? "" : ' ' + survey.unit;
  std::string out = say(survey.title) + ' ' + base::readable(reading.value) + unit;
  if (std::isnan(reading.low)) return out;
  return out + say(", 95 % interval {} to {} of {} answers", "，{2} 份回答，95 % 区间 {0} 至 {1}",
                   base::readable(reading.low, 3), base::readable(reading.high, 3),
                   base::readable(reading.answers));
}

}  // namespace

Quadrant quadrant_at(const Residents& felt, const Framework& framework, const Problem& problem) {
  const int node = felt_node(framework, problem.indicator);
  const FeltReading* reading = node < 0 ? nullptr : felt.find(problem.row, node);
  return reading ? reading->quadrant : Quadrant::unknown;
}

std::string residents_file(const Residents& felt, const Diagnosis& diagnosis, Language say) {
  const Framework& framework = *diagnosis.framework;
  CsvLines lines = CsvLines::for_people({"place", "period", "node", "title", "survey", "value",
                                         "unit", "low", "high", "answers", "felt", "objective",
                                         "quadrant", "importance", "priority"});
  for (const FeltReading& reading : felt.readings) {
    const Node& node = framework.nodes[reading.node];
    const Indicator& survey = framework.indicators[reading.indicator];
    add_row(lines, diagnosis, reading.row).add(node.id).add(say(node.title)).add(survey.id);
    lines.add(reading.value).add(survey.unit).add(reading.low).add(reading.high);
    lines.add(reading.answers).add(to_string(reading.felt)).add(to_string(reading.objective));
    lines.add(to_string(reading.quadrant)).add(reading.importance);
    lines.add(to_string(reading.priority)).end();
  }
  return lines.text();
}

std::string shares_file(const Diagnosis& diagnosis, const Run& run, Language say) {
  CsvLines lines = CsvLines::for_people({"place", "period", "node", "title", "value", "unit", "low",
                                         "high", "answers", "pooled", "peers"});
  for (const ShareReading& share : diagnosis.shares) {
    const Indicator& own = diagnosis.framework->indicators[share.indicator];
    const Reading& reading = diagnosis.indicators(share.row, share.indicator);
    add_row(lines, diagnosis, share.row).add(own.id).add(say(own.title));
    lines.add(run.table.values(share.row, share.indicator)).add(own.unit).add(share.low);
    lines.add(share.high).add(share.answers).add(share.pooled);
    lines.add(to_string(reading.aspects[static_cast<std::size_t>(Aspect::peers)])).end();
  }
  return lines.text();
}

std::vector<std::string> residents_lines(const Residents& felt, const Diagnosis& diagnosis,
                                         Index row, Language say) {
  const Framework& framework = *diagnosis.framework;
  std::vector<std::string> out;
  for (const FeltReading& reading : felt.readings) {
    const bool poor =
        reading.quadrant == Quadrant::both_poor || reading.quadrant == Quadrant::felt_worse;
    if (reading.row != row || !poor) continue;
    out.push_back(say("Residents: {}: {} ({})", "居民：{}：{}（{}）",
                      say(framework.nodes[reading.node].title), say(title(reading.quadrant)),
                      survey_words(reading, framework.indicators[reading.indicator], say)));
  }
  return out;
}

}  // namespace tijian::report

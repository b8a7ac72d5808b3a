#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/output_file.h"
#include "framework/title.h"
#include "report/csv_lines.h"
#include "report/study_words.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/layout.h"
#include "tijian/report/message.h"
#include "tijian/report/prescription.h"

namespace tijian::report {
namespace {

using Why = Prescription::NotMoved::Why;

std::string reason_of(Why why, Language say) {
  switch (why) {
    case Why::no_value:
      return say("no value", "没有数值");
    case Why::relative:
      return say("scored against other places", "与其他单元比较计分");
    case Why::no_reach:
      return say("it is not known how far they can go", "不知道能提升多少");
    case Why::at_best:
      break;
  }
  return say("nothing to gain within reach", "可及范围内得分不会提高");
}

class PrescriptionTable {
 public:
  PrescriptionTable(const Run& run, const Prescription& found, const PrescriptionOptions& options,
                    std::uint16_t data_flags, const View& view)
      : run_(run),
        framework_(*run.framework),
        found_(found),
        options_(options),
        data_flags_(data_flags),
        view_(view),
        say_(view.say) {}

  std::string render() const {
    std::string out = head();
    if (!found_.steps.empty()) out += '\n' + steps() + '\n';
    for (const std::string& line : {result(), breaches(), robust(), second()})
      if (!line.empty()) out += wrap(line, view_.width, 0) + '\n';
    for (const Why why : {Why::at_best, Why::relative, Why::no_reach, Why::no_value})
      if (const std::string line = not_moved(why); !line.empty())
        out += wrap(line, view_.width, 2) + '\n';
    return out;
  }

 private:
  std::string name(int indicator) const {
    return say_(framework::title_of(framework_.indicators[indicator]));
  }
  bool fewest() const { return options_.aim == PrescriptionOptions::Aim::fewest; }

  std::string head() const {
    std::string title = run_.table.rows.place_of(found_.row);
    if (const std::string when = to_string(run_.table.rows.period[found_.row]); !when.empty())
      title += say_(", ", "，") + when;
    title += say_(": {} {} → {}, goal {}", "：{} {} → {}，目标 {}",
                  say_(framework::title_of(framework_.nodes[found_.node])),
                  base::fixed(found_.before, 2), base::fixed(found_.after, 2),
                  base::readable(found_.goal));
    return styled(title, Style::strong, view_.colour) + synthetic_words(data_flags_, view_) + '\n';
  }

  std::string steps() const {
    TextTable table({{say_("indicator", "指标"), false, 12, 0},
                     {say_("from", "现状"), true, 0, 0},
                     {say_("to", "提升到"), true, 0, 0},
                     {say_("unit", "单位"), false, 0, 2},
                     {say_("gain", "得分变化"), true, 0, 0},
                     {say_("cost", "代价"), true, 0, 0},
                     {say_("keeper", "主管部门"), false, 8, 1}});
    for (const PrescribedStep& step : found_.steps) {
      const Indicator& own = framework_.indicators[step.indicator];
      table.add({{name(step.indicator), Style::strong},
                 {base::readable(step.from)},
                 {base::readable(step.to), Style::strong},
                 {own.unit == "1" ? "" : own.unit},
                 {base::fixed(step.gain, 2)},
                 {base::readable(step.cost)},
                 {own.keeper}});
    }
    return table.render(view_.width, view_.colour);
  }

  std::string result() const {
    if (!found_.reached && found_.steps.empty())
      return say_("The goal is out of reach within a period: nothing can be moved.",
                  "一期之内达不到目标：没有能提升的指标。");
    if (!found_.reached)
      return say_("The goal is out of reach within a period: this is all that can be moved.",
                  "一期之内达不到目标：以上是全部能提升的指标。");
    if (found_.steps.empty()) return say_("The goal is reached already.", "已达到目标。");
    const std::string cost = base::readable(found_.cost);
    if (!found_.optimal)
      return say_("Cost {}. The best that was found; the search was too long to prove it.",
                  "代价 {}。这是已找到的最好方案；搜索过长，未能证明最优。", cost);
    return fewest() ? say_("Cost {}. Proved: no fewer indicators will do.",
                           "代价 {}。已证明：不能再少。", cost)
                    : say_("Cost {}. Proved: no cheaper set of full steps will do.",
                           "代价 {}。已证明：没有更省的指标组合。", cost);
  }

  std::string breaches() const {
    std::vector<std::string> names;
    for (const int indicator : found_.breaches) names.push_back(name(indicator));
    if (names.empty()) return "";
    return say_("Hard limits still in breach, which cap the score: {}.",
                "仍突破的底线指标（得分因此封顶）：{}。", say_(some_of(names)));
  }

  std::string robust() const {
    if (std::isnan(found_.robust)) return "";
    return say_("The goal is reached in {} of {} draws of the weights (each 0.75 to 1.25 times).",
                "权重各变动 0.75 至 1.25 倍，{1} 次中有 {0} 达到目标。",
                base::percent(found_.robust), options_.draws);
  }

  std::string second() const {
    if (!found_.second) return "";
    std::vector<std::string> names;
    for (const PrescribedStep& step : found_.second->steps)
      names.push_back(
          say_("{} to {}", "{}提升到 {}", name(step.indicator), base::readable(step.to)));
    return say_("Second best: {}; cost {}, score {}.", "次优：{}；代价 {}，得分 {}。",
                joined(names, say_(", ", "、")), base::readable(found_.second->cost),
                base::fixed(found_.second->after, 2));
  }

  std::string not_moved(Why why) const {
    std::vector<std::string> names;
    for (const Prescription::NotMoved& one : found_.not_moved)
      if (one.why == why) names.push_back(name(one.indicator));
    if (names.empty()) return "";
    return say_("Not moved, {}: {}.", "未提升（{}）：{}。", reason_of(why, say_),
                say_(some_of(names)));
  }

  const Run& run_;
  const Framework& framework_;
  const Prescription& found_;
  const PrescriptionOptions& options_;
  std::uint16_t data_flags_;
  const View& view_;
  Language say_;
};

/// `raise Beds from 40 to 65 张`
std::string advice_of(const Indicator& own, const PrescribedStep& step, Language say) {
  const std::string name = say(framework::title_of(own)), unit = own.unit == "1" ? "" : own.unit;
  const std::string from = base::readable(step.from), to = base::readable(step.to);
  const std::string with_unit = unit.empty() ? to : to + ' ' + unit;
  return step.to > step.from
             ? say("raise {} from {} to {}", "{}由 {} 提高到 {}", name, from, with_unit)
             : say("lower {} from {} to {}", "{}由 {} 降低到 {}", name, from, with_unit);
}

/// The period after, to check again in.
std::string next_check(const Period& period) {
  if (period.part == Period::Part::none) return "";
  return std::to_string(period.year + 1);
}

}  // namespace

std::string prescription_table(const Run& run, const Prescription& found,
                               const PrescriptionOptions& options, std::uint16_t data_flags,
                               const View& view) {
  return PrescriptionTable(run, found, options, data_flags, view).render();
}

std::string_view name_of(Prescription::NotMoved::Why why) {
  return why == Why::no_value   ? "no_value"
         : why == Why::relative ? "relative"
         : why == Why::no_reach ? "no_reach"
                                : "at_best";
}

std::vector<std::string> write_prescription(const Run& run, const Prescription& found,
                                            const Diagnosis& diagnosis, std::uint16_t data_flags,
                                            const std::string& folder, Language say) {
  const auto problem = [&](int indicator) {
    const auto own = std::ranges::find_if(diagnosis.problems, [&](const Problem& one) {
      return one.row == found.row && one.indicator == indicator;
    });
    return own == diagnosis.problems.end() ? std::string() : own->id;
  };
  CsvLines lines(
      {"number", "problem", "place", "period", "node", "indicator", "title", "advice", "from", "to",
       "unit", "gain", "cost", "grade_after", "keeper", "deadline", "project", "check_again"},
      data_flags);
  const Node& node = run.framework->nodes[found.node];
  const Grade* grade = node.grade(found.after);
  const Period& period = run.table.rows.period[found.row];
  int number = 0;
  for (const PrescribedStep& step : found.steps) {
    const Indicator& own = run.framework->indicators[step.indicator];
    lines.add(std::to_string(++number)).add(problem(step.indicator));
    lines.add(run.table.rows.place_of(found.row));
    lines.add(to_string(period)).add(node.id).add(own.id).add(say(framework::title_of(own)));
    lines.add(advice_of(own, step, say)).add(step.from).add(step.to).add(own.unit);
    lines.add(step.gain).add(step.cost).add(grade_words(node, grade, say)).add(own.keeper);
    lines.add("").add("").add(next_check(period)).end();
  }
  const std::string path = folder + "/prescriptions.csv";
  base::write_file(path, lines.text());
  return {path};
}

}  // namespace tijian::report

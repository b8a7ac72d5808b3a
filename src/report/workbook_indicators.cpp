#include <algorithm>

#include "report/problem_words.h"
#include "report/words.h"
#include "report/workbook_sheets.h"

namespace tijian::report {
namespace {

/// What an indicator is held against: its standard, else the plan's target.
struct Yardstick {
  double limit = missing;
  std::string mark;  ///< † where its source was not checked
  std::string words;
};

Yardstick yardstick_of(const Indicator& own, const Period& period, Language say) {
  const Standard* standard = own.standard_in(period.year);
  const auto limit = standard ? standard->limit(own.direction) : std::nullopt;
  const std::string hard = own.binding ? say("hard limit, ", "底线·") : "";
  if (limit)
    return {*limit, own.uncited("standard") ? uncited_mark : "",
            hard + (own.direction == Direction::lower ? say("standard, at most", "标准，不高于")
                                                      : say("standard, at least", "标准，不低于"))};
  if (!own.plan || !own.plan->target) return {};
  const YearValue& target = *own.plan->target;
  return {
      target.value, own.uncited("target") ? uncited_mark : "",
      hard + (target.year ? say("target {}", "{} 年目标", *target.year) : say("target", "目标"))};
}

class IndicatorSheet {
 public:
  IndicatorSheet(tables::Workbook& workbook, const WorkbookSubject& subject)
      : subject_(subject),
        say_(subject.say),
        table_(workbook.add(say_("Indicators", "指标汇总表")),
               subject.head(say_("all indicators", "指标汇总表"), {uncited_legend(say_)}),
               columns()) {}

  void write() {
    for (const Index row : subject_.scope.rows)
      for (int j = 0; j < static_cast<int>(subject_.framework().indicators.size()); ++j)
        add(row, j);
    table_.finish(3, subject_.footer());
  }

 private:
  std::vector<SheetTable::Column> columns() const {
    return {{say_("Place", "评价单元"), 12},
            {say_("Category", "类别"), 17},
            {say_("Indicator", "指标"), 22},
            {say_("Light", "灯"), 10},
            {say_("Value", "指标值")},
            {say_("Unit", "单位"), 10},
            {say_("Standard or target", "标准或目标")},
            {say_("Which", "何种标准"), 12},
            {say_("Verdict", "判断"), 24},
            {say_("Trend", "走势"), 10},
            {say_("Value before", "上期值")},
            {say_("Period before", "上期")},
            {say_("Change", "变化")},
            {say_("Median of peers", "同类中位数")},
            {say_("Rank", "名次")},
            {say_("of", "同类个数")},
            {say_("Department", "主管部门"), 12},
            {say_("Remarks", "备注"), 14}};
  }

  void add(Index row, int j) {
    const Indicator& own = subject_.framework().indicators[j];
    const Reading& reading = subject_.diagnosis().indicators(row, j);
    const Judgement judgement = subject_.run().card.judgement(row, j);
    const double value = subject_.run().card.value(row, j);
    const Period& period = subject_.diagnosis().period;
    const bool alone = reading.of < 2;
    const bool applies = reading.light != Light::not_applicable;  // else it is not its limit
    const Yardstick yardstick = applies ? yardstick_of(own, period, say_) : Yardstick{};
    table_.text(subject_.place(row)).text(subject_.category(j)).text(say_(own.title), true);
    table_.light(reading.light, say_(title(reading.light)));
    table_.number(value, subject_.run().uncited_value(row, j) ? uncited_mark : "");
    table_.text(own.unit == "1" ? "" : own.unit);
    table_.number(yardstick.limit, yardstick.mark).text(yardstick.words);
    table_.text(verdict_words(own, value, judgement, period, say_));
    table_.text(say_(title(reading.arrow))).number(reading.last);
    table_.text(to_string(reading.last_period))
        .number(value - reading.last, change_decimals(value, reading.last));
    table_.number(reading.median).count(alone ? 0 : reading.rank).count(alone ? 0 : reading.of);
    table_.text(own.keeper).text(remarks(row, j)).end_row();
  }

  /// Those of what it is a difference of: else rounding errors of binary numbers show.
  static int change_decimals(double value, double last) {
    return std::max(decimals_of(value), decimals_of(last));
  }

  std::string remarks(Index row, int j) const {
    const int column = subject_.run().card.column(subject_.framework().node_of(j));
    std::string out;
    if (subject_.diagnosis().indicators(row, j).fragile)
      out = say_("borderline: rounding or chance may turn the light",
                 "临界：取整或抽样误差可使灯变色");
    const std::string flags = flag_words(subject_.run().flags(row, column), say_);
    return out + (out.empty() || flags.empty() ? "" : say_("; ", "；")) + flags;
  }

  const WorkbookSubject& subject_;
  Language say_;
  SheetTable table_;
};

}  // namespace

void add_indicator_sheet(tables::Workbook& workbook, const WorkbookSubject& subject) {
  IndicatorSheet(workbook, subject).write();
}

}  // namespace tijian::report

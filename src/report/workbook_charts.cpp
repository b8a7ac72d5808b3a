#include <algorithm>
#include <array>
#include <cmath>

#include "report/problem_words.h"
#include "report/workbook_sheets.h"

namespace tijian::report {
namespace {

constexpr int chart_column = 5, chart_width = 760;
constexpr double pixels_a_row = 20;

/// Small tables one below the other, each with its chart to the right.
class ChartSheet {
 public:
  ChartSheet(tables::Workbook& workbook, const WorkbookSubject& subject)
      : subject_(subject), say_(subject.say), sheet_(workbook.add(say_("Charts", "图表"))) {
    tables::CellStyle style;
    for (const std::string& line : subject.head(say_("charts", "图表"))) {
      style.bold = row_ == 0;
      style.size = row_ == 0 ? 14 : 10;
      sheet_.text(row_++, 0, line, style);
    }
    sheet_.column_width(0, 44);
    for (int column = 1; column < chart_column - 1; ++column) sheet_.column_width(column, 13);
    sheet_.column_width(chart_column - 1, 3);
  }

  void write() {
    const bool any_category = subject_.diagnosis().nodes.size() > 1;
    if (subject_.scope.whole >= 0 && any_category) categories(subject_.scope.whole);
    problems();
    if (subject_.scope.parts.size() > 1) {
      sheet_.new_page(row_ + 1);
      places();
    }
    sheet_.print(0, 0, subject_.footer());
  }

 private:
  void header(const std::string& title, const std::vector<std::string>& columns) {
    ++row_;
    tables::CellStyle strong;
    strong.bold = true;
    strong.size = 11;
    sheet_.text(row_++, 0, title, strong);
    tables::CellStyle style;
    style.bold = style.border = style.wrap = true;
    style.fill = header_fill;
    style.align = tables::Align::centre;
    for (int column = 0; column < static_cast<int>(columns.size()); ++column)
      sheet_.text(row_, column, columns[static_cast<std::size_t>(column)], style);
    first_ = ++row_;
  }

  void line(const std::string& name, const std::vector<double>& numbers, int decimals) {
    tables::CellStyle style;
    style.border = true;
    sheet_.text(row_, 0, name, style);
    style.align = tables::Align::right;
    style.number = number_format(decimals);
    for (int column = 0; column < static_cast<int>(numbers.size()); ++column)
      sheet_.number(row_, column + 1, numbers[static_cast<std::size_t>(column)], style);
    ++row_;
  }

  tables::CellRange cells(int column) const { return {first_, column, row_ - 1, column}; }

  /// Beside the table above; what follows begins below both.
  void chart(tables::BarChart chart, int height) {
    chart.labels = cells(0);
    chart.width = chart_width;
    chart.height = height;
    chart.description = chart.title;
    sheet_.chart(chart, first_ - 2, chart_column);
    row_ = std::max(row_, first_ - 2 + static_cast<int>(height / pixels_a_row) + 1);
  }

  void categories(Index row) {
    const Scorecard& card = subject_.run().card;
    bool any_before = false;
    const std::string place = subject_.place(row);
    header(say_("Scores of categories: {}", "{}各类别得分", place),
           {say_("Category", "类别"), say_("Score", "得分"), say_("Score before", "上期得分")});
    for (std::size_t k = 1; k < subject_.diagnosis().nodes.size(); ++k) {
      const int node = subject_.diagnosis().nodes[k];
      const double last = subject_.diagnosis().categories(row, static_cast<Index>(k)).last;
      any_before = any_before || !std::isnan(last);
      line(say_(subject_.framework().nodes[node].title), {card.score(row, card.column(node)), last},
           2);
    }
    tables::BarChart look;
    look.title = say_("Scores of categories: {}", "{}各类别得分", place);
    look.number = "0.0";
    look.series.push_back({say_("this period", "本期"), cells(1), bar_now});
    if (any_before)
      look.series.push_back({say_("the period before", "上期"), cells(2), bar_before});
    chart(look, 90 + (any_before ? 28 : 22) * (row_ - first_));
  }

  void problems() {
    header(say_("Problems by kind", "各类问题个数"),
           {say_("Kind", "问题种类"), say_(title(Light::red)), say_(title(Light::orange))});
    std::array<std::array<int, 2>, 6> counts{};
    for (const Problem* one : subject_.problems(false))
      ++counts[static_cast<std::size_t>(one->kind)][one->severity == Light::red ? 0 : 1];
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
      line(say_(title(static_cast<ProblemKind>(kind))),
           {static_cast<double>(counts[kind][0]), static_cast<double>(counts[kind][1])}, 0);
    tables::BarChart look;
    look.title = say_("Number of problems", "问题个数");
    look.number = "0;;";  // no label where there is none
    look.series.push_back({say_(title(Light::red)), cells(1), colours_of(Light::red).fill});
    look.series.push_back({say_(title(Light::orange)), cells(2), colours_of(Light::orange).fill});
    chart(look, 250);
  }

  void places() {
    const Scorecard& card = subject_.run().card;
    header(say_("Index by place", "各评价单元总指数"),
           {say_("Place", "评价单元"), say_("Index", "总指数"), say_("Uncapped", "封顶前"),
            say_("Rank", "名次")});
    for (const Index row : subject_.scope.parts) {
      const int rank = card.rank(row, 0);
      line(subject_.place(row), {card.score(row, 0), card.uncapped_of(row, 0)}, 2);
      tables::CellStyle style;
      style.border = true;
      style.align = tables::Align::right;
      sheet_.number(row_ - 1, 3, rank > 0 ? rank : missing, style);
    }
    tables::BarChart look;
    look.title = say_("Index by place, the best first", "各评价单元总指数（由高到低）");
    look.number = "0.0";
    look.series.push_back({say_("index", "总指数"), cells(1), bar_now});
    chart(look, 80 + 18 * (row_ - first_));
  }

  const WorkbookSubject& subject_;
  Language say_;
  tables::Sheet& sheet_;
  int row_ = 0, first_ = 0;  ///< the next row, and the first of the table that is written
};

}  // namespace

void add_chart_sheet(tables::Workbook& workbook, const WorkbookSubject& subject) {
  ChartSheet(workbook, subject).write();
}

}  // namespace tijian::report

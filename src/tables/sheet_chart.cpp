#include "tables/office_error.h"
#include "tables/workbook.h"
#include "tables/workbook_state.h"

namespace tijian::tables {
namespace {

using SetCells = void (*)(lxw_chart_series*, const char*, lxw_row_t, lxw_col_t, lxw_row_t,
                          lxw_col_t);

void set_cells(SetCells set, lxw_chart_series* series, const std::string& sheet,
               const CellRange& cells) {
  set(series, sheet.c_str(), static_cast<lxw_row_t>(cells.first_row),
      static_cast<lxw_col_t>(cells.first_column), static_cast<lxw_row_t>(cells.last_row),
      static_cast<lxw_col_t>(cells.last_column));
}

void add_series(lxw_chart* chart, const BarChart& look, const BarChart::Series& one,
                const std::string& sheet) {
  lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
  set_cells(chart_series_set_categories, series, sheet, look.labels);
  set_cells(chart_series_set_values, series, sheet, one.values);
  chart_series_set_name(series, one.name.c_str());
  lxw_chart_fill fill{};
  fill.color = static_cast<lxw_color_t>(one.colour);
  chart_series_set_fill(series, &fill);
  chart_series_set_labels(series);
  chart_series_set_labels_num_format(series, look.number.c_str());
}

void set_axes(lxw_chart* chart) {
  lxw_chart_axis *const names = chart->y_axis, *const values = chart->x_axis;  // bars lie
  chart_axis_set_reverse(names);  // the first at the top
  lxw_chart_line none{};
  none.none = LXW_TRUE;
  lxw_chart_line pale{};
  pale.color = 0xE8ECEF;
  pale.width = 0.75;
  chart_axis_major_gridlines_set_line(values, &pale);
  chart_axis_set_line(values, &none);
  chart_axis_set_num_format(values, "0");
  chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
  chart_axis_set_min(values, 0);           // else the bars' lengths mislead
  chart_axis_set_interval_unit(names, 1);  // no label is left out
}

}  // namespace

void Sheet::chart(const BarChart& look, int row, int column) {
  lxw_chart* chart = workbook_add_chart(state_.workbook, LXW_CHART_BAR);
  if (!chart) throw OfficeError("out of memory");
  for (const BarChart::Series& one : look.series) add_series(chart, look, one, name_);
  set_axes(chart);
  lxw_chart_font font{};
  font.size = 11;
  font.bold = LXW_TRUE;
  chart_title_set_name(chart, look.title.c_str());
  chart_title_set_name_font(chart, &font);
  chart_legend_set_position(
      chart, look.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  lxw_chart_options options{};
  options.x_scale = look.width / 480.0;  // of the library's own size
  options.y_scale = look.height / 288.0;
  options.description = const_cast<char*>(look.description.c_str());
  expect_done(worksheet_insert_chart_opt(static_cast<lxw_worksheet*>(sheet_),
                                         static_cast<lxw_row_t>(row),
                                         static_cast<lxw_col_t>(column), chart, &options));
}

}  // namespace tijian::tables

"""What departments do to the forms that they are sent: one fault a workbook, where it is and what must be said of it."""
import datetime

import openpyxl
from openpyxl.utils import get_column_letter

from filled_forms import PERIOD, PLACE, TITLE, UNIT, VALUE, VARIABLE

FORM = "填报表"
# A street that no rule of the framework treats in a way of its own.
STREET = "望京街道"


class Fault:
    """`file`: the department; `cell`: as a spreadsheet names it, empty for the whole; `says`: words of the message and of its hint, by
    language. Without a code nothing may be said of the file; `jump` is told by the page of plausibility."""

    def __init__(self, file, code, says, spoil, *, cell="", sheet=FORM):
        self.file, self.code, self.cell, self.sheet, self.spoil = file, code, cell, sheet, spoil
        self.says = says


def row_of(sheet, variable, place=STREET):
    for row in range(2, sheet.max_row + 1):
        if (sheet.cell(row, PLACE).value, sheet.cell(row, VARIABLE).value) == (place, variable):
            return row
    raise LookupError(f"{variable} of {place}")


def in_book(change):
    """Of a change to the form's sheet one to the file."""
    def spoil(path):
        book = openpyxl.load_workbook(path)
        change(book[FORM])
        book.save(path)
    return spoil


def put(variable, column, entered, place=STREET):
    """Types something else into a cell."""
    def change(sheet):
        cell = sheet.cell(row_of(sheet, variable, place), column)
        cell.value = entered(cell.value) if callable(entered) else entered
    return in_book(change)


def merge_three(variable):
    def change(sheet):
        first = row_of(sheet, variable)
        sheet.merge_cells(start_row=first, end_row=first + 2, start_column=VALUE, end_column=VALUE)
    return in_book(change)


def delete_row(variable):
    return in_book(lambda sheet: sheet.delete_rows(row_of(sheet, variable)))


def hide_row(variable):
    def change(sheet):
        sheet.row_dimensions[row_of(sheet, variable)].hidden = True
    return in_book(change)


def add_row(variable, changed):
    """A copy of a row below the table, with some cells changed."""
    def change(sheet):
        row = [cell.value for cell in sheet[row_of(sheet, variable)]]
        for column, text in changed.items():
            row[column - 1] = text
        sheet.append(row)
    return in_book(change)


def rename_header(column, name):
    return in_book(lambda sheet: setattr(sheet.cell(1, column), "value", name))


def rename_sheet(path):
    """And writes a place by its other name, which is in the list."""
    book = openpyxl.load_workbook(path)
    book[FORM].cell(2, PLACE).value = "朝阳"
    book[FORM].title = "2021年数据"
    book.save(path)


def add_notes(path):
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("说明与联系人")
    for line in ["本表由规划科填写", "联系人：张三", "数据截至2021年末"]:
        sheet.append([line])
    book.save(path)


def cut(path):
    path.write_bytes(path.read_bytes()[:-2000])


def empty(path):
    openpyxl.Workbook().save(path)


def other_file(source):
    return lambda path: path.write_bytes(source.read_bytes())


def older_figures(source):
    """Another department's workbook, with the figures of a draft."""
    def spoil(path):
        book = openpyxl.load_workbook(source)
        sheet = book[FORM]
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, VALUE).value = sheet.cell(row, VALUE).value * 2 + 1
        book.save(path)
    return spoil


def faults(folder, xls):
    """`folder`: the clean workbooks; `xls`: a workbook of Excel 97."""
    def form(file):
        return openpyxl.load_workbook(folder / f"{file}.xlsx")[FORM]

    def at(file, variable, column, place=STREET):
        return f"{get_column_letter(column)}{row_of(form(file), variable, place)}"

    def last(file, column):
        return f"{get_column_letter(column)}{form(file).max_row + 1}"

    def typed(file, variable, column, entered, code, en, zh, place=STREET):
        return Fault(file, code, {"en": en, "zh": zh}, put(variable, column, entered, place), cell=at(file, variable, column, place))

    hidden = row_of(form("城指中心"), "assessed_requests")
    return [
        typed("统计局", "resident_population", VALUE, "12.5万", "C356", ["'12.5万'", "unit", "column"], ["“12.5万”", "单位"]),
        typed("科信局", "high_tech_enterprises", VALUE, "1Ｏ", "C356", ["'1Ｏ'", "letter"], ["“1Ｏ”", "字母"]),
        typed("商务局", "retail_sales_of_consumer_goods", VALUE, "#DIV/0!", "C354", ["#DIV/0!", "mend the formula"], ["#DIV/0!", "修正公式"], "朝阳区"),
        typed("文旅局", "public_cultural_events", VALUE, datetime.date(2021, 5, 3), "C356", ["2021", "date", "General"], ["2021", "日期", "常规"]),
        typed("教委", "children_in_kindergartens", VALUE, "0,125", "C345", ["0.125", " 125", "write the one"], ["0.125", " 125", "改写"]),
        typed("外办", "inspected_signs", VALUE, "115~120", "C356", ["'115~120'", "one number"], ["“115~120”", "一个数"]),
        typed("园林绿化局", "park_green_area", VALUE, "约30", "C356", ["'约30'", "alone"], ["“约30”", "只填"]),
        typed("水务局", "leakage_rate_correction", VALUE, "120%", "B470", ["120 %", "from -10 to 30 %", "mend the figure"], ["120 %", "-10 至 30 %", "请改正"], "朝阳区"),
        typed("发改委", "old_factory_area", VALUE, -3, "B470", ["-3 ", "from 0 to", "mend the figure"], ["-3 ", "0 至", "请改正"]),
        typed("卫健委", "childcare_places", VALUE, lambda value: value * 10, "jump", ["2019", "slip of the point"], ["2019", "小数点"]),
        typed("民政局", "communities_total", UNIT, "公顷", "B405", ["公顷", "write 个"], ["公顷", "请写 个"]),
        typed("城管委", "recycled_household_waste", PERIOD, "2204", "B460", ["2204", "write 2021"], ["2204", "请改为 2021"]),
        typed("交通委", "road_length", PERIOD, "二〇二四", "C322", ["二〇二四", "digits"], ["二〇二四", "阿拉伯数字"]),
        typed("住建委", "renovated_old_communities", PLACE, "望京街", "B457", ["did you mean '望京街道'"], ["是不是“望京街道”"]),
        Fault("生态环境局", "B477", {"en": ["unmerge", "3"], "zh": ["取消合并", "3"]}, merge_three("pm25_annual_mean"),
              cell=at("生态环境局", "pm25_annual_mean", VALUE)),
        Fault("农业农村局", "", {}, delete_row("collective_industry_revenue")),
        typed("应急局", "emergency_shelter_area", TITLE, "应急避难场所个数", "B475", ["应急避难场所个数", "put the title back"], ["应急避难场所个数", "改回名称"]),
        Fault("消防救援支队", "C327", {"en": ["delete one"], "zh": ["删去其中一行"]}, add_row("identified_fire_hazards", {}), cell=last("消防救援支队", VALUE)),
        Fault("公安分局", "B457", {"en": ["合计", "total", "leave_out"], "zh": ["合计", "合计", "leave_out"]},
              add_row("respondents_feeling_safe", {PLACE: "合计"}), cell=last("公安分局", PLACE)),
        Fault("城指中心", "C379", {"en": [f"row {hidden}", "show it"], "zh": [f"第 {hidden} 行", "取消隐藏"]}, hide_row("assessed_requests")),
        typed("城管执法局", "illegal_area_task", VALUE, "=SUM(K3:K9)", "C353", ["SUM", "save it"], ["SUM", "保存"]),
        Fault("人力社保局", "B476", {"en": ["市场监管局", "3 of them", "ask them for it again"], "zh": ["市场监管局", "3 个不一致", "重新报送"]}, older_figures(folder / "市场监管局.xlsx"), cell="K2"),
        Fault("团区委", "C348", {"en": ["数值", "give it its name back"], "zh": ["数值", "请改回"]}, rename_header(VALUE, "数"), cell="K1"),
        Fault("公安交通支队", "C301", {"en": ["get it anew"], "zh": ["重新取得"]}, empty, sheet=""),
        Fault("财政局", "C372", {"en": ["get the file anew"], "zh": ["重新获取"]}, cut, sheet=""),
        Fault("体育局", "C371", {"en": ["Save as"], "zh": ["另存为"]}, other_file(xls), sheet=""),
        typed("规自分局", "annual_net_reduction_task", VARIABLE, "annual_net_reduction_tsk", "B401", ["annual_net_reduction_task"], ["annual_net_reduction_task"]),
        Fault("市场监管局", "", {}, lambda path: (rename_sheet(path), add_notes(path))),
    ]

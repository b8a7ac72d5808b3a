#!/usr/bin/env python3
"""by_openpyxl.py FOLDER: openpyxl.xlsx. Relationships are absolute; formulas have no results."""
import datetime
import sys

import openpyxl
from openpyxl.styles import Font

WRITTEN = datetime.datetime(2022, 1, 1)


def fill(sheet):
    sheet.merge_cells("A1:D1")
    sheet["A1"] = "2021年统计（合成数据, synthetic）"
    sheet.append(["评价单元", "年份", "达标率", "填报日期"])
    sheet.append(["甲街道", 2021, 0.455, datetime.date(2020, 12, 31)])
    sheet.append(["乙街道", 2021, 0.07, datetime.datetime(2020, 12, 31, 10, 30)])
    sheet.append(["丙街道", 2021, 1, datetime.time(10, 30, 5)])
    sheet.append(["丁街道", 2021, 0.1 + 0.2, None])
    sheet.append(["合计", None, "=SUM(C3:C6)", True])
    for row in range(3, 6):
        sheet.cell(row, 3).number_format = "0.0%"
    sheet["F9"] = " 两端空格 "
    sheet["F10"] = "两行\n文字"
    sheet["F11"] = "=1/0"
    sheet["A3"].font = Font(bold=True)
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["B"].hidden = True


def main(folder):
    book = openpyxl.Workbook()
    fill(book.active)
    book.active.title = "填报"
    for name, state in [("旧表", "hidden"), ("参数", "veryHidden"), ("空表", "visible")]:
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        if name != "空表":
            sheet["B2"] = name
    book.move_sheet("空表", -2)
    book.properties.created = book.properties.modified = WRITTEN
    book.save(f"{folder}/openpyxl.xlsx")


main(sys.argv[1])

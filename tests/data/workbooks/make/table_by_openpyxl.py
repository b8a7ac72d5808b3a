"""A table with the traps of departments' workbooks, made up. Argument: the file to write."""

import sys

import openpyxl

book = openpyxl.Workbook()
cover = book.active
cover.title = "封面"
cover["B2"] = "2021年基本情况（合成数据）"
sheet = book.create_sheet("表1")
sheet["A1"] = "基本情况"
sheet.merge_cells("A1:F1")
for column, name in enumerate(["地区", "年份", "常住人口 [万人]", "覆盖率", "比值", "备注"], 1):
    sheet.cell(3, column).value = name
rows = [("甲", 2020, 1.5, 0.455), ("甲", 2021, 2.5, 0.5), ("乙", 2020, 3.5, 0.123), ("乙", 2021, 4.5, 1)]
for row, (place, year, population, share) in enumerate(rows, 4):
    if row % 2 == 0:
        sheet.cell(row, 1).value = place
    sheet.cell(row, 2).value = year
    sheet.cell(row, 3).value = population
    sheet.cell(row, 4).value = share
    sheet.cell(row, 4).number_format = "0.0%"
    sheet.cell(row, 5).value = f"=C{row}*2"
    sheet.cell(row, 6).value = "隐藏列"
sheet.merge_cells("A4:A5")
sheet.merge_cells("A6:A7")
for column, value in enumerate(["丙", 2020, 9, 0.9, 9], 1):
    sheet.cell(8, column).value = value
sheet.row_dimensions[8].hidden = True
sheet.column_dimensions["F"].hidden = True
sheet["A9"] = "注：合成数据"
hidden = book.create_sheet("旧表")
hidden.append(["地区", "年份", "常住人口"])
hidden.append(["丁", 2020, 1])
hidden.sheet_state = "hidden"
book.save(sys.argv[1])

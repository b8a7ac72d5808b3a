"""Numbers that their formats show in thousands and ten thousands, made up. Argument: the file to write."""

import sys

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "表1"
sheet.append(["地区", "常住人口（人）", "地区生产总值"])
for row, (place, people, product) in enumerate([("甲", 708829, 5000), ("乙", 3452460, 25)], 2):
    sheet.append([place, people, product])
    sheet.cell(row, 2).number_format = '0!.0,"万"'
    sheet.cell(row, 3).number_format = "#,##0" if row == 3 else "#,##0,"
book.save(sys.argv[1])

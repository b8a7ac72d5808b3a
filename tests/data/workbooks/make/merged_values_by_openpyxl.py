"""Figures in merged cells, made up. Argument: the file to write."""

import sys

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "表1"
sheet.append(["地区", "年份", "常住人口[万人]", "公园绿地面积"])
for place, people, area in [("甲", 1.5, 4), ("乙", None, 5), ("丙", None, 6), ("丁", None, 7), ("戊", None, 8)]:
    sheet.append([place, 2020, people, area])
sheet.merge_cells("C2:C4")
sheet.merge_cells("C5:C6")
book.save(sys.argv[1])

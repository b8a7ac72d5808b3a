"""Holds the workbook of `tijian report` against what `tijian diagnose --out` and `tijian score --out` write.
Usage: validate_workbook.py ROOT TIJIAN [SYNTHETIC]: SYNTHETIC writes the data of a whole district."""
import sys

try:
    import openpyxl
except ImportError as missing:
    print(f"skipped: {missing} (package python3-openpyxl)")
    sys.exit(77)

import pathlib
import tempfile

sys.dont_write_bytecode = True  # none of it beside the sources
from told import LIGHTS, SYNTHETIC, arguments, cases, expect, finish, number

SHEETS = {"en": ["Indicators", "Problems", "Advice", "Scores", "Charts", "Data gaps", "Method"],
          "zh": ["指标汇总表", "问题清单", "整治建议清单", "得分", "图表", "数据缺口", "方法"]}
FILLS = {"green": "1B8468", "yellow": "F0BE1E", "orange": "E88A3A", "red": "B4232A"}
TO_FILL = "FDF6DE"
CHARTS = 4  # of the sheets


class Table:
    """The rows of a sheet below its header, which is where the filter begins."""

    def __init__(self, sheet):
        self.sheet = sheet
        first, last = sheet.auto_filter.ref.split(":")
        self.header = sheet[first].row
        self.rows = list(sheet.iter_rows(min_row=self.header + 1, max_col=sheet[last].column))
        self.rows = [row for row in self.rows if any(cell.value is not None for cell in row)]


def fill(cell):
    return cell.fill.fgColor.rgb[-6:] if cell.fill.fill_type == "solid" else ""


def same(found, told):
    """XLSX has 16 digits of a number."""
    if isinstance(told, float) and isinstance(found, (int, float)):
        return abs(found - told) <= 1e-15 * abs(told)
    return found == (None if told == "" else told)


def expect_same(where, row, told):
    """`told`: by column, what its cell says."""
    for column, value in told.items():
        found = row[column].value
        expect(same(found, value), f"{where}, column {column}: {found!r} for {value!r}")


def expect_light(where, cell, light, language):
    expect(cell.value == LIGHTS[language][light], f"{where}: {cell.value} for {light}")
    expect(fill(cell) == FILLS.get(light, ""), f"{where}: {light} is filled with {fill(cell)}")


def ranked(line):
    return (int(line["rank"]) if line["rank"] and line["rank"] != "0" else None) if int(line["of"] or 0) > 1 else None


def expect_indicators(case, table):
    lines = case.lines("indicators.csv")
    expect(len(lines) == len(table.rows), f"{case.name}: {len(table.rows)} indicators for {len(lines)}")
    for line, row in zip(lines, table.rows):
        where = f"{case.name}, {line['place']}, {line['node']}"
        expect_light(where, row[3], line["light"], case.language)
        value, last = number(line["value"]), number(line["last_year"])
        expect_same(where, row, {
            0: line["place"], 1: line["category"], 2: line["title"], 4: value, 5: "" if line["unit"] == "1" else line["unit"],
            6: None if line["light"] == "not_applicable" else number(line["standard"] or line["target"]), 10: last,
            12: None if value is None or last is None else value - last,
            13: number(line["peers_median"]), 14: ranked(line), 16: line["keeper"]})


def expect_problems(case, table):
    lines = case.lines("problems.csv")
    expect(len(lines) == len(table.rows), f"{case.name}: {len(table.rows)} problems for {len(lines)}")
    for k, (line, row) in enumerate(zip(lines, table.rows)):
        where = f"{case.name}, {line['id']}"
        expect_light(where, row[4], line["severity"], case.language)
        expect_same(where, row, {
            0: k + 1, 1: line["place"], 2: line["title"], 3: line["category"], 7: line["finding"], 8: number(line["value"]),
            10: number(line["reference"]), 12: number(line["gap"]), 13: line["since"], 16: number(line["points_lost"]),
            18: line["keeper"]})
        expect((row[17].value is None) == (line["same_cause"] == ""), f"{where}: same cause {row[17].value}")
        if line["reference_kind"] in ("limit", "standard", "target"):
            expect(("†" in row[10].number_format) == ("†" in line["finding"]), f"{where}: {row[10].number_format}")


def expect_advice(case, table):
    lines = [line for line in case.lines("problems.csv") if line["state"] not in ("solved", "not_checked")]
    expect(len(lines) == len(table.rows), f"{case.name}: {len(table.rows)} pieces of advice for {len(lines)}")
    for line, row in zip(lines, table.rows):
        where = f"{case.name}, advice for {line['id']}"
        expect_same(where, row, {1: line["place"], 2: line["title"], 4: line["finding"], 5: line["advice"], 6: line["keeper"]})
        for cell in row[7:]:
            expect(cell.value is None and fill(cell) == TO_FILL, f"{where}: {cell.coordinate} is not to be filled in")
    kinds = {rule.type for rule in table.sheet.data_validations.dataValidation}
    expect(kinds == ({"list", "date"} if lines else set()), f"{case.name}: rules of {kinds}")


def expect_scores(case, table):
    lines, scores = case.lines("categories.csv"), case.scores()
    expect(len(lines) == len(table.rows), f"{case.name}: {len(table.rows)} scores for {len(lines)}")
    for line, row in zip(lines, table.rows):
        where = f"{case.name}, {line['place']}, {line['node']}"
        own = scores[line["place"], line["node"]]
        expect_light(where, row[3], line["light"], case.language)
        expect_same(where, row, {
            0: line["place"], 2: own["title"], 4: number(own["score"]), 5: number(own["uncapped"]),
            6: number(line["last_year"]), 11: int(own["scored"]), 12: int(own["of"]), 13: number(own["coverage"])})
        expect(row[8].value in (None, int(own["rank"] or 0)), f"{where}: rank {row[8].value} for {own['rank']}")


def expect_gaps(case, table):
    told = {(line["place"], line["title"], line["keeper"]) for line in case.lines("indicators.csv") if line["light"] == "no_data"}
    between = "、" if case.language == "zh" else ", "
    found = {(place, row[1].value, row[0].value or "") for row in table.rows for place in row[6].value.split(between)}
    expect(found == told, f"{case.name}: gaps {sorted(found ^ told)[:5]}")


def expect_charts(case, sheet):
    """No chart covers a cell with something in it."""
    expect(len(sheet._charts) >= 1, f"{case.name}: no chart")
    for chart in sheet._charts:
        start, end = chart.anchor._from, chart.anchor.to
        covered = sheet.iter_rows(min_row=start.row + 1, max_row=end.row + 1, min_col=start.col + 1, max_col=end.col + 1)
        texts = [cell.coordinate for row in covered for cell in row if cell.value is not None]
        expect(not texts, f"{case.name}: a chart covers {texts[:5]}")


def expect_layout(case, sheet):
    where, page = f"{case.name}, {sheet.title}", sheet.page_setup
    synthetic = any("synthetic" in line["flags"] for line in case.lines("indicators.csv"))
    expect((SYNTHETIC[case.language] in sheet["A1"].value) == synthetic, f"{where}: {sheet['A1'].value}")
    expect(case.period in sheet["A1"].value, f"{where}: {sheet['A1'].value}")
    expect(page.orientation == "landscape" and str(page.paperSize) == "9" and page.fitToWidth in (None, 1), f"{where}: the page")
    expect(sheet.sheet_properties.pageSetUpPr.fitToPage and page.fitToHeight == 0, f"{where}: does not fit a page's width")
    if sheet.auto_filter.ref:
        header = sheet[sheet.auto_filter.ref.split(":")[0]].row
        expect(sheet.print_title_rows == f"${header}:${header}", f"{where}: prints {sheet.print_title_rows} on each page")
        expect(sheet.freeze_panes and sheet[sheet.freeze_panes].row == header + 1, f"{where}: {sheet.freeze_panes}")
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, (int, float)):
                shown = len(f"{cell.value:,.0f}") + (len(cell.number_format) - cell.number_format.find(".") if "." in cell.number_format else 0)
                width = sheet.column_dimensions[cell.column_letter].width
                expect(shown <= width + 1, f"{where}: {cell.coordinate} would show ####")


root, program, synthetic = arguments()
with tempfile.TemporaryDirectory() as name:
    count = 0
    for case in cases(program, root, pathlib.Path(name), synthetic):
        workbook = openpyxl.load_workbook(case.report(".xlsx"))
        expect(workbook.sheetnames == SHEETS[case.language], f"{case.name}: {workbook.sheetnames}")
        sheets = workbook.worksheets
        for sheet in sheets:
            expect_layout(case, sheet)
        for k, check in [(0, expect_indicators), (1, expect_problems), (2, expect_advice), (3, expect_scores), (5, expect_gaps)]:
            check(case, Table(sheets[k]))
        expect_charts(case, sheets[CHARTS])
        count += 1
finish(f"{count} workbooks")

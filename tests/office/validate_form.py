"""Holds the workbooks of `tijian template --xlsx` against the CSV sheets of `--split`, and their rules against what `check` takes.
Usage: validate_form.py ROOT TIJIAN"""
import sys

try:
    import openpyxl
except ImportError as missing:
    print(f"skipped: {missing} (package python3-openpyxl)")
    sys.exit(77)

import csv
import io
import json
import pathlib
import re
import subprocess
import tempfile
import zipfile
from xml.etree import ElementTree

sys.dont_write_bytecode = True  # none of it beside the sources
from told import arguments, expect, finish

TO_FILL = "FDF6DE"
SHEETS = {"en": ["Form", "How to fill in"], "zh": ["填报表", "填报说明"]}
VALUE = {"en": "value", "zh": "数值"}
PLACES = {"en": "place", "zh": "评价单元"}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Each of them `check` takes for a missing figure.
MARKS = ["NA", "na", "N/A", "n/a", "-", "--", "–", "—", "——", "…", "……", "...", "暂无"]
UNLIMITED = """tijian: 1
framework: f
title: F
attributes: [{id: kind, title: {zh: 类型, en: Kind}, values: [{id: a, title: {zh: 甲, en: First}}, {id: b, title: {zh: 乙, en: Second}}]}]
variables:
  - {id: x, title: {zh: 某比例, en: Some share}, unit: "%", keeper: "甲/乙"}
  - {id: y, title: {zh: 另一数, en: Another}, unit: 人, keeper: "甲:乙", range: [-2.5, 10]}
indicators:
  - {id: x, title: {zh: 某比例, en: Some share}, unit: "%"}
  - {id: y, title: {zh: 另一数, en: Another}, unit: 人}
"""


def run(*parts):
    done = subprocess.run([program, *map(str, parts)], capture_output=True)
    if b"C393" in done.stderr + done.stdout:
        print("skipped: this build lacks what office files need")
        sys.exit(77)
    expect(done.returncode == 0, f"{parts}: {(done.stderr + done.stdout).decode()[-500:]}")
    return done.stdout.decode()


def forms(folder, language, *options):
    """Workbook and CSV file of each department; a second run must write the same bytes."""
    told = []
    for name, option in [("sheets", "--split"), ("forms", "--xlsx"), ("again", "--xlsx")]:
        out = run("template", *options, option, folder / name, "--lang", language, "--format", "json")
        told.append([pathlib.Path(file) for file in json.loads(out)["result"]["files"]])
    expect([f.stem for f in told[0]] == [f.stem for f in told[1]], f"{options}: {told[1]}")
    for first, second in zip(told[1], told[2]):
        expect(first.read_bytes() == second.read_bytes(), f"{first}: two runs, two files")
    return list(zip(told[1], told[0]))


class Rule:
    """A rule out of the file itself: not every version of openpyxl reads whether others are refused."""

    def __init__(self, element):
        self.type, self.cells = element.get("type"), element.get("sqref")
        self.style, self.refuses = element.get("errorStyle", "stop"), element.get("showErrorMessage") == "1"
        self.prompt, self.error = element.get("prompt", ""), element.get("error", "")
        self.formula = element.find(MAIN + "formula1").text

    def takes(self, entered):
        """Worked out as a spreadsheet does: a text is more than any number, NA is na."""
        text = self.formula.replace(self.cells, "own").replace("ISNUMBER", "is_number")
        text = re.sub(r"own(<=|>=)(-?[\d.]+)", r"compare(own,'\1',\2)", text)
        text = re.sub(r'own=("[^"]*")', r"same(own,\1)", text)
        names = {"own": entered, "OR": lambda *all: any(all), "AND": lambda *all: all and False not in all,
                 "is_number": lambda x: not isinstance(x, str), "same": lambda x, y: str(x).upper() == y.upper(),
                 "compare": lambda x, sign, y: sign == ">=" if isinstance(x, str) else (x >= y if sign == ">=" else x <= y)}
        return bool(eval(text, {"__builtins__": {}}, names))


def rules(path):
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    own = [Rule(element) for element in root.iter(MAIN + "dataValidation")]
    return {rule.cells: rule for rule in own}


def tinted(cell):
    return cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb[-6:] == TO_FILL


def expect_cells(where, sheet, lines, open_columns):
    """What the CSV sheet says, and nothing open but what is to be filled in."""
    told = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    expect(told == lines, f"{where}: {[pair for pair in zip(told, lines) if pair[0] != pair[1]][:1]}")
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            is_open = sheet.cell(1, cell.column).value in open_columns
            expect(cell.protection.locked != is_open and tinted(cell) == is_open, f"{where}: {cell.coordinate} open: {not is_open}")
    for cell in sheet[1]:
        expect(cell.protection.locked, f"{where}: {cell.coordinate} can be changed")


def expect_protected(where, sheet):
    own = sheet.protection
    expect(own.sheet and own.password is None, f"{where}: not protected without a password")
    expect(not own.autoFilter and not own.sort and not own.formatColumns, f"{where}: columns can be neither filtered nor widened")
    expect(own.insertRows and own.deleteRows and own.deleteColumns and own.formatCells, f"{where}: rows and columns can be lost")


def expect_page(where, sheet):
    page = sheet.page_setup
    expect(page.orientation == "landscape" and str(page.paperSize) == "9" and page.fitToHeight == 0, f"{where}: the page")
    expect(sheet.print_title_rows == "$1:$1" and sheet.freeze_panes == "C2", f"{where}: header {sheet.print_title_rows}, {sheet.freeze_panes}")
    expect(sheet.auto_filter.ref == sheet.dimensions, f"{where}: filters {sheet.auto_filter.ref}")


def expect_rules(where, sheet, own, language):
    column = [cell.value for cell in sheet[1]].index(VALUE[language]) + 1
    for row in range(2, sheet.max_row + 1):
        cell = sheet.cell(row, column)
        rule = own.get(cell.coordinate)
        if not rule or rule.type != "custom":
            expect(False, f"{where}: {cell.coordinate} has no rule")
            continue
        expect(cell.number_format == "General", f"{where}: {cell.coordinate} has the format {cell.number_format}")
        expect(len(rule.formula) <= 255 and rule.refuses, f"{where}: {cell.coordinate}: {rule.formula}")
        unit = sheet.cell(row, column - 3).value
        for text in (rule.prompt, rule.error):
            expect(unit == "1" or unit in text, f"{where}: {cell.coordinate} does not say {unit}: {text}")
            expect("—" in text and len(text) <= 255, f"{where}: {cell.coordinate}: {text}")
    source = own.get(f"{sheet.cell(2, column + 1).coordinate}:{sheet.cell(sheet.max_row, column + 1).coordinate}") \
        or own.get(sheet.cell(2, column + 1).coordinate)
    expect(source and source.type == "list" and not source.refuses, f"{where}: sources are not offered, or others refused")


def expect_help(where, sheet, form, language):
    """It is no data: nothing in it is called a place. It has each figure once."""
    cells = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    expect(PLACES[language] not in cells, f"{where}: the second sheet reads like data")
    expect_protected(where, sheet)
    title = [cell.value for cell in form[1]].index(VALUE[language]) - 3
    asked = {form.cell(row, title).value for row in range(2, form.max_row + 1)}
    header = sheet[sheet.auto_filter.ref.split(":")[0]].row
    told = [row[0].value for row in sheet.iter_rows(min_row=header + 1)]
    expect(sorted(told) == sorted(asked), f"{where}: {told} for {asked}")


def expect_form(form, lines_of, language, open_columns):
    with open(lines_of, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    book, where = openpyxl.load_workbook(form), f"{form.parent.parent.name}/{form.name}, {language}"
    expect(book.sheetnames == SHEETS[language] and all(sheet.sheet_state == "visible" for sheet in book), f"{where}: {book.sheetnames}")
    sheet = book.worksheets[0]
    expect_cells(where, sheet, lines, open_columns)
    expect_protected(where, sheet)
    expect_page(where, sheet)
    expect_rules(where, sheet, rules(form), language)
    expect_help(where, book.worksheets[1], sheet, language)
    return sheet


def expect_limits(path, cell, taken, others):
    rule = rules(path)[cell]
    for entered in [*taken, *MARKS]:
        expect(rule.takes(entered), f"{path.name}: {cell} does not take {entered!r}: {rule.formula}")
    for entered in others:
        expect(not rule.takes(entered), f"{path.name}: {cell} takes {entered!r}: {rule.formula}")
    return rule


def expect_marks_read(folder, framework, sheet, column):
    """A form with marks in it, saved as CSV, has no cell that `check` refuses."""
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    for row, mark in zip(rows[1:], MARKS):
        row[column] = mark
    rows[len(MARKS) + 1][column] = "3"
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path = folder / "marks.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    run("check", framework, path)


def chaoyang(folder, root, language):
    """44 places of the list; resident_population is from 0 to 500 万人 in variables.yaml."""
    framework = root / "indicators/chaoyang"
    made = forms(folder, language, framework, "--period", "2022")
    expect(len(made) == 28, f"{len(made)} departments")
    names = {"en": ["value", "source"], "zh": ["数值", "来源"]}[language]
    sheets = {form.stem: expect_form(form, lines, language, names) for form, lines in made}
    statistics = sheets["统计局"]
    expect(len({row[0].value for row in statistics.iter_rows(min_row=2)}) == 44, "places of the list")
    expect({row[1].value for row in statistics.iter_rows(min_row=2)} == {"2022"}, "the period")
    expect([statistics["A2"].value, statistics["F2"].value] == ["朝阳区", "resident_population"], "the first row")
    rule = expect_limits(folder / "forms/统计局.xlsx", "K2", [0, 342.48, 500], [-0.1, 500.1, "约17", "17所", "无", "45.5"])
    limits = {"en": "from 0 to 500 万人", "zh": "0 至 500 万人"}[language]
    expect(rule.style == "warning" and limits in rule.prompt and limits in rule.error, f"{rule.prompt} {rule.error}")
    expect_marks_read(folder, framework, sheets["住建委"], 10)


def without_list(folder, language):
    """Place, period and attributes are theirs too; names that are one as files' names get a file each."""
    (folder / "framework.yaml").write_text(UNLIMITED, encoding="utf-8")
    names = {"en": ["place", "period", "Kind", "value", "source"], "zh": ["评价单元", "时期", "类型", "数值", "来源"]}[language]
    made = forms(folder, language, folder)
    expect([form.name for form, _ in made] == ["甲_乙.xlsx", "甲_乙_2.xlsx"], f"{made}")
    for form, lines in made:
        expect_form(form, lines, language, names)
    share = expect_limits(made[0][0], "I2", [45.5, -3, 1e9], ["45.5 %", "x"])
    expect(share.style == "stop" and "0.455" in share.prompt, f"{share.prompt}")
    expect_limits(made[1][0], "I2", [-2.5, 0, 10], [-2.6, 10.5, ""])
    kind = rules(made[0][0])["C2"]
    expect(kind.type == "list" and kind.refuses and kind.formula == {"en": '"First,Second"', "zh": '"甲,乙"'}[language], kind.formula)


root, program, _ = arguments()
with tempfile.TemporaryDirectory() as name:
    for language in ("zh", "en"):
        for work, case in [("chaoyang", lambda at: chaoyang(at, root, language)), ("own", lambda at: without_list(at, language))]:
            at = pathlib.Path(name) / f"{work}_{language}"
            at.mkdir()
            case(at)
finish("forms in both languages")

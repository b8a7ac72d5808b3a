"""Holds the document of `tijian report` against what `tijian diagnose --out` writes.
Usage: validate_document.py ROOT TIJIAN [SYNTHETIC]: SYNTHETIC writes the data of a whole district."""
import sys

try:
    import docx
except ImportError as missing:
    print(f"skipped: {missing} (package python3-docx)")
    sys.exit(77)

import pathlib
import tempfile
import zipfile

from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

sys.dont_write_bytecode = True  # none of it beside the sources
from told import LIGHTS, SYNTHETIC, arguments, cases, expect, finish, number

CHAPTERS = {"en": ["Conclusion", "Hard limits", "Problems by urgency", "Categories", "Places", "Data gaps by department",
                   "Method and sources"],
            "zh": ["总体结论", "刚性底线", "问题清单与整治建议", "各类别体检结果", "各评价单元", "各部门数据缺口", "方法与来源"]}
PLACES, LIMITS, CATEGORIES, GAPS = 4, 1, 3, 5


def whole_of(case):
    """The place that a report in words is about: the only one, or the district, which is no part."""
    places = list(dict.fromkeys(line["place"] for line in case.lines("categories.csv")))
    if len(places) == 1:
        return places[0]
    return "朝阳区" if "朝阳区" in places else None


def chapters_of(document):
    """What stands below each heading 1: paragraphs and tables in their order."""
    chapters = {}
    for part in document.element.body:
        if part.tag == qn("w:p"):
            paragraph = Paragraph(part, document)
            if paragraph.style.name == "Heading 1":
                chapters[paragraph.text] = []
                continue
            part = paragraph
        elif part.tag == qn("w:tbl"):
            part = Table(part, document)
        if chapters:
            list(chapters.values())[-1].append(part)
    return chapters


def paragraphs(parts, style):
    return [part.text for part in parts if isinstance(part, Paragraph) and part.style.name == style]


def tables(parts):
    """The rows below the header, as texts."""
    found = [part for part in parts if isinstance(part, Table)]
    return [[[cell.text for cell in row.cells] for row in table.rows[1:]] for table in found]


def shown(text):
    """A number as it is printed: 82.36, — where there is none."""
    return "—" if text is None else f"{text:.2f}"


def expect_chapters(case, chapters, whole):
    places = {line["place"] for line in case.lines("categories.csv")}
    expected = list(CHAPTERS[case.language])
    if len(places) - (whole in places) < 2:
        expected.pop(PLACES)
    expect(list(chapters) == expected, f"{case.name}: {list(chapters)}")


def expect_problems(case, parts, whole):
    """Each problem of the whole is a numbered paragraph: the gravest first, then in the order of the file. Without a
    whole they are the red ones of all places, forty at most, each with its place."""
    end = "。" if case.language == "zh" else "."
    lines = [line for line in case.lines("problems.csv") if line["state"] not in ("solved", "not_checked")]
    if whole is None:
        lines = [line for line in lines if line["severity"] == "red"][:40]
        between = "：" if case.language == "zh" else ": "
        lines = [{**line, "finding": line["place"] + between + line["finding"]} for line in lines]
    else:
        lines = [line for line in lines if line["place"] == whole]
    lines.sort(key=lambda line: ["red", "orange", "yellow", "green"].index(line["severity"]))
    found = paragraphs(parts, "List Number")
    expect(found == [line["finding"] + end for line in lines], f"{case.name}: problems {found[:3]}")
    below = paragraphs(parts, "List Continue")
    for line, text in zip(lines, below):
        expect(line["keeper"] in text and line["advice"] in text, f"{case.name}, {line['id']}: {text}")
    expect(len(below) == len(lines), f"{case.name}: {len(below)} texts below {len(lines)} problems")


def expect_categories(case, parts, whole):
    if whole is None:
        return
    rows = tables(parts)[0]
    lines = [line for line in case.lines("categories.csv") if line["place"] == whole]
    expect(len(rows) == len(lines), f"{case.name}: {len(rows)} categories")
    for line, row in zip(lines, rows):
        told = [LIGHTS[case.language][line["light"]], shown(number(line["score"])), shown(number(line["last_year"]))]
        expect(row[1:4] == told, f"{case.name}, {line['node']}: {row} for {told}")


def expect_limits(case, parts, whole):
    lines = [line for line in case.lines("limits.csv") if line["place"] == whole]
    rows = tables(parts)[0] if lines else []
    expect([row[0] for row in rows] == [line["title"] for line in lines], f"{case.name}: limits {rows}")
    for line, row in zip(lines, rows):
        expect(row[2].startswith(f"{number(line['value']):.6g}") if line["value"] else row[2] == "—", f"{case.name}: {row}")


def expect_places(case, parts, whole):
    """The index of each part, ranks as in the file, 1 first in each group of peers."""
    lines = {line["place"]: line for line in case.lines("categories.csv") if line["node"] == case.index and line["place"] != whole}
    rows = tables(parts)[0]
    expect({row[1] for row in rows} == set(lines), f"{case.name}: places {sorted(set(lines) ^ {row[1] for row in rows})[:5]}")
    for row in rows:
        line = lines[row[1]]
        told = line["rank"] if line["rank"] not in ("", "0") else "—"
        expect(row[2] == shown(number(line["score"])), f"{case.name}, {row}: index {line['score']}")
        expect(row[0].split(" ")[0].split("/")[0] == told, f"{case.name}, {row}: rank {told}")


def expect_gaps(case, parts):
    told = {}
    for line in case.lines("indicators.csv"):
        missing, due = told.get(line["keeper"], (0, 0))
        told[line["keeper"]] = missing + (line["light"] == "no_data"), due + (line["light"] != "not_applicable")
    told = {keeper: counts for keeper, counts in told.items() if counts[0] > 0}
    rows = tables(parts)[0] if told else []
    nobody = "未写明" if case.language == "zh" else "nobody named"
    found = {"" if row[0] == nobody else row[0]: (int(row[1]), int(row[2])) for row in rows}
    expect(found == told, f"{case.name}: gaps {found} for {told}")


def expect_form(case, path, document):
    """Headings count by themselves, headers are repeated, rows are whole, the page has its number, no time is told."""
    for style in ("Heading 1", "Heading 2", "List Number"):
        expect(document.styles[style].element.find(".//" + qn("w:numId")) is not None, f"{style} does not count")
    for table in document.tables:
        rows = table._tbl.tr_lst
        expect(rows[0].find(".//" + qn("w:tblHeader")) is not None, f"{case.name}: a header is not repeated")
        expect(all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows), f"{case.name}: a row may be torn")
    section = document.sections[0]
    expect((section.page_width.mm // 1, section.page_height.mm // 1) in [(210, 297), (210, 296)], "not A4")
    footer = section.footer._element.xml
    expect("PAGE" in footer and "NUMPAGES" in footer, f"{case.name}: no number of the page")
    fonts = document.styles["Normal"].element.find(".//" + qn("w:rFonts"))
    expect(fonts.get(qn("w:eastAsia")) == "宋体", f"{case.name}: East Asian font {fonts.get(qn('w:eastAsia'))}")
    times = {entry.date_time for entry in zipfile.ZipFile(path).infolist()}
    expect(times == {(1980, 1, 1, 0, 0, 0)}, f"{case.name}: times {times}")


def expect_mark(case, document, footer):
    synthetic = any("synthetic" in line["flags"] for line in case.lines("indicators.csv"))
    notices = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Notice"]
    expect(bool(notices) == synthetic, f"{case.name}: notices {notices}")
    expect((SYNTHETIC[case.language] in footer) == synthetic, f"{case.name}: footer {footer}")


root, program, synthetic = arguments()
with tempfile.TemporaryDirectory() as name:
    count = 0
    for case in cases(program, root, pathlib.Path(name), synthetic):
        path = case.report(".docx")
        document = docx.Document(path)
        whole = whole_of(case)
        case.index = case.lines("categories.csv")[0]["node"]
        chapters = chapters_of(document)
        expect_chapters(case, chapters, whole)
        parts = dict(zip([n for n in CHAPTERS[case.language] if n in chapters], chapters.values()))
        names = CHAPTERS[case.language]
        expect_limits(case, parts[names[LIMITS]], whole)
        expect_problems(case, parts[names[2]], whole)
        expect_categories(case, parts[names[CATEGORIES]], whole)
        if names[PLACES] in parts:
            expect_places(case, parts[names[PLACES]], whole)
        expect_gaps(case, parts[names[GAPS]])
        expect_form(case, path, document)
        expect_mark(case, document, document.sections[0].footer.paragraphs[0].text)
        count += 1
finish(f"{count} documents")

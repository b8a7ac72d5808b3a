"""28 workbooks with the usual faults: one round of `check` names each of them once, with file, sheet, cell and how it is mended; when
they are mended, the second round has nothing to say. All figures are SYNTHETIC (合成).
Usage: validate_faults.py ROOT TIJIAN SYNTHETIC"""
import sys

try:
    import openpyxl
except ImportError as missing:
    print(f"skipped: {missing} (package python3-openpyxl)")
    sys.exit(77)

import json
import pathlib
import re
import shutil
import subprocess
import tempfile

sys.dont_write_bytecode = True  # none of it beside the sources
from filled_forms import YEAR, YEAR_BEFORE, Synthetic, filled_forms
from form_faults import STREET, faults
from told import arguments, expect, finish

# `FILE [SHEET] CELL: error[CODE]: ...`, with lines of its own below that are set in.
HEAD = re.compile(r"(?P<file>[^\[\n]+?)(?: \[(?P<sheet>[^\]]+)\](?: (?P<cell>\w+))?)?: (?:error|warning|错误|警告)\[(?P<code>\w+)\]")
HINT = {"en": "   hint: ", "zh": "   提示："}
CLEAN = {"en": ["Who owes what, 2021: nobody", "Plausibility: nothing implausible"], "zh": ["催报，2021：各部门均已报齐", "合理性：未见可疑之处"]}


class Told:
    """A message: where it points to and all that it says."""

    def __init__(self, block, language):
        head = HEAD.match(block)
        self.file = pathlib.Path(head["file"]).stem if head else "?"
        self.sheet, self.cell, self.code = (head["sheet"] or "", head["cell"] or "", head["code"]) if head else ("", "", "?")
        self.text = block
        self.mends = HINT[language] in block

    def __repr__(self):
        return self.text


def check(folder, language, *options):
    return subprocess.run([program, "check", root / "indicators/chaoyang", folder, "--lang", language, *options], capture_output=True)


def messages(done, language):
    text = done.stderr.decode()
    return [Told(block, language) for block in re.split(r"\n(?! )", text.strip()) if block]


def result_of(folder, language):
    return json.loads(check(folder, language, "--format", "json").stdout)["result"]


def doubts(result, language):
    """What only the page of plausibility tells, in the form of a message."""
    for doubt in result["plausibility"]:
        cell = f"{openpyxl.utils.get_column_letter(doubt['column'])}{doubt['line']}" if doubt.get("column") else ""
        yield Told(f"{doubt['file']} [{doubt['sheet']}] {cell}: warning[{doubt['kind']}]: {doubt['message']}\n{HINT[language]}{doubt['hint']}", language)


def expect_fault(fault, told, language):
    """One cause, one message: with the place, what is wrong and what to do."""
    own = [one for one in told if one.file == fault.file]
    if not fault.code:
        expect(not own, f"{language}: {fault.file} is named for nothing: {own}")
        return
    if len(own) != 1:
        expect(False, f"{language}: {fault.file} has {len(own)} messages: {own}")
        return
    one = own[0]
    expect((one.code, one.sheet, one.cell) == (fault.code, fault.sheet, fault.cell), f"{language}: not {fault.code} at {fault.sheet} {fault.cell}: {one}")
    for words in fault.says[language]:
        expect(words in one.text, f"{language}: no '{words}' in {one}")
    expect(one.mends, f"{language}: not how it is mended: {one}")


def expect_owed(page, result, language):
    """A row that is not there has no cell: its place is owed; so is all that a fault made unreadable."""
    owed = {one["keeper"]: one for one in result["owed"]}
    gap = owed["农业农村局"]["incomplete"]
    expect([(one["id"], one["places"]) for one in gap] == [("collective_industry_revenue", [STREET])], f"{language}: {gap}")
    expect(owed["农业农村局"]["empty"] == 1 and owed["农业农村局"]["faulty"] == 0, f"{language}: {owed['农业农村局']}")
    for keeper in ("财政局", "体育局", "公安交通支队", "人力社保局", "团区委"):
        expect(owed[keeper]["given"] == 0 and owed[keeper]["lacking"], f"{language}: nothing came from {keeper}: {owed[keeper]}")
    for keeper in ("市场监管局", "发改委", "卫健委", "应急局"):
        expect(owed[keeper]["empty"] == owed[keeper]["faulty"] == 0, f"{language}: all came from {keeper}: {owed[keeper]}")
    title = {"en": "Collective industry revenue: 望京街道", "zh": "集体产业收入：望京街道"}[language]
    expect(title in re.sub(r"\s*\n\s*", " ", page), f"{language}: no '{title}' on the page")


def expect_first_round(folder, all_faults, language):
    done = check(folder, language)
    expect(done.returncode == 1, f"{language}: exit {done.returncode}")
    result = result_of(folder, language)
    told = messages(done, language)
    named = {(one.file, one.cell) for one in told}
    told += [one for one in doubts(result, language) if (one.file, one.cell) not in named]
    for fault in all_faults:
        expect_fault(fault, told, language)
    files = {fault.file for fault in all_faults if fault.code}
    expect({one.file for one in told} == files, f"{language}: messages on other files: {[one for one in told if one.file not in files]}")
    expect_owed(done.stdout.decode(), result, language)


def expect_clean(folder, language):
    done = check(folder, language)
    page = done.stdout.decode()
    expect(done.returncode == 0 and not done.stderr, f"{language}: {done.stderr.decode()[-800:]}")
    for line in CLEAN[language]:
        expect(line in page, f"{language}: no '{line}' in {page[-800:]}")


root, program, synthetic = arguments()
with tempfile.TemporaryDirectory() as name:
    at = pathlib.Path(name)
    figures = Synthetic(synthetic, root)
    for year in (YEAR, YEAR_BEFORE):
        filled_forms(program, root / "indicators/chaoyang", figures, at / "clean" / year, year)
    sent = at / "sent"
    shutil.copytree(at / "clean", sent)
    for language in ("en", "zh"):
        expect_clean(sent, language)
    all_faults = faults(at / "clean" / YEAR, root / "tests/data/workbooks/excel_97.xls")
    expect(sorted(fault.file for fault in all_faults) == sorted(path.stem for path in (sent / YEAR).iterdir()), "one fault a workbook")
    for fault in all_faults:
        fault.spoil(sent / YEAR / f"{fault.file}.xlsx")
    for language in ("en", "zh"):
        expect_first_round(sent, all_faults, language)
    for fault in all_faults:
        shutil.copy(at / "clean" / YEAR / f"{fault.file}.xlsx", sent / YEAR)
    for language in ("en", "zh"):
        expect_clean(sent, language)
finish("28 workbooks with a fault each, in both languages")

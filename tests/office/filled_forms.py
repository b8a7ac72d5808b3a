"""The forms of `tijian template --xlsx` as departments would send them back, filled in with SYNTHETIC (合成) figures."""
import csv
import io
import re
import subprocess

import openpyxl

from told import expect, run_or_skip

YEAR, YEAR_BEFORE = "2021", "2019"
# What the synthetic data lack in a year the next of these gives.
SERVES = {YEAR: ["2021", "2020", "2022", "2019", "2018", "2015"], YEAR_BEFORE: ["2019", "2018", "2020", "2015", "2021", "2022"]}
PLACE, PERIOD, VARIABLE, TITLE, UNIT, VALUE, SOURCE = 1, 2, 6, 7, 8, 11, 12


def wholes(variables):
    """By variable what it is a part of: a little of YAML, which Python does not read by itself."""
    found, variable = {}, ""
    for line in variables.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"- id: (\w+)", line):
            variable = match[1]
        elif match := re.match(r"  part_of: (\w+)", line):
            found[variable] = match[1]
    return found


class Synthetic:
    """What examples/synthetic makes up for every place, with its gaps filled."""

    def __init__(self, program, root):
        made = subprocess.run([program, root / "examples/synthetic"], capture_output=True, check=True).stdout
        self.rows = {(row["place"], row["period"]): row for row in csv.DictReader(io.StringIO(made.decode("utf-8-sig")))}
        self.wholes = wholes(root / "indicators/chaoyang/variables.yaml")

        self.places = list(dict.fromkeys(place for place, _ in self.rows))

    def figure(self, place, year, variable):
        """Nothing is the same everywhere."""
        if variable == "black_odorous_water_bodies":
            return len(place) % 3
        return float(self.row(place, year, variable)[variable])

    def row(self, place, year, variable):
        """A part and its whole are of one row, so that the one is in the other: of another year, or of the next place that has them."""
        root = self.root(variable)
        together = [other for other in next(iter(self.rows.values())) if self.root(other) == root]
        at = self.places.index(place)
        for other in self.places[at:] + self.places[:at]:
            rows = [self.rows[other, when] for when in SERVES[year]]
            known = {name for name in together if any(row[name] for row in rows)}
            for row in rows if variable in known else []:
                if all(row[name] for name in known):
                    return row

    def root(self, variable):
        while variable in self.wholes:
            variable = self.wholes[variable]
        return variable


def whole_or_not(number):
    return int(number) if number == int(number) else number


def fill(path, synthetic, year):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(2, sheet.max_row + 1):
        place, variable = sheet.cell(row, PLACE).value, sheet.cell(row, VARIABLE).value
        sheet.cell(row, VALUE).value = whole_or_not(synthetic.figure(place, year, variable))
        sheet.cell(row, SOURCE).value = "合成数据 synthetic"
    book.save(path)


def filled_forms(program, framework, synthetic, folder, year):
    """One workbook a department; the places of the list, the year and what is asked stand in them."""
    run_or_skip(program, "template", "--xlsx", folder, framework, "--period", year, "--lang", "zh")
    paths = sorted(folder.glob("*.xlsx"))
    expect(len(paths) == 28, f"{len(paths)} departments")
    for path in paths:
        fill(path, synthetic, year)
    return paths

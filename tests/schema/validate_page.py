"""Holds the document in the page of `tijian report` against what `tijian diagnose --out` and `tijian score --out` write.
Usage: validate_page.py ROOT TIJIAN [SYNTHETIC]: SYNTHETIC writes the data of a whole district. The packing is described
in src/report/page/src/packed.ts; it is undone here once more, so that writer and reader are held against a third."""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

root, program = map(pathlib.Path, sys.argv[1:3])
faults = []
LETTERS = {"r": "red", "o": "orange", "y": "yellow", "g": "green", "s": "no_standard", "d": "no_data", "n": "not_applicable"}
# What the packed tables leave out, since another part tells it.
TOLD_ELSEWHERE = {
    "readings": {"unit", "value", "first"}, "trends": {"unit", "arrow", "pace", "needed"}, "changes": {"title", "unit", "after"},
    "limits": {"title", "unit", "keeper", "flags"}, "weak_points": {"title", "level"}, "problems": {"id", "basis", "note"},
    "residents": {"title"}, "shares": {"title"}, "categories": set()}


def expect(holds, what):
    if not holds:
        faults.append(what)


def run(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True)
    if done.returncode == 1 and b"C393" in done.stderr:
        print("skipped: this build has no page (npm)")
        sys.exit(77)
    expect(done.returncode == 0, done.stderr.decode()[-500:])


def cell_of(kind, text, words):
    if kind == "l":
        return [] if text == "-" else [words[int(k)] for k in text.split(" ")]
    if text == "-":
        return None
    return words[int(text)] if kind == "w" else text == "1" if kind == "b" else float(text)


def rows_of(table, words):
    names = [column.split(":") for column in table["columns"].split(" ")]
    above, rows = {}, []
    for line in table["rows"].split("\n") if table["rows"] else []:
        cells = line.split(",")
        expect(len(cells) == len(names), f"{len(cells)} cells for {len(names)} columns")
        for (name, kind), text in zip(names, cells):
            if text:
                above[name] = cell_of(kind, text, words)
        expect(len(above) == len(names), "an empty cell in the first row")
        rows.append(dict(above))
    return rows


def near(packed, told):
    """Six significant digits at least; a text as it is."""
    if isinstance(told, bool) or not isinstance(told, (int, float)):
        return packed == told
    return packed is not None and abs(packed - told) <= 6e-6 * abs(told)


def flat(row):
    return {k if outer is row else f"{name}.{k}": v for name, outer in [("", row), *[(n, v) for n, v in row.items() if isinstance(v, dict)]]
            for k, v in outer.items() if not isinstance(v, dict)}


def expect_same(where, packed, told, left_out):
    told = {k: v for k, v in flat(told).items() if k not in left_out}
    expect(told.keys() == packed.keys(), f"{where}: {sorted(told.keys() ^ packed.keys())}")
    for key, value in told.items():
        if key in packed:
            expect(near(packed[key], value), f"{where} {key}: {packed[key]!r}, {value!r}")


def key_of(row):
    return row["place"], row["node"]


def expect_lists(tables, diagnosis):
    for name in ["trends", "limits", "weak_points", "problems", "changes", "residents", "shares"]:
        packed, told = tables[name], diagnosis[name]
        expect(len(packed) == len(told), f"{name}: {len(packed)} rows, {len(told)} told")
        if name not in ("limits", "problems"):
            packed, told = sorted(packed, key=key_of), sorted(told, key=key_of)
        for a, b in zip(packed, told):
            if name == "limits":  # told beside what the file has: broken before, and nobody measured it now
                expect(not a.pop("unmeasured") or b["value"] is None, f"{key_of(b)} is measured")
            expect_same(f"{name} {key_of(b)}", a, b, TOLD_ELSEWHERE[name])


def expect_places(tables, diagnosis):
    for name, part in [("readings", "indicators"), ("categories", "categories")]:
        packed = {key_of(row): row for row in tables[name]}
        for place in diagnosis["places"]:
            for node, reading in place[part].items():
                row = packed.pop((place["place"], node), None)
                if row is None:
                    expect(reading["light"] == "not_applicable" and reading["value"] is None and reading["last_year"] is None,
                           f"{name} {place['place']} {node} is left out")
                else:
                    expect_same(f"{name} {key_of(row)}", row, {**reading, "place": place["place"], "node": node}, TOLD_ELSEWHERE[name])
        expect(not packed, f"{name}: too many: {list(packed)[:3]}")


def expect_series(document, rows, lines, number_of):
    """Values and scores of all periods up to the document's, with their lights."""
    packed = {key_of(row): row for row in rows}
    for line in lines:
        if line["period"] not in document["periods"]:
            continue
        row = packed.get(key_of(line))
        t = document["periods"].index(line["period"])
        told = number_of(line)
        if row is None:
            expect(told is None, f"{key_of(line)} {line['period']} is left out")
            continue
        expect(near(row[f"t{t}"], told), f"{key_of(line)} {line['period']}: {row[f't{t}']!r}, {told!r}")
        if "light" in line:
            expect(LETTERS[row["lights"][t]] == line["light"], f"{key_of(line)} {line['period']}: {row['lights']}, {line['light']}")


def read(file):
    with open(file, encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def number(text):
    return float(text) if text else None


def document_of(html):
    text = html.read_text(encoding="utf-8")
    expect(not re.search(r"(src|href)=\"?https?:", text), "the page asks for something from outside")
    found = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.S)
    expect(len(found) == 1 and "<" not in found[0], "one document without a tag in it")
    return json.loads(found[0])


def expect_page(folder, *arguments):
    run("diagnose", *arguments, "--out", folder)
    run("score", *arguments[:2], "--out", folder)
    for times in ["first", "second"]:
        run("report", *arguments, "-o", folder / f"{times}.html")
    pages = [(folder / f"{times}.html").read_bytes() for times in ["first", "second"]]
    expect(pages[0].replace(b"first.html", b"second.html") == pages[1], "two runs differ")
    document = document_of(folder / "first.html")
    diagnosis = json.loads((folder / "diagnosis.json").read_text(encoding="utf-8"))
    tables = {name: rows_of(table, document["words"]) for name, table in document["tables"].items()}
    expect([p["name"] for p in document["places"]] == [p["place"] for p in diagnosis["places"]], "the places")
    expect(document["framework"] == diagnosis["framework"] and document["period"] == diagnosis["period"], "framework and period")
    expect_lists(tables, diagnosis)
    expect_places(tables, diagnosis)
    expect_series(document, tables["values"], read(folder / "indicators.csv"), lambda line: number(line["value"]))
    scores = [line for line in read(folder / "scores.csv") if line["level"] != "indicator"]
    expect_series(document, tables["scores"], scores, lambda line: number(line["uncapped"]) or number(line["score"]))
    return document


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    chaoyang, town = root / "indicators/chaoyang", root / "tests/schema/diagnosis"
    one = expect_page(folder / "one", chaoyang, root / "examples/chaoyang/values.csv", "--period", "2021", "--lang", "zh")
    expect(not one["synthetic"] and one["language"] == "zh" and len(one["places"]) == 1, "the published values of one place")
    expect_page(folder / "town", town, town / "data.csv", "--lang", "en")
    if len(sys.argv) > 3:
        data = folder / "synthetic.csv"
        data.write_bytes(subprocess.run([sys.argv[3], root / "examples/synthetic"], capture_output=True, check=True).stdout)
        whole = expect_page(folder / "whole", chaoyang, data, "--lang", "en")
        expect(whole["synthetic"] and len(whole["places"]) == 44 and len(whole["ranks"]) > 30, "a whole synthetic district")
        expect((folder / "whole/first.html").stat().st_size < 2_000_000, "a page of 2 MB")
print(f"{len(faults)} faults", *faults[:20], sep="\n")
sys.exit(1 if faults else 0)

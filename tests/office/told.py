"""What the tests of office files share: the program, its CSV files, and the words that it uses for codes."""
import csv
import pathlib
import subprocess
import sys

faults = []

LIGHTS = {
    "en": {"green": "green", "yellow": "yellow", "orange": "orange", "red": "red", "no_standard": "no standard",
           "no_data": "no data", "not_applicable": "not applicable"},
    "zh": {"green": "正常", "yellow": "关注", "orange": "预警", "red": "红色预警", "no_standard": "无标准",
           "no_data": "数据不足", "not_applicable": "不适用"}}
SYNTHETIC = {"en": "[synthetic data]", "zh": "【合成数据】"}


def expect(holds, what):
    if not holds:
        faults.append(what)


def finish(what):
    print(f"{what}, {len(faults)} faults", *faults[:20], sep="\n")
    sys.exit(1 if faults else 0)


def lines_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(cell):
    return float(cell) if cell else None


def run_or_skip(program, *arguments):
    """What the program prints; a build without office files ends the test as not run."""
    done = subprocess.run([program, *map(str, arguments)], capture_output=True)
    if done.returncode == 1 and any(code in done.stderr + done.stdout for code in (b"C393", b"C377")):
        print("skipped: this build lacks what office files need")
        sys.exit(77)
    expect(done.returncode == 0, f"{arguments}: {(done.stderr + done.stdout).decode()[-500:]}")
    return done.stdout.decode()


class Case:
    """One report, and what the program says of the same data in CSV."""

    def __init__(self, program, folder, name, framework, data, language, place="", previous=None, period=""):
        self.program, self.name, self.language, self.place = program, name, language, place
        self.folder = folder / name
        self.scored = [str(framework), str(data)]
        self.common = ["--lang", language, *(["--period", period] if period else [])]
        self.common += ["--previous", str(previous)] if previous else []
        self.run("diagnose", *self.scored, *self.common, "--out", str(self.folder))
        self.period = period or lines_of(self.folder / "problems.csv")[0]["period"]

    def run(self, *arguments, cwd=None):
        done = subprocess.run([self.program, *arguments], cwd=cwd, capture_output=True)
        if done.returncode == 1 and b"C393" in done.stderr:
            print("skipped: this build lacks what office files need")
            sys.exit(77)
        expect(done.returncode == 0, f"{self.name}: {done.stderr.decode()[-500:]}")

    def report(self, ending):
        """The file; a second one must have the same bytes, wherever it stands."""
        paths = [self.folder / f"report{k}" / f"report{ending}" for k in (1, 2)]
        for path in paths:
            path.parent.mkdir(exist_ok=True)
            place = ["--place", self.place] if self.place else []
            self.run("report", *self.scored, *self.common, *place, "--samples", "0", "-o", path.name, cwd=path.parent)
        expect(paths[0].read_bytes() == paths[1].read_bytes(), f"{self.name}{ending}: two runs, two files")
        return paths[0]

    def lines(self, name):
        """Of the report's period and place."""
        return [line for line in lines_of(self.folder / name)
                if line["period"] == self.period and self.place in ("", line["place"])]

    def scores(self):
        self.run("score", *self.scored, "--lang", self.language, "--out", str(self.folder))
        lines = lines_of(self.folder / "scores.csv")
        return {(line["place"], line["node"]): line for line in lines if line["period"] == self.period}


def cases(program, root, folder, synthetic):
    """Several towns; one district without others, with and without a year before; a whole district and a part of it."""
    town, chaoyang = root / "tests/schema/diagnosis", root / "indicators/chaoyang"
    yield Case(program, folder, "town", town, town / "data.csv", "en")
    values = root / "examples/chaoyang/values.csv"
    before = Case(program, folder, "before", chaoyang, values, "zh", period="2021")
    yield before
    yield Case(program, folder, "after", chaoyang, values, "en", previous=before.folder, period="2024")
    if synthetic:
        data = folder / "synthetic.csv"
        data.write_bytes(subprocess.run([synthetic, root / "examples/synthetic"], capture_output=True, check=True).stdout)
        yield Case(program, folder, "whole", chaoyang, data, "zh")
        yield Case(program, folder, "part", chaoyang, data, "en", place="望京街道")


def arguments():
    root, program = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    return root, program, sys.argv[3] if len(sys.argv) > 3 else None

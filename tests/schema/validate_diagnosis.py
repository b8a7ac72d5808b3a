"""Runs `tijian diagnose` and holds its JSON against the schema and against the CSV files that it writes beside.
Usage: validate_diagnosis.py SCHEMA ROOT TIJIAN [SYNTHETIC]: SYNTHETIC writes the data of a whole district."""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError as missing:
    print(f"skipped: {missing} (package python3-jsonschema)")
    sys.exit(77)

sys.dont_write_bytecode = True  # none of it beside the sources
from diagnosis_files import expect, expect_files, faults, read

schema_file, root, program = map(pathlib.Path, sys.argv[1:4])
schema = json.loads(schema_file.read_text(encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)


def tijian(*arguments):
    done = subprocess.run([program, "diagnose", *map(str, arguments), "--format", "json"], capture_output=True, check=True)
    return json.loads(done.stdout)["result"]


def diagnosed(out, *arguments):
    """What it writes into the folder; faults where that does not keep to the schema."""
    files = tijian(*arguments, "--out", out)["files"]
    expect(str(out / "diagnosis.json") in files, f"{out.name}: diagnosis.json is not among the files")
    document = json.loads((out / "diagnosis.json").read_text(encoding="utf-8"))
    for fault in list(validator.iter_errors(document))[:5]:
        faults.append(f"{out.name}: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")
    return document


def objects(part, where=""):
    """All objects of the schema with keys of their own."""
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict) and "type" in part:
            yield where, part
        for key, value in part.items():
            yield from objects(value, f"{where}/{key}")


def expect_strict():
    for where, part in objects(schema):
        expect(part.get("additionalProperties") is False, f"{where} takes any key")
        left = set(part["properties"]) - set(part["required"])
        expect(left == ({"spatial"} if where.endswith("/peer_study") else set()), f"{where} does not ask for {left}")
    expect(len(list(objects(schema))) > 20, "the schema has few objects")


def expect_refused(document, what, spoil):
    wrong = copy.deepcopy(document)
    spoil(wrong)
    expect(not validator.is_valid(wrong), f"not refused: {what}")


def first(of):
    return next(iter(of.values()))


def expect_wrong_ones_refused(document):
    expect_refused(document, "a purple light", lambda d: first(d["places"][0]["indicators"]).update(light="purple"))
    expect_refused(document, "a purple aspect", lambda d: first(d["places"][0]["indicators"])["aspects"].update(plan="purple"))
    expect_refused(document, "a purple category", lambda d: first(d["places"][0]["categories"]).update(light="purple"))
    expect_refused(document, "a problem without severity", lambda d: d["problems"][0].pop("severity"))
    expect_refused(document, "no places", lambda d: d.pop("places"))
    expect_refused(document, "a key too many", lambda d: d["problems"][0].update(more=1))
    expect_refused(document, "a text for a number", lambda d: d["problems"][0].update(value="12"))
    expect_refused(document, "an unknown flag", lambda d: d["problems"][0].update(flags="uncited;odd"))
    expect_refused(document, "a period that is none", lambda d: d.update(period="2021-13"))


def expect_all_seen(documents):
    """What no document has was not held against anything."""
    for part in ["trends", "limits", "weak_points", "problems", "changes", "residents", "shares"]:
        expect(any(d[part] for d in documents), f"no document has {part}")
    nodes = [node for d in documents for node in d["peer_study"]["inequality"]]
    expect(any(node["theil_between"] for node in nodes), "no document has theil_between")
    for part in schema["definitions"]["peer_study"]["properties"]:
        expect(any(d["peer_study"].get(part) for d in documents), f"no document has {part}")


def chain(folder, places):
    file = folder / "pairs.csv"
    pairs = [f"{a},{b}\n" for a, b in zip(places, places[1:])]
    file.write_text("place,neighbour\n" + "".join(pairs), encoding="utf-8")
    return file


def small_documents(folder):
    town, district = root / "tests/schema/diagnosis", (root / "indicators/chaoyang", root / "examples/chaoyang/values.csv")
    yield folder / "town", diagnosed(folder / "town", town, town / "data.csv")
    before = folder / "2021"
    yield before, diagnosed(before, *district, "--period", "2021", "--lang", "zh")
    printed = tijian(*district, "--period", "2021", "--lang", "zh")["diagnosis"]
    expect(printed == json.loads((before / "diagnosis.json").read_text(encoding="utf-8")), "printed and written are two")
    yield folder / "2024", diagnosed(folder / "2024", *district, "--period", "2024", "--previous", before)


def whole_district(folder, synthetic):
    framework, data = root / "indicators/chaoyang", folder / "synthetic.csv"
    data.write_bytes(subprocess.run([synthetic, root / "examples/synthetic"], capture_output=True, check=True).stdout)
    pairs = chain(folder, [line["name"] for line in read(root / "examples/synthetic", "units.csv")])
    out = folder / "synthetic"
    return out, diagnosed(out, framework, data, "--neighbours", pairs)


expect_strict()
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    made = list(small_documents(folder))
    expect_wrong_ones_refused(made[1][1])
    if len(sys.argv) > 4:
        made.append(whole_district(folder, sys.argv[4]))
        expect_all_seen([document for _, document in made])
    for out, document in made:
        expect_files(out, document)
print(f"{len(made)} documents, {len(faults)} faults", *faults[:20], sep="\n")
sys.exit(1 if faults else 0)

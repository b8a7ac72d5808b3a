"""The CSV files of `tijian diagnose --out` held against its diagnosis.json: each cell is there."""
import csv

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def read(out, name):
    with open(out / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def lines(out, name, period):
    """Of the period, without it: it is the document's."""
    return [{k: v for k, v in line.items() if k != "period"} for line in read(out, name) if line["period"] == period]


def same(cell, value):
    """A cell says what JSON says."""
    if value is None or value == "":
        return cell == ""
    if isinstance(value, bool):
        return cell == ("yes" if value else "")
    if isinstance(value, list):
        return cell == ";".join(value)
    if isinstance(value, (int, float)):
        return cell != "" and float(cell) == value
    return cell == value


def expect_same(where, line, json_row):
    for column, cell in line.items():
        expect(column in json_row and same(cell, json_row[column]), f"{where} {column}: {cell!r}, {json_row.get(column)!r}")


def expect_same_list(out, name, document, rows):
    found = lines(out, name, document["period"])
    expect(len(found) == len(rows), f"{out.name}/{name}: {len(found)} lines, {len(rows)} in JSON")
    for line, row in zip(found, rows):
        expect(line.keys() == row.keys(), f"{name}: {sorted(line.keys() ^ row.keys())}")
        expect_same(f"{out.name}/{name}", line, row)


def expect_readings(out, name, part, document):
    """indicators.csv and categories.csv: by place and node, with what is the same everywhere apart."""
    places = {place["place"]: place[part] for place in document["places"]}
    found = lines(out, name, document["period"])
    expect(len(found) == sum(map(len, places.values())), f"{out.name}/{name}: {len(found)} lines")
    for line in found:
        place, node = line.pop("place"), line.pop("node")
        expect_same(f"{out.name}/{name} {place} {node}", line, {**document[part][node], **places[place][node]})


def balance_lines(study):
    """balance.csv has a line for each figure."""
    def line(row, measure, value, note, *, attribute="", grade="", n=None):
        return {"group": row["group"], "place": row.get("place", ""), "node": row.get("node", ""), "measure": measure,
                "attribute": attribute, "n": row["n"] if n is None else n, "value": value, "grade": grade, "note": note}
    for row in study["coordination"]:
        for measure in ["development", "coupling", "coordination", "coupling_modified", "coordination_modified"]:
            grade = row.get(measure.replace("coordination", "grade"), "") if "coordination" in measure else ""
            yield line(row, measure, row[measure], row["note"], grade=grade)
    for row in study["inequality"]:
        for measure, note in [("gini", "note"), ("variation", "note_variation"), ("theil", "note")]:
            yield line(row, measure, row[measure], row[note])
        for attribute, part in row["theil_between"].items():
            yield line(row, "theil_between", part["value"], part["note"], attribute=attribute, n=part["n"])


def neighbour_lines(study):
    """neighbours.csv has three features, or fewer with nothing behind."""
    for row in study["statistical_neighbours"]:
        line = {k: row[k] for k in ["place", "neighbour", "order", "distance"]}
        for k in range(3):
            feature = row["features"][k] if k < len(row["features"]) else {"feature": "", "difference": None}
            line |= {f"{name}_{k + 1}": value for name, value in feature.items()}
        yield line


def spatial_lines(study):
    """spatial.csv has a line for each node, and behind it two for each of its places."""
    places = study["spatial"]["places"]
    for node in study["spatial"]["nodes"]:
        own = {"group": node["group"], "node": node["node"], "n": node["n"]}
        yield {**own, "measure": "moran", "place": "", "neighbours": node["n"] - node["islands"], "value": node["moran"],
               "expected": node["expected"], "z": node["z"], "p": node["p"], "q": None, "cluster": ""}
        for row in places:
            if (row["group"], row["node"]) != (node["group"], node["node"]):
                continue
            at = {**own, "place": row["place"], "neighbours": row["neighbours"]}
            yield {**at, "measure": "local_moran", "value": row["local_moran"], "expected": row["expected"], "z": row["z"],
                   "p": row["p"], "q": row["q"], "cluster": row["cluster"]}
            yield {**at, "measure": "getis_ord", "value": row["getis_ord"], "expected": None, "z": row["getis_ord"],
                   "p": row["getis_p"], "q": row["getis_q"], "cluster": row["getis_cluster"]}


def expect_study_files(out, document):
    study = document["peer_study"]
    index = next(node for node, own in document["categories"].items() if own["level"] == "index")
    balance = [{**line, "node": line["node"] or index} for line in balance_lines(study)]
    expect_same_list(out, "balance.csv", document, balance)
    expect_same_list(out, "strengths.csv", document, study["strengths"])
    if (out / "neighbours.csv").exists():
        expect_same_list(out, "neighbours.csv", document, list(neighbour_lines(study)))
    expect((out / "spatial.csv").exists() == ("spatial" in study), f"{out.name}: spatial.csv or spatial, not both")
    if "spatial" in study:
        expect_same_list(out, "spatial.csv", document, list(spatial_lines(study)))


def expect_files(out, document):
    for name, part in [("trends.csv", "trends"), ("limits.csv", "limits"), ("weak_points.csv", "weak_points"),
                       ("problems.csv", "problems"), ("residents.csv", "residents"), ("shares.csv", "shares")]:
        expect_same_list(out, name, document, document[part])
    expect((out / "changes.csv").exists() == document["compared"], f"{out.name}: compared, and no changes")
    if document["compared"]:
        expect_same_list(out, "changes.csv", document, document["changes"])
    expect_study_files(out, document)
    for line in read(out, "definitions.csv"):
        expect_same(f"{out.name}/definitions.csv", line, {"node": line["node"], **document["indicators"][line["node"]]})
    expect_readings(out, "indicators.csv", "indicators", document)
    expect_readings(out, "categories.csv", "categories", document)

"""Holds documents against the JSON schema: good_* must pass, bad_* must not, and every YAML file of
the indicator folders must pass and name the schema in its first line. Usage: validate.py SCHEMA DOCUMENTS INDICATORS"""
import json
import pathlib
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing} (packages python3-jsonschema and python3-yaml)")
    sys.exit(77)


class CoreLoader(yaml.SafeLoader):
    """Plain scalars as in YAML 1.2, which editors read: `yes` is text, 010 is ten."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
        ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
        ("int", r"[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""])]:
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"(?:{pattern})$"), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))

schema_file, documents, indicators = map(pathlib.Path, sys.argv[1:])
schema = json.loads(schema_file.read_text(encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
wrong = 0
checked = [(file, file.name.startswith("good_")) for file in sorted(documents.glob("*.yaml"))]
checked += [(file, True) for file in sorted(indicators.rglob("*.yaml"))]
for file, good in checked:
    faults = list(validator.iter_errors(yaml.load(file.read_text(encoding="utf-8"), CoreLoader)))
    if bool(faults) == good:
        wrong += 1
        print(f"{file.name}: should be {'accepted' if good else 'refused'}",
              *(f"  {'/'.join(map(str, f.absolute_path))}: {f.message[:200]}" for f in faults), sep="\n")
# Editors find the schema by the first line of each file of the repository's own frameworks.
for file in sorted(indicators.rglob("*.yaml")):
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    if named == first or (file.parent / named).resolve() != schema_file.resolve():
        wrong += 1
        print(f"{file}: the first line does not lead to {schema_file}")
print(f"{len(checked)} documents, {wrong} wrong")
sys.exit(1 if wrong or len(checked) < 40 else 0)

#!/usr/bin/env python3
"""Each {name} of a message is given where the message is made.

Reads the sources as text: of a call with a "CODE" and pairs {{"name", value}, ...}, in one of the
three innermost parentheses around the code, the pairs must have the names that the message needs.
Where a helper adds the pairs, the bad inputs show them: a message made without one throws.
"""
import pathlib
import re
import sys

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "src"
CODE = re.compile(r'"([YFCBNM]\d{3})"')
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
PAIR = re.compile(r'\{\s*"([a-z_]+)",')
STRING = r'"(?:[^"\\\n]|\\.)*"'
FEWEST_CALLS = 80  # fewer seen, and the reading of the sources has gone wrong


def needed_names():
    """Code -> the names that its texts need, in all languages."""
    needed = {}
    for path in (SOURCES / "base").glob("catalogue_*.cpp"):
        for entry in re.split(r'\{(?="[YFCBNM]\d{3}",)', path.read_text())[1:]:
            texts = "".join(text[1:-1] for text in re.findall(STRING, entry))
            needed[entry[1:5]] = set(PLACEHOLDER.findall(texts))
    return needed


def without_comments(source):
    """The source on the same lines, without comments and without parentheses in quotes."""
    token = STRING + r"|//[^\n]*|(?<!\w)'(?:[^'\\]|\\.)+'"
    return re.sub(
        token, lambda t: "" if t[0].startswith("//") else re.sub("[()]", " ", t[0]), source)


def spans_around(text, position):
    """The parentheses around a position, the innermost first."""
    open_ones = 0
    for start in range(position - 1, -1, -1):
        open_ones += {"(": 1, ")": -1}.get(text[start], 0)
        if open_ones == 1:
            level = 0
            for end in range(start, len(text)):
                level += {"(": 1, ")": -1}.get(text[end], 0)
                if level == 0:
                    yield text[start:end]
                    break
            open_ones = 0


def given_names(text, position):
    for span, _ in zip(spans_around(text, position), range(3)):
        if re.search(r'\{\{\s*"', span):
            return set(PAIR.findall(span))
    return None


def main():
    needed, faults, seen = needed_names(), [], 0
    for path in sorted([*SOURCES.rglob("*.cpp"), *SOURCES.rglob("*.h")]):
        if path.name.startswith("catalogue_"):
            continue
        text = without_comments(path.read_text())
        for code in CODE.finditer(text):
            given = given_names(text, code.start())
            if given is None:
                continue
            seen += 1
            missing = needed.get(code[1], {"a message of this code"}) - given
            if missing:
                line = text.count("\n", 0, code.start()) + 1
                faults.append(f"{path}:{line}: {code[1]} is not given {', '.join(sorted(missing))}")
    if seen < FEWEST_CALLS:
        faults.append(f"only {seen} calls found")
    print(*faults, f"{seen} calls, {len(needed)} messages", sep="\n")
    return bool(faults)


sys.exit(main())

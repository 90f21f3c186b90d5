#!/usr/bin/env python3
"""Decides by the common rules: decide.py json|orjson|msgspec|duckdb COHORT OUT"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def line_by_line(loads, dumps, cohort, out):
    from common_rules import decide

    with open(cohort, "rb") as lines, open(out, "wb") as records:
        for line in lines:
            records.write(dumps(decide(loads(line))) + b"\n")


def by_duckdb(cohort, out):
    import duckdb

    with open(os.path.join(HERE, "common_rules.sql"), encoding="utf-8") as file:
        question = file.read()
    base = duckdb.connect()
    base.execute("SET threads = 1")
    base.execute(question.replace("COHORT", cohort).replace("OUT", out))


def main(name, cohort, out):
    if name == "json":
        import json

        line_by_line(json.loads, lambda value: json.dumps(value, separators=(",", ":")).encode(), cohort, out)
    elif name == "orjson":
        import orjson

        line_by_line(orjson.loads, orjson.dumps, cohort, out)
    elif name == "msgspec":
        import msgspec

        line_by_line(msgspec.json.decode, msgspec.json.encode, cohort, out)
    elif name == "duckdb":
        by_duckdb(cohort, out)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Asks questions in SQL of decision records and of the cohort they were made from.

    python3 ask.py decisions.ndjson cohort.ndjson                  the questions of questions.sql
    python3 ask.py decisions.ndjson cohort.ndjson mine.sql         those of a file: a comment, then a statement
    python3 ask.py decisions.ndjson cohort.ndjson --keep out.db    keeps the records as tables, for many questions
"""
import argparse
import pathlib
import sys

try:
    import duckdb
except ImportError:
    sys.exit("this needs DuckDB: python3 -m pip install duckdb")

FOLDER = pathlib.Path(__file__).parent
TABLES = ["decisions", "criteria", "scores", "points", "taskings", "people"]


def questions(path):
    """Pairs of a heading and a statement."""
    for part in path.read_text().split(";"):
        lines = part.strip().splitlines()
        heading = " ".join(line.removeprefix("--").strip() for line in lines if line.startswith("--"))
        statement = "\n".join(line for line in lines if not line.startswith("--")).strip()
        if statement:
            yield heading, statement


def shown(value):
    if value is None:
        return "-"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def table(names, rows):
    cells = [names] + [[shown(value) for value in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(names))]
    return "\n".join("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells)


def main():
    options = argparse.ArgumentParser(description="Asks questions in SQL of decision records and their cohort.")
    options.add_argument("records", help="decision records, as `waymark evaluate` writes them")
    options.add_argument("cohort", help="the cohort as NDJSON")
    options.add_argument("questions", nargs="?", type=pathlib.Path, default=FOLDER / "questions.sql", help="a file of statements")
    options.add_argument("--keep", metavar="file", help="a new database into which everything is put first")
    given = options.parse_args()
    for path in [given.records, given.cohort, given.questions]:
        if not pathlib.Path(path).is_file():
            sys.exit(f"there is no file `{path}`")
    if given.keep and pathlib.Path(given.keep).exists():
        sys.exit(f"`{given.keep}` is there already: name a new file")
    base = duckdb.connect(given.keep or ":memory:")
    base.execute("SET VARIABLE records = ?", [given.records])
    base.execute("SET VARIABLE cohort = ?", [given.cohort])
    base.execute((FOLDER / "views.sql").read_text())
    if given.keep:
        for name in TABLES:
            base.execute(f"CREATE TABLE kept AS FROM {name}; DROP VIEW {name}; ALTER TABLE kept RENAME TO {name}")
        base.execute("DROP VIEW records")
    for number, (heading, statement) in enumerate(questions(given.questions)):
        if number:
            print()
        print(heading)
        try:
            answer = base.execute(statement)
        except duckdb.Error as error:
            sys.exit(f"`{given.questions}`: {error}")
        rows = answer.fetchall()
        print(table([column[0] for column in answer.description], rows) if rows else "  none")


main()

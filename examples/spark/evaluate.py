#!/usr/bin/env python3
"""Evaluates a cohort with Waymark on many machines: Spark pipes each part of it through `waymark evaluate`.

    python3 evaluate.py PACK COHORT OUTPUT --as-of 2026-11-01 --waymark /usr/local/bin/waymark --master 'local[2]'

OUTPUT is a new folder with the records in parts: one behind another they are the bytes that one machine writes.
"""
import argparse
import itertools
import os
import re
import shlex
import shutil
import sys
import tempfile

try:
    from pyspark.sql import SparkSession
except ImportError:
    sys.exit("this needs Spark: python3 -m pip install pyspark, and Java 17")

NOMINAL = re.compile(r'^\{"nominal":("(?:[^"\\]|\\.)*")')


def options():
    parser = argparse.ArgumentParser(description="Evaluates a cohort with Waymark in parts, by Spark.")
    parser.add_argument("pack", help="the pack's folder, at the same path on every machine")
    parser.add_argument("cohort", help="the cohort as NDJSON: a file, or whatever Spark can read")
    parser.add_argument("output", help="a new folder for the records")
    parser.add_argument("--as-of", required=True, metavar="date", help="the date of the run")
    parser.add_argument("--waymark", default="waymark", metavar="path", help="the program, at the same path on every machine")
    parser.add_argument("--shared", metavar="folder", help="a folder that every machine sees, for what all must know and for rejects")
    parser.add_argument("--master", metavar="url", help="where Spark is, such as local[2]; default: as spark-submit says")
    parser.add_argument("--parts", type=int, default=0, metavar="n", help="at least so many parts; default: as Spark finds best")
    return parser.parse_args()


def command(given, *more):
    """The program on one part, from standard input. Status 3 says that some lines or rules failed, and is no failure here."""
    words = [given.waymark, "evaluate", given.pack, "-", "--as-of", given.as_of, "--jobs", "1", *more]
    rejects = shlex.quote(os.path.join(given.shared, "rejects")) + '."$(hostname)-$$".ndjson'
    script = " ".join(shlex.quote(word) for word in words) + f" --rejects {rejects} || [ $? -eq 3 ]"
    return "sh -c " + shlex.quote(script)


def survey(given, people):
    """Asks the whole cohort, step by step, what the rules need to know of everybody. Returns what to add to the command."""
    known = os.path.join(given.shared, "surveyed.ndjson")
    so_far = []
    for step in itertools.count():
        folder = os.path.join(given.shared, f"step-{step}")
        people.pipe(command(given, "--survey", *so_far), checkCode=True).saveAsTextFile("file://" + folder)
        parts = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.startswith("part-")]
        if not any(os.path.getsize(part) for part in parts):
            return so_far
        with open(known, "ab") as file:
            for part in parts:
                with open(part, "rb") as lines:
                    shutil.copyfileobj(lines, file)
        so_far = ["--surveyed", known]


def main():
    given = options()
    kept = None
    if given.shared is None:
        kept = tempfile.TemporaryDirectory()
        given.shared = kept.name
    given.shared = os.path.abspath(given.shared)
    os.makedirs(given.shared, exist_ok=True)
    builder = SparkSession.builder.appName("waymark")
    if given.master:
        builder = builder.master(given.master)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        people = spark.sparkContext.textFile(given.cohort, given.parts or None)
        so_far = survey(given, people)
        people.pipe(command(given, *so_far), checkCode=True).saveAsTextFile(given.output)
        # A part does not know who is in another. One machine would have rejected the second line of an id.
        ids = spark.sparkContext.textFile(given.output).map(lambda record: NOMINAL.match(record).group(1))
        twice = ids.map(lambda id: (id, 1)).reduceByKey(lambda a, b: a + b).filter(lambda pair: pair[1] > 1).map(lambda pair: pair[0])
        examples = twice.take(3)
        if examples:
            sys.exit(f"the id {examples[0]} is on more than one line: mend the cohort, and evaluate it again")
        rejects = [name for name in os.listdir(given.shared) if name.startswith("rejects.")]
        lines = sum(sum(1 for _ in open(os.path.join(given.shared, name), "rb")) for name in rejects)
        if lines:
            print(f"{lines} lines were rejected{'' if kept else f': see {given.shared}'}", file=sys.stderr)
            sys.exit(3)
    finally:
        spark.stop()
        if kept:
            kept.cleanup()


main()

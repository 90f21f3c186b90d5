#!/usr/bin/env python3
"""Waymark beside what people might use instead, in one run on one core: compare.py [--rounds 5] COUNT...

Run it from the root of the repository, after `make bench-build`. What is not installed is left out, and said: Python's own json is always there;
`pip install orjson msgspec duckdb` adds the others. Each program is a whole process that reads the same file and writes decisions;
the outcomes must be the same, except Waymark's, which writes full records and is held to the same outcomes by BenchTests.
"""
import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = ".build/bench"
BENCH = ".build/profile/release/bench"
WAYMARK = ".build/profile/release/waymark"
PEERS = ["json", "orjson", "msgspec", "duckdb"]


def timed(words, out):
    """Seconds by the clock, and seconds of the processor."""
    start = time.monotonic()
    with open(out or os.devnull, "wb") as file:
        child = subprocess.Popen(["taskset", "-c", "0"] + words, stdout=file, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = status
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"`{' '.join(words)}` ended with {status}")
    return wall, used.ru_utime + used.ru_stime


def decisions(path):
    with open(path, encoding="utf-8") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("counts", nargs="+", type=int, metavar="COUNT")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    os.makedirs(FOLDER, exist_ok=True)
    peers = [name for name in PEERS if importlib.util.find_spec(name)]
    for name in PEERS:
        if name not in peers:
            print(f"skipped: {name} is not installed", file=sys.stderr)
    print("nominals  program                         wall s  processor s  times Waymark")
    for count in given.counts:
        cohort = f"{FOLDER}/{count}.ndjson"
        if not os.path.exists(cohort):
            with open(cohort, "wb") as file:
                subprocess.run([BENCH, "cohort", "--count", str(count)], stdout=file, check=True)
        programs = {
            "waymark evaluate": ([WAYMARK, "evaluate", "bench/common-rules", cohort, "--as-of", "2017-06-30", "--jobs", "1"], f"{FOLDER}/peer.waymark"),
            "floor: Swift, these rules only": ([BENCH, "floor", cohort], f"{FOLDER}/peer.floor"),
        }
        for name in peers:
            programs[f"Python, {name}" if name != "duckdb" else "DuckDB, SQL"] = (
                [sys.executable, f"{HERE}/decide.py", name, cohort, f"{FOLDER}/peer.{name}"], None)
        costs = {name: [] for name in programs}
        for _ in range(given.rounds):
            for name, (words, out) in programs.items():
                costs[name].append(timed(words, out))
        expected = decisions(f"{FOLDER}/peer.floor")
        for name in peers:
            if decisions(f"{FOLDER}/peer.{name}") != expected:
                sys.exit(f"{name} decides otherwise than the floor")
        middle = {name: [statistics.median(part) for part in zip(*rounds)] for name, rounds in costs.items()}
        own = middle["waymark evaluate"][1]
        for name, (wall, processor) in middle.items():
            print(f"{count:>8}  {name:<30}{wall:>8.3f}{processor:>13.3f}{processor / own:>15.2f}")


if __name__ == "__main__":
    main()

"""Scores flat tables or NDJSON on a Spark cluster: a task takes a range of bytes of a file on shared storage.

usage: spark-submit score.py [--rules PACK] [--jixiao PATH] [--bytes N] --parts DIR --out OUT.csv FILE…

DIR must be on storage that every node sees, as FILE… must. The command moves the edges of a range to where sheets begin,
so any N gives the same bytes. A part appears under its name only when it is whole: a task that is killed leaves nothing
that counts, and one that runs twice writes the same part again.
"""
import argparse
import os
import subprocess

from pyspark.sql import SparkSession


def score(task):
    """Scores one range; the path of its part."""
    command, rules, path, lower, upper, part = task
    run = subprocess.run(
        [command, "score", path, "--rules", rules, "--totals", "--shard", "--range", f"{lower}-{upper}",
         "--jobs", "1", "--max-errors", "1000000000", "-o", part],
        stderr=subprocess.PIPE, text=True)
    # 2 with a part: rows that could not be read, which the part counts and the merge tells.
    if run.returncode not in (0, 2) or not os.path.exists(part):
        raise RuntimeError(f"{path} {lower}-{upper}: status {run.returncode}: {run.stderr}")
    return part


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--rules", default="literal")
    words.add_argument("--jixiao", default="jixiao")
    words.add_argument("--bytes", type=int, default=256 << 20)
    words.add_argument("--parts", required=True)
    words.add_argument("--out", required=True)
    words.add_argument("files", nargs="+")
    asked = words.parse_args()
    os.makedirs(asked.parts, exist_ok=True)
    tasks = []
    for path in asked.files:
        size = os.path.getsize(path)
        for lower in range(0, max(size, 1), asked.bytes):
            # The last range is open, so that nothing is lost where a file has grown.
            upper = "" if lower + asked.bytes >= size else lower + asked.bytes
            part = os.path.join(asked.parts, f"{len(tasks):06}.part")
            tasks.append((asked.jixiao, asked.rules, path, lower, upper, part))
    session = SparkSession.builder.appName("jixiao").getOrCreate()
    # An unfinished part of an earlier run must not be taken for one of this run.
    for task in tasks:
        if os.path.exists(task[-1]):
            os.remove(task[-1])
    parts = session.sparkContext.parallelize(tasks, len(tasks)).map(score).collect()
    session.stop()
    return subprocess.run([asked.jixiao, "merge", *parts, "-o", asked.out]).returncode


if __name__ == "__main__":
    raise SystemExit(main())

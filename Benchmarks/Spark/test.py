"""Scores a table with Spark in local mode, one task being killed, and compares with one run of the command.

usage: test.py JIXIAO TABLE.csv        (skipped, and says so, where PySpark or Java is missing)
"""
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
# Dies the first time it is asked for the third range, in the middle of its work, as a lost node does.
FLAKY = """#!/bin/sh
case "$*" in
  *--range\\ {range}*)
    if mkdir {marker} 2>/dev/null; then
      "{command}" "$@" & sleep 0.01; kill -9 $! ; kill -9 $$
    fi;;
esac
exec "{command}" "$@"
"""


def main():
    command, table = map(os.path.abspath, sys.argv[1:3])
    try:
        import pyspark  # noqa: F401
    except ImportError:
        print("skipped: PySpark is not installed (pip install pyspark)")
        return 0
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        print("skipped: Java is not installed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        whole, spark = os.path.join(folder, "whole.csv"), os.path.join(folder, "spark.csv")
        subprocess.run([command, "score", table, "--rules", "literal", "--totals", "-o", whole], check=True)
        size = os.path.getsize(table)
        step = max(1, size // 7)
        flaky, marker = os.path.join(folder, "flaky.sh"), os.path.join(folder, "killed")
        with open(flaky, "w") as file:
            file.write(FLAKY.format(range=f"{2 * step}-{3 * step}", marker=marker, command=command))
        os.chmod(flaky, 0o755)
        subprocess.run(
            [sys.executable, os.path.join(HERE, "score.py"), "--jixiao", flaky, "--bytes", str(step),
             "--parts", os.path.join(folder, "parts"), "--out", spark, table],
            env={**os.environ, "PYSPARK_SUBMIT_ARGS": "--master local[2,4] pyspark-shell",
                 "PYSPARK_PYTHON": sys.executable},
            check=True)
        if not os.path.isdir(marker):
            print("no task was killed")
            return 1
        if not filecmp.cmp(whole, spark, shallow=False):
            print("the bytes differ")
            return 1
        with open(whole) as file:
            print(f"same bytes: {sum(1 for _ in file) - 1} sheets, {-(-size // step)} ranges, one task killed and retried")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Prints pairs of names that `jixiao compare` put in one family, for a person to judge.

    jixiao compare PATHS… --format json | python3 Benchmarks/compare_pairs.py [SEED] [COUNT]

A family with several spellings is picked first and then two of its spellings, so that a family of many spellings does not
fill the sample; no pair comes twice. Same input and seed, same pairs.
"""

import json
import sys

from compare_table import mix


def main(seed, count):
    families = [f for f in json.load(sys.stdin)["families"] if len(f["names"]) > 1]
    units = {}
    for family in families:
        rows = [v for cell in family["cells"] for v in cell["values"]] + family["excluded"]
        for row in rows:
            units.setdefault((family["family"], row["level3"]), row["target"])
    possible = sum(len(f["names"]) * (len(f["names"]) - 1) // 2 for f in families)
    seen, step = set(), 0
    while len(seen) < min(count, possible):
        family = families[mix(seed * 1_000_003 + step) % len(families)]
        draw = mix(seed * 1_000_003 + step + 1)
        step += 2
        names = [n["name"] for n in family["names"]]
        left, right = sorted((draw % len(names), (draw >> 20) % len(names)))
        pair = (family["family"], left, right)
        if left == right or pair in seen:
            continue
        seen.add(pair)
        shown = [f"{names[i]}（{units.get((family['family'], names[i]), '')}）" for i in (left, right)]
        print(f"{len(seen)}\t{family['measure']} {family['direction']}\t{shown[0]}\t{shown[1]}")


if __name__ == "__main__":
    if len(sys.argv) > 3:
        sys.exit(__doc__)
    given = [int(argument) for argument in sys.argv[1:]]
    main(*given, *(1, 50)[len(given):])

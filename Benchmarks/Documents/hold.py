"""Holds what `jixiao read` finds against hand-checked truth, and prints what became of sheets that were broken on purpose.

usage: hold.py [--command PATH] [--shared FOLDER] [--corruption | --corruption-log FILE] [--wrong]

FOLDER holds corpus/ and truth/ (default: ../shared beside the repository); where it is not there, that part is skipped, said
aloud. A row is right when every field that the truth states is; a field is right when it is equal after folding full-width
forms and white space, numbers by value. --corruption runs `swift test --filter CorruptionTests` and tabulates its figures.
--wrong lists every field that differs. Exit 0 when all was held, 1 when a row was invented or a document gave no answer.
"""
import argparse, glob, json, os, re, subprocess, sys, unicodedata
from decimal import Decimal, InvalidOperation

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
ROW = ["level1", "level2", "operator", "target", "value", "unit", "weight", "basis", "previous", "rule", "evidence", "actual", "claimed"]
MAY_BE_UNSTATED = {"basis", "evidence", "rule", "previous"}  # null in the truth says: not looked at
HEAD = ["kind", "year", "organization", "project"]
MONEY = ["total", "fiscal", "other", "superior", "local", "initial", "adjusted", "executed"]


def folded(value):
    return "" if value is None else "".join(unicodedata.normalize("NFKC", str(value)).split()).replace("--", "-")


def equal(field, one, other):
    if field in ("value", "weight", "claimed") or field in MONEY:
        try:
            return Decimal(folded(one).replace(",", "") or "NaN") == Decimal(folded(other).replace(",", "") or "NaN") or folded(one) == folded(other)
        except InvalidOperation:
            return folded(one) == folded(other)
    if field == "actual":
        return folded(one).rstrip("%") == folded(other).rstrip("%")
    return folded(one) == folded(other)


def name(row):
    return folded(row.get("level3")).strip("()")


def aligned(truth, found):
    """Pairs of equal names, as many as keep their order."""
    best = [[0] * (len(found) + 1) for _ in range(len(truth) + 1)]
    for i in range(len(truth) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            same = name(truth[i]) == name(found[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if same else 0)
    pairs, i, j = [], 0, 0
    while i < len(truth) and j < len(found):
        if name(truth[i]) == name(found[j]) and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def read(command, path):
    """The document and null, or null and what was said instead."""
    try:
        answer = subprocess.run([command, "read", path, "--format", "json"], capture_output=True, timeout=120)
        if not answer.stdout:
            return None, " ".join(answer.stderr.decode(errors="replace").split())[:90] + "…"
        return json.loads(answer.stdout)["documents"][0], None
    except (subprocess.TimeoutExpired, ValueError, LookupError) as error:
        return None, repr(error)


def compare(truth, document):
    """Counts of one document, and its wrong fields."""
    wanted = [row for sheet in truth["sheets"] for row in sheet["indicators"]]
    found = [row for sheet in document["sheets"] for row in sheet["indicators"]]
    pairs = aligned(wanted, found)
    fields = right = whole = 0
    wrong = []

    def hold(field, where, one, other, alternatives=()):
        nonlocal fields, right
        fields += 1
        ok = any(equal(field, value, other) for value in [one, *alternatives])
        right += ok
        if not ok:
            wrong.append((field, where, one, other))
        return ok

    for i, j in pairs:
        row, good = wanted[i], True
        for field in ROW:
            key = "score" if field == "claimed" and "score" in row else field
            if key not in row or row[key] is None and field in MAY_BE_UNSTATED:
                continue
            good &= hold(field, name(row), row[key], found[j].get(field), row.get("either", {}).get(field, []))
        whole += good
    for sheet, other in zip(truth["sheets"], document["sheets"]):
        for field in HEAD:
            if sheet.get(field) is not None:
                hold(field, sheet.get("project"), sheet[field], other.get(field))
        for field in MONEY:
            amount = (sheet.get("funds") or {}).get(field)
            if amount is not None and not isinstance(amount, list):
                hold(field, sheet.get("project"), amount, (other.get("funds") or {}).get(field))
    ignored = {folded(entry) for entry in truth.get("ignore", [])}
    taken = {j for _, j in pairs}
    invented = [row for j, row in enumerate(found) if j not in taken and name(row) not in ignored]
    return dict(sheets=len(document["sheets"]), sheetsThere=len(truth["sheets"]), there=len(wanted), found=len(pairs), whole=whole,
                fields=fields, right=right, invented=len(invented), unread=len(document["unread"])), wrong


def truth_files(shared):
    for path in sorted(glob.glob(os.path.join(shared, "truth", "*.json"))):
        document = os.path.join(shared, "corpus", os.path.basename(path)[:-5] + ".txt")
        if os.path.exists(document):
            yield document, path
    for path in sorted(glob.glob(os.path.join(shared, "truth", "published", "*.json"))):
        for document in glob.glob(os.path.join(shared, "corpus", "published", os.path.basename(path)[:-5] + "-*.txt")):
            yield document, path


def hold_truth(command, shared, shows_wrong):
    pairs = list(truth_files(shared))
    if not pairs:
        print(f"skipped: no truth files in {shared}\n")
        return True
    print("| document | sheets | rows found | rows right | fields right | invented | unread |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    ok, total, details = True, {}, []
    for document, path in pairs:
        short = os.path.basename(document)
        with open(path, encoding="utf8") as file:
            truth = json.load(file)
        found, problem = read(command, document)
        if problem:
            ok = False
            print(f"| {short} | {problem} | | | | | |")
            continue
        count, wrong = compare(truth, found)
        details += [(short, *entry) for entry in wrong]
        for key, value in count.items():
            total[key] = total.get(key, 0) + value
        ok &= count["invented"] == 0
        print(line(short, count))
    print(line("all", total), end="\n\n")
    if shows_wrong:
        for short, field, where, one, other in details:
            print(f"{short}: {where}: {field}: {one!r} read {other!r}")
        print()
    held = {document for document, _ in pairs}
    others = [path for path in sorted(glob.glob(os.path.join(shared, "corpus", "**", "*.txt"), recursive=True)) if path not in held]
    print("| document without truth | reader | sheets | rows | unread |\n| --- | --- | ---: | ---: | ---: |")
    for path in others:
        found, problem = read(command, path)
        if problem:
            print(f"| {os.path.basename(path)} | {problem} | | | |")
            continue
        rows = sum(len(sheet["indicators"]) for sheet in found["sheets"])
        print(f"| {os.path.basename(path)} | {found['reader']} | {len(found['sheets'])} | {rows} | {len(found['unread'])} |")
    print()
    return ok


def line(title, count):
    return (f"| {title} | {count['sheets']}/{count['sheetsThere']} | {count['found']}/{count['there']} | {count['whole']}/{count['there']} | "
            f"{count['right']}/{count['fields']} | {count['invented']} | {count['unread']} |")


def tabulate_corruption(log):
    """The figures that the corruption tests print, a line a kind of corruption."""
    form = re.compile(r"(\w+): rows (\d+): right (\d+), not whole (\d+), unread (\d+); cells (\d+): wrong (\d+); rows lost without a word (\d+)")
    found = form.findall(log)
    print("| corruption | rows | right | in part | unread | cells | wrong | wrong, % |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for kind, rows, right, part, unread, cells, wrong, _ in sorted(set(found)):
        print(f"| {kind} | {rows} | {right} | {part} | {unread} | {cells} | {wrong} | {100 * int(wrong) / max(1, int(cells)):.2f} |")
    print()
    return bool(found)


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--command", default=os.path.join(ROOT, ".build/release/jixiao"))
    options.add_argument("--shared", default=os.path.join(ROOT, "../shared"))
    options.add_argument("--corruption", action="store_true")
    options.add_argument("--corruption-log")
    options.add_argument("--wrong", action="store_true")
    asked = options.parse_args()
    ok = True
    if os.path.isdir(os.path.join(asked.shared, "truth")):
        if not os.access(asked.command, os.X_OK):
            sys.exit(f"{asked.command} is missing: swift build -c release")
        ok &= hold_truth(asked.command, asked.shared, asked.wrong)
    else:
        print(f"skipped: {asked.shared} has no truth/; name the folder with --shared\n")
    if asked.corruption_log:
        with open(asked.corruption_log, encoding="utf8") as file:
            ok &= tabulate_corruption(file.read())
    elif asked.corruption:
        run = subprocess.run(["swift", "test", "--filter", "CorruptionTests"], cwd=ROOT, capture_output=True, text=True)
        ok &= tabulate_corruption(run.stdout)
    sys.exit(0 if ok else 1)


main()

"""Damages documents at random and checks that `jixiao read` ends well on every one.

usage: mutate.py [--command PATH] [--count N] [--seed N] [--jobs N] [--only KIND] [--keep FOLDER] [--replay NUMBER]

N files (default 20000) are made from seeded numbers, the same on every machine with the same fixtures: bits flipped, files cut,
pieces moved between files, entries of archives swapped, renamed, doubled or cut, headers damaged, XML and text with hostile
pieces in sound archives; over docx, xlsx, zip, html, pdf, csv, text, json and ndjson. A process reads 40
of them, and each by itself where anything is odd. It must end with status 0 or 2 and sheets or a message for every file, within
2 seconds of processor time and 512 MiB. What does not is kept in FOLDER (default: a new temporary one) and named; exit 1 then.
A PDF is made by soffice and read through pdftotext; where either is missing, that is said.
"""
import argparse, collections, concurrent.futures, io, os, random, re, resource, shutil, subprocess, sys, tempfile, time, warnings, zipfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
FIXTURES = os.path.join(ROOT, "Tests/Fixtures")
SECONDS, MEBIBYTES = 2, 512

HOSTILE = [
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc3", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xef\xbb\xbf", b"\xff\xfe",
    b"&#xD800;", b"&#0;", b"&a;", b"&", b"<", b">", b"\"", b"'", b"]]>", b"<![CDATA[", b"<!--", b"<!DOCTYPE a [<!ENTITY a 'b'>]>",
    b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'>", b"<?xml version='1.0' encoding='UTF-16'?>", b"999999999999999999999999999999999999999",
    b"1e999", b"-1", b"0.0000000000000000000000001", b"\n", b"\r\n\r\n", b"\t\t\t\t", b"|||||", b",,,,,", b"```", b"\x0c",
    b"<table><tr><td rowspan=1000000000 colspan=1000000000>a</td></tr>", b"</table>", b"<td>", b"<tr>", b"<script>", b"<style>",
    b"<w:tbl>", b"</w:tbl>", b"<w:tc>", b"<w:tr>", b"<w:gridSpan w:val='999999999'/>", b"<w:vMerge/>", b"<w:txbxContent>", b"<w:del>",
    b"<mergeCell ref='A1:XFD1048576'/>", b"<c r='XFD1048576' t='s'><v>99999999</v></c>", b"<row r='99999999999'>", b"<row r='0'>",
    b"{", b"}", b"[", b"]", b"[[[[[[[[", b"\\ud800", b"\\", b"null", b":", "三级指标".encode(), "指标值".encode(), "≥".encode(), "合计".encode(),
    "项目支出绩效自评表（2024年度）".encode(), "一级指标\t二级指标\t三级指标\t指标值\t分值".encode(), b"'=1+1", b"=cmd|'/c calc'!A1",
]


def bases(command):
    """The sound files that are damaged, by kind."""
    found = collections.defaultdict(list)
    for folder, _, names in sorted(os.walk(FIXTURES)):
        for name in sorted(names):
            kind = {"docx": "docx", "xlsx": "xlsx", "html": "html", "csv": "csv", "txt": "text"}.get(name.rsplit(".", 1)[-1])
            if kind and name != "decisions.csv":
                with open(os.path.join(folder, name), "rb") as file:
                    found[kind].append(file.read())
    text = os.path.join(FIXTURES, "self-assessment-cell-lines.txt")
    for kind in ["json", "ndjson", "csv", "xlsx"]:
        found[kind].append(subprocess.run([command, "read", text, "--format", kind], stdout=subprocess.PIPE, check=True).stdout)
    for encoding in ["utf-16", "gb18030"]:
        found["text"].append(found["text"][0].decode().encode(encoding, "replace"))
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind in ["docx", "xlsx", "csv", "html", "text"]:
            archive.writestr(zipfile.ZipInfo(f"资料/{kind}.{kind}"), found[kind][0])
    found["zip"].append(inside.getvalue())
    outside = io.BytesIO()
    with zipfile.ZipFile(outside, "w") as archive:
        archive.writestr(zipfile.ZipInfo("内.zip"), inside.getvalue())
        archive.writestr(zipfile.ZipInfo("../../a.csv"), found["csv"][0])
    found["zip"].append(outside.getvalue())
    pdf = portable(found["docx"][0])
    if pdf:
        found["pdf"].append(pdf)
    return found


def portable(document):
    """A document as a PDF; nothing where a program is missing."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        print("skipped: pdf, because soffice or pdftotext is not installed")
        return None
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "a.docx"), "wb") as file:
            file.write(document)
        run = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder,
               f"{folder}/a.docx"]
        subprocess.run(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
        try:
            with open(os.path.join(folder, "a.pdf"), "rb") as file:
                return file.read()
        except FileNotFoundError:
            print("skipped: pdf, because soffice made none")
            return None


def piece(chance, data, most):
    start = chance.randrange(len(data) + 1)
    return bytes(data[start:start + chance.randrange(1, most)])


def damage_bytes(chance, data, other):
    """One damage that knows nothing of the form."""
    data = bytearray(data)
    size = len(data)
    if not size:
        return chance.choice(HOSTILE)
    way = chance.randrange(9)
    at = chance.randrange(size)
    if way == 0:
        for _ in range(2 ** chance.randrange(7)):
            data[chance.randrange(size)] ^= 1 << chance.randrange(8)
    elif way == 1:
        del data[at:]
    elif way == 2:
        data[at:at] = piece(chance, other, 4000)
    elif way == 3:
        part = piece(chance, other, 400)
        data[at:at + len(part)] = part
    elif way == 4:
        del data[at:at + chance.randrange(1, 400)]
    elif way == 5:
        data[at:at] = piece(chance, data, 60) * chance.randrange(2, 3000)
    elif way == 6:
        for _ in range(chance.randrange(1, 9)):
            data[chance.choice([chance.randrange(min(64, size)), size - 1 - chance.randrange(min(64, size))])] = chance.randrange(256)
    elif way == 7:
        for _ in range(chance.randrange(1, 6)):
            data[at:at] = chance.choice(HOSTILE)
            at = chance.randrange(len(data))
    else:
        data[at:at] = chance.choice(HOSTILE) * chance.choice([10, 1000, 20000])
    return bytes(data)


def damage_archive(chance, data, other):
    """A sound archive whose entries are not what they should be."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [[entry.filename, archive.read(entry)] for entry in archive.infolist()]
    way = chance.randrange(7)
    one, two = chance.randrange(len(entries)), chance.randrange(len(entries))
    if way == 0:
        entries[one][1], entries[two][1] = entries[two][1], entries[one][1]
    elif way == 1:
        entries[one][0] = chance.choice([entries[two][0], entries[one][0].upper(), "../" + entries[one][0], "a\0b", "\u202e" + entries[one][0]])
    elif way == 2:
        del entries[one]
    elif way == 3:
        entries.append(list(entries[one]))
    else:
        # The large parts are those that are read.
        one = max(range(len(entries)), key=lambda i: len(entries[i][1])) if chance.random() < 0.5 else one
        for _ in range(chance.randrange(1, 4)):
            entries[one][1] = damage_bytes(chance, entries[one][1], other)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


NUMBER = re.compile(rb"\d+")


def damage_text(chance, data):
    """Numbers that are too large, lines that are doubled, moved or joined."""
    way = chance.randrange(4)
    if way == 0:
        return NUMBER.sub(lambda found: chance.choice([found[0], found[0], b"9" * chance.randrange(1, 60), b"-" + found[0]]), data)
    lines = data.split(b"\n")
    if way == 1:
        chance.shuffle(lines)
    elif way == 2:
        lines = [line for line in lines for _ in range(chance.choice([0, 1, 1, 1, 2, 40]))]
    else:
        return b"".join(line + chance.choice([b"\n", b"\n", b" ", b"", b"\n\n\n"]) for line in lines)
    return b"\n".join(lines)


def mutant(number, seed, files):
    """The file of a number and its kind."""
    chance = random.Random(f"{seed}/{number}")
    kinds = sorted(files)
    kind = kinds[number % len(kinds)]
    data = chance.choice(files[kind])
    other = chance.choice(files[chance.choice(kinds)])
    archives = kind in ("docx", "xlsx", "zip")
    if archives and chance.random() < 0.6:
        return kind, damage_archive(chance, data, other)
    if not archives and kind != "pdf" and chance.random() < 0.3:
        return kind, damage_text(chance, data)
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        data = damage_bytes(chance, data, other)
    return kind, data


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (10 * SECONDS, 10 * SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, paths):
    """Reads files in one process; its exit status, seconds of processor time, MiB, and what it wrote and said."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen([command, "read", *paths, "--format", "json", "--jobs", "1", "--lang", "en"], stdout=output,
                                 stderr=errors, preexec_fn=limit, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
        late = time.monotonic() + 120
        while True:
            done, status, usage = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > late:
                child.kill()
            time.sleep(0.002)
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return (child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read().decode(errors="replace"),
                errors.read().decode(errors="replace"))


def fault(answer, names):
    """What is wrong with an answer; nothing where every file gave sheets or a message, in time and room."""
    status, seconds, size, output, errors = answer
    wrong = []
    if status not in (0, 2):
        wrong.append(f"ended with {status}: {errors[-200:]}")
    if seconds > SECONDS:
        wrong.append(f"took {seconds:.1f} s")
    if size > MEBIBYTES:
        wrong.append(f"took {size:.0f} MiB")
    # JSON names its documents itself, so such a file is only known to have said nothing where it was read alone.
    silent = [name for name in names if name not in output + errors and not (name.endswith("json") and (len(names) > 1 or output + errors))]
    if silent and not wrong:
        wrong.append("neither sheets nor a message")
    return "; ".join(wrong)


def main():
    warnings.filterwarnings("ignore", message="Duplicate name")
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--command", default=os.path.join(ROOT, ".build/release/jixiao"))
    options.add_argument("--count", type=int, default=20000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    options.add_argument("--only")
    options.add_argument("--keep")
    options.add_argument("--replay", type=int)
    asked = options.parse_args()
    files = bases(asked.command)
    keep = asked.keep or tempfile.mkdtemp(prefix="mutants-")
    os.makedirs(keep, exist_ok=True)
    numbers = list(range(asked.count)) if asked.replay is None else [asked.replay]

    def work(batch):
        """Reads a batch in one process; file by file where that shows a fault, or takes as long as one file may."""
        made = []
        for number in batch:
            kind, data = mutant(number, asked.seed, files)
            if not asked.only or kind == asked.only:
                path = os.path.join(keep, f"{asked.seed}-{number}.{kind}")
                with open(path, "wb") as file:
                    file.write(data)
                made.append((kind, path))
        if not made:
            return []
        names = [os.path.basename(path) for _, path in made]
        whole = run(asked.command, [path for _, path in made])
        answers = []
        if not fault(whole, names):
            answers = [(kind, path, "", None, whole[2], name not in whole[4]) for (kind, path), name in zip(made, names)]
        else:
            for (kind, path), name in zip(made, names):
                one = run(asked.command, [path])
                answers.append((kind, path, fault(one, [name]), one[1], one[2], name not in one[4]))
        for _, path, wrong, *_ in answers:
            if not wrong and asked.replay is None:
                os.unlink(path)
        return answers

    tally = collections.defaultdict(lambda: [0, 0, 0, 0.0])
    slowest = 0
    batches = [numbers[start:start + 40] for start in range(0, len(numbers), 40)]
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        for answer in (answer for answers in pool.map(work, batches) for answer in answers):
            kind, path, wrong, seconds, size, clean = answer
            count = tally[kind]
            count[0] += 1
            count[1] += clean
            count[2] += bool(wrong)
            count[3] = max(count[3], size)
            slowest = max(slowest, seconds or 0)
            if wrong:
                print(f"{path}: {wrong}", flush=True)
    print("| kind | files | read without complaint | faults | largest process, MiB |\n| --- | ---: | ---: | ---: | ---: |")
    for kind, count in sorted(tally.items()):
        print(f"| {kind} | {count[0]} | {count[1]} | {count[2]} | {count[3]:.0f} |")
    total = [sum(count[i] for count in tally.values()) for i in range(3)]
    print(f"| all | {total[0]} | {total[1]} | {total[2]} | {max(count[3] for count in tally.values()):.0f} |")
    print(f"longest file: {'under %d s with 39 others' % SECONDS if not slowest else '%.2f s' % slowest}")
    if not total[2] and asked.replay is None and not asked.keep:
        shutil.rmtree(keep)
    sys.exit(1 if total[2] else 0)


main()

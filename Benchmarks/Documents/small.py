"""Reads many small documents with jixiao and with python-docx and openpyxl, and prints the ratio.

usage: small.py [--command PATH] [--count N] [--runs N] [--folder DIR]

Writes N documents (half docx, half xlsx; default 1000) with the peers' own writers, ten indicators each in a merged table, then
lets both read them in turns and prints medians. The peers only list the cells; jixiao reads the sheets. Before anything is
timed, the indicators that jixiao finds must be those that the peers list, name by name. Needs: pip install python-docx openpyxl
"""
import argparse, csv, io, os, statistics, subprocess, sys, tempfile, time

try:
    import docx, openpyxl
except ImportError as missing:
    sys.exit(f"skipped: {missing}; pip install python-docx openpyxl")

HEADINGS = ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "分值", "实际完成值", "得分"]


def rows(number):
    """The ten indicators of a document; levels stand in every row and are merged by the writers."""
    for i in range(10):
        level1 = "产出指标" if i < 6 else "效益指标"
        level2 = ["数量指标", "质量指标", "社会效益指标"][0 if i < 3 else 1 if i < 6 else 2]
        yield [level1, level2, f"第{number}项目培训完成情况{i}", "≥" if i % 3 else "=", 80 + i, "%", 10, f"{85 + i}%", 9.5]


def write_docx(path, number):
    document = docx.Document()
    document.add_paragraph("项目支出绩效自评表")
    document.add_paragraph("（2024年度）")
    table = document.add_table(rows=13, cols=9)
    for row, (label, value) in enumerate([("项目名称", f"示例项目{number}"), ("实施单位", f"示例单位{number}")]):
        table.cell(row, 0).merge(table.cell(row, 1)).text = label
        table.cell(row, 2).merge(table.cell(row, 8)).text = value
    for row, cells in enumerate([HEADINGS, *rows(number)], 2):
        for column, value in enumerate(cells):
            if row == 2 or column > 1:
                table.cell(row, column).text = str(value)
    for column, first, last, text in [(0, 3, 8, "产出指标"), (0, 9, 12, "效益指标"), (1, 3, 5, "数量指标"), (1, 6, 8, "质量指标"),
                                      (1, 9, 12, "社会效益指标")]:
        table.cell(first, column).merge(table.cell(last, column)).text = text
    document.save(path)


def write_xlsx(path, number):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["项目支出绩效自评表（2024年度）"])
    sheet.append(["项目名称", None, f"示例项目{number}"])
    sheet.append(["实施单位", None, f"示例单位{number}"])
    sheet.append(HEADINGS)
    for cells in rows(number):
        sheet.append(cells)
    for area in ["A1:I1", "A2:B2", "C2:I2", "A3:B3", "C3:I3", "A5:A10", "A11:A14", "B5:B7", "B8:B10", "B11:B14"]:
        sheet.merge_cells(area)
    book.save(path)


def peers(folder):
    """Lists every cell, as a short script of a user would; answers the names of the indicators and how many cells have text."""
    names, filled = [], 0
    for file in sorted(os.listdir(folder)):
        path = os.path.join(folder, file)
        if file.endswith(".docx"):
            tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(path).tables]
        else:
            tables = [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in openpyxl.load_workbook(path)]
        for table in tables:
            filled += sum(cell not in (None, "") for row in table for cell in row)
            below = False
            for row in table:
                if below and len(row) > 2 and row[2]:
                    names.append(row[2])
                below = below or row[:3] == HEADINGS[:3]
    return names, filled


def timed(command):
    start = time.monotonic()
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if result.returncode:
        sys.exit(f"{command[0]} ended with {result.returncode}: {result.stderr.decode()[:400]}")
    return time.monotonic() - start, result.stdout


def main():
    if sys.argv[1:2] == ["--list"]:
        names, filled = peers(sys.argv[2])
        print(len(names), filled)
        return
    here = os.path.dirname(os.path.abspath(__file__))
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--command", default=os.path.join(here, "../../.build/release/jixiao"))
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--folder")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as own:
        folder = asked.folder or own
        os.makedirs(folder, exist_ok=True)
        for number in range(asked.count):
            path = os.path.join(folder, f"{number:05}." + ("docx" if number % 2 else "xlsx"))
            if not os.path.exists(path):
                (write_docx if number % 2 else write_xlsx)(path, number)
        ours = [asked.command, "read", folder, "--format", "csv"]
        wanted, filled = peers(folder)
        table = list(csv.DictReader(io.StringIO(timed(ours)[1].decode())))
        names = [row["level3"] for row in table]
        if sorted(names) != sorted(wanted):
            sys.exit(f"jixiao reads {len(names)} indicators, the peers list {len(wanted)}")
        whole = sum(bool(row["level1"] and row["level2"] and row["target"] and row["weight"] and row["actual"]) for row in table)
        if whole != len(wanted):
            sys.exit(f"{len(wanted) - whole} of {len(wanted)} indicators lack a cell")
        times = {"jixiao": [], "jixiao --jobs 1": [], "python-docx, openpyxl": []}
        for _ in range(asked.runs):
            times["jixiao"].append(timed(ours)[0])
            times["jixiao --jobs 1"].append(timed([*ours, "--jobs", "1"])[0])
            times["python-docx, openpyxl"].append(timed([sys.executable, __file__, "--list", folder])[0])
        best = statistics.median(times["jixiao"])
        print(f"{asked.count} documents, {len(names)} indicators, {filled} cells with text; the same {len(names)} names from both")
        print("| reader | seconds, median of {} | documents/s | ratio |\n| --- | ---: | ---: | ---: |".format(asked.runs))
        for name, seconds in times.items():
            median = statistics.median(seconds)
            print(f"| {name} | {median:.3f} | {asked.count / median:.0f} | {median / best:.2f} |")


main()

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Makes the work, checks the answer against slow fractions, then times: swift run -c release benchmarks [ROWS…] [--peers]
#if DEBUG
  print("a debug build says nothing about speed: swift run -c release benchmarks")
  exit(2)
#else
  let words = CommandLine.arguments
  guard let bench = Bench(Array(words.dropFirst()), program: words[0]) else {
    print(
      "usage: benchmarks [ROWS…] [--runs N] [--only TASK]… [--peers [--python PATH]] [--against FILE] [--folder DIR] | ROWS --generate FILE"
    )
    exit(2)
  }
  if let table = bench.table {
    guard let rows = bench.rows.first, bench.generate(rows, table) != nil else {
      print("cannot write \(table)")
      exit(2)
    }
    exit(0)
  }
  var before: [String: Double] = [:]
  if let path = bench.against, let file = fopen(path, "r") {
    var text: UnsafeMutablePointer<CChar>?
    var room = 0
    while getline(&text, &room, file) > 0, let line = text {
      let cells = String(cString: line).split(separator: "|").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      if cells.count > 3, let seconds = Double(cells[2]) { before["\(cells[0]) \(cells[1])"] = seconds }
    }
    free(text)
    fclose(file)
  }
  func fixed(_ number: Double, _ places: Int) -> String {
    let scale = [1.0, 10, 100, 1000][places]
    let rounded = (number * scale).rounded() / scale
    return places == 0 ? "\(Int(rounded))" : "\(rounded)"
  }
  print("| task | rows | seconds | CPU s | rows/s | MB/s | peak MiB | ratio |")
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
  @MainActor func report(
    _ task: String, _ rows: Int, _ bytes: Int, _ seconds: Double, cpu: Double?, _ peak: Double?,
    _ ratio: Double?
  ) {
    let old = before["\(task) \(rows)"].map { " (was \(fixed($0, 3)))" } ?? ""
    let cells = [
      task, "\(rows)", fixed(seconds, 3), cpu.map { fixed($0, 3) } ?? "", fixed(Double(rows) / seconds, 0),
      fixed(Double(bytes) / seconds / 1e6, 0), peak.map { fixed($0, 1) } ?? "",
      (ratio.map { fixed($0, 2) } ?? "") + old,
    ]
    print("| " + cells.joined(separator: " | ") + " |")
  }
  // Seconds by task and rows, for the growth at the end.
  var grown: [(task: String, rows: Int, seconds: Double)] = []
  for rows in bench.rows {
    let table = "\(bench.folder)/jixiao-bench-\(rows).csv"
    let lines = "\(bench.folder)/jixiao-bench-\(rows).ndjson"
    let sheets = "\(bench.folder)/jixiao-bench-\(rows)-sheets.ndjson"
    let answer = "\(bench.folder)/jixiao-bench-\(rows).out"
    defer { for path in [table, lines, sheets, answer] { unlink(path) } }
    guard let bytes = bench.generate(rows, table) else {
      print("cannot write \(table)")
      exit(2)
    }
    let totals = [bench.command, "score", "--rules", "literal", "--totals", table]
    guard let first = Timed.run(totals, output: answer), first.status == 0,
      let wrong = bench.wrongTotals(answer, rows: rows)
    else {
      print("cannot run \(bench.command): swift build -c release")
      exit(2)
    }
    if wrong > 0 {
      print("\(wrong) of \((rows + 8) / 9) totals are wrong")
      exit(1)
    }
    let tasks = (Task.own(bench.command) + (bench.peers ? Task.peers(bench.python) : [])).filter {
      rows <= $0.mostRows && (bench.only.isEmpty || bench.only.contains($0.measure))
    }
    var lineBytes = 0
    if tasks.contains(where: { $0.input == .lines }) {
      _ = Timed.run([bench.command, "read", table, "--format", "ndjson"], output: lines)
      var status = stat()
      lineBytes = stat(lines, &status) == 0 ? Int(status.st_size) : 0
    }
    var sheetBytes = 0
    if tasks.contains(where: { $0.input == .sheets }) { sheetBytes = bench.generate(rows, sheets) ?? 0 }
    // All take turns, so that a busy moment of the machine meets each of them.
    var times: [String: [Timed]] = [:]
    var floor: [Double] = []
    for _ in 0..<bench.runs {
      floor.append(Bench.readOnly(table))
      for task in tasks {
        let path = task.input == .table ? table : task.input == .lines ? lines : sheets
        let isPeer = task.words[0] == bench.python
        let timed = Timed.run(task.words + [path] + (isPeer ? [answer] : []))
        // 1 is what `check` says of a table with findings.
        if let timed, timed.status == 0 || timed.status >> 8 == 1 && !isPeer {
          times[task.name, default: []].append(timed)
        }
      }
    }
    report("read only", rows, bytes, median(floor), cpu: nil, nil, nil)
    for task in tasks {
      let runs = times[task.name, default: []]
      if runs.isEmpty {
        print("| \(task.name) | \(rows) | did not run |")
        continue
      }
      let seconds = median(runs.map(\.seconds))
      let measure = median(times[task.measure, default: []].map(\.seconds))
      grown.append((task.name, rows, seconds))
      report(
        task.name, rows, task.input == .table ? bytes : task.input == .lines ? lineBytes : sheetBytes,
        seconds, cpu: median(runs.map(\.cpu)),
        median(runs.map(\.peak)), seconds / measure)
    }
  }
  for (index, last) in grown.enumerated() {
    guard let before = grown[..<index].last(where: { $0.task == last.task }) else { continue }
    print(
      "growth of \(last.task), \(before.rows) to \(last.rows) rows: \(fixed(last.seconds / before.seconds, 2))"
    )
  }
#endif

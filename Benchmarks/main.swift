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
      "usage: benchmarks [ROWS…] [--runs N] [--peers [--python PATH]] [--against FILE] [--folder DIR] | ROWS --generate FILE"
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
      let cells = String(cString: line).split(separator: "|").map { $0.filter { !$0.isWhitespace } }
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
  print("| task | rows | seconds | rows/s | MB/s | peak MiB | ratio |")
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
  @MainActor func report(
    _ task: String, _ rows: Int, _ bytes: Int, _ seconds: Double, _ peak: Double?, _ ratio: String
  ) {
    let old = before["\(task) \(rows)"].map { " (was \(fixed($0, 3)))" } ?? ""
    print(
      "| \(task) | \(rows) | \(fixed(seconds, 3)) | \(fixed(Double(rows) / seconds, 0)) | "
        + "\(fixed(Double(bytes) / seconds / 1e6, 0)) | \(peak.map { fixed($0, 1) } ?? "") | \(ratio)\(old) |"
    )
  }
  for rows in bench.rows {
    let table = "\(bench.folder)/jixiao-bench-\(rows).csv"
    let answer = "\(bench.folder)/jixiao-bench-\(rows).out"
    defer {
      unlink(table)
      unlink(answer)
    }
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
    // All take turns, so that a busy moment of the machine meets each of them.
    var times: [String: [Timed]] = [:]
    var floor: [Double] = []
    for _ in 0..<bench.runs {
      floor.append(Bench.readOnly(table))
      times["totals", default: []] += Timed.run(totals).map { [$0] } ?? []
      times["totals, 1 job", default: []] += Timed.run(totals + ["--jobs", "1"]).map { [$0] } ?? []
      // Plain Python and pandas would take the whole evening with more.
      for peer in bench.peers where rows <= 1_000_000 || peer == "polars" || peer == "duckdb" {
        let timed = Timed.run([bench.python, "Benchmarks/peers.py", peer, table, answer])
        if let timed, timed.status == 0 { times[peer, default: []].append(timed) }
      }
    }
    let ours = median(times["totals", default: []].map(\.seconds))
    report("read only", rows, bytes, median(floor), nil, "")
    for task in ["totals", "totals, 1 job"] + bench.peers {
      let runs = times[task, default: []]
      if runs.isEmpty { continue }
      let seconds = median(runs.map(\.seconds))
      report(task, rows, bytes, seconds, median(runs.map(\.peak)), "\(fixed(seconds / ours, 2))")
    }
  }
#endif

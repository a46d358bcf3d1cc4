#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the command line asks of the benchmark.
struct Bench {
  var rows: [Int] = [100_000, 1_000_000]
  var runs = 5
  var python = "python3"
  var peers = false
  /// Tasks to time, those measured against them included; all where empty.
  var only: [String] = []
  var against: String?
  var folder = "/tmp"
  /// Where to leave the table, instead of timing anything.
  var table: String?
  /// Beside this program, as the build leaves them.
  let command: String

  struct Line {
    let task: String
    let rows: Int
    let seconds: Double
    let peak: Double
    let bytes: Int
  }

  init?(_ words: [String], program: String) {
    command = (program.lastIndex(of: "/").map { String(program[...$0]) } ?? "") + "jixiao"
    var rest = words[...]
    var asked: [Int] = []
    while let word = rest.popFirst() {
      switch word {
      case "--peers": peers = true
      case "--only": only += rest.popFirst().map { [$0] } ?? []
      case "--python": python = rest.popFirst() ?? python
      case "--runs": runs = rest.popFirst().flatMap { Int($0) } ?? runs
      case "--against": against = rest.popFirst()
      case "--folder": folder = rest.popFirst() ?? folder
      case "--generate": table = rest.popFirst()
      default:
        guard let count = Int(word), count > 0 else { return nil }
        asked.append(count)
      }
    }
    if !asked.isEmpty { rows = asked }
  }

  /// Makes the table of so many rows, 9000 rows at a time; as sheets of nine rows where the file ends in `.ndjson`.
  func generate(_ count: Int, _ path: String) -> Int? {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var total = 0
    let areSheets = path.hasSuffix(".ndjson")
    var bytes = areSheets ? [] : Array(FlatTableGenerator.header.utf8)
    var done = 0
    repeat {
      let next = min(count, done + 9000)
      if areSheets {
        for sheet in (done / 9)..<((next + 8) / 9) { SheetGenerator.append(sheet: sheet, to: &bytes) }
      } else {
        FlatTableGenerator.append(rows: done..<next, to: &bytes)
      }
      done = next
      var written = 0
      while written < bytes.count {
        let more = bytes.withUnsafeBytes {
          write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
        }
        if more <= 0 { return nil }
        written += more
      }
      total += bytes.count
      bytes.removeAll(keepingCapacity: true)
    } while done < count
    return total
  }

  /// Whether every total of the command is what slow fractions say; the number of wrong sheets.
  func wrongTotals(_ path: String, rows: Int) -> Int? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var wrong = 0
    var sheet = -1
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while getline(&line, &room, file) > 0, let text = line {
      defer { sheet += 1 }
      if sheet < 0 { continue }
      let fields = String(cString: text).split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 5, fields[0] == "S\(sheet)", fields[2] == fields[3] else {
        wrong += 1
        continue
      }
      let parts = fields[2].split(separator: ".")
      let cents = parts.count == 2 ? String((parts[1] + "0").prefix(2)) : "0"
      let hundredths = (UInt64(parts[0]) ?? 0) * 100 + (UInt64(cents) ?? 0)
      let rows = SlowScorer.rows(ofSheet: sheet, of: rows)
      if !SlowScorer.isTotal(hundredths, of: rows) || fields[1] != "\(rows.reduce(0) { $0 + $1.weight })" {
        wrong += 1
      }
    }
    return wrong + abs((rows + 8) / 9 - sheet)
  }

  /// Reads a file in blocks and does nothing with it: what no scorer can go below.
  static func readOnly(_ path: String) -> Double {
    let clock = ContinuousClock()
    let file = open(path, O_RDONLY)
    defer { close(file) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    let time = clock.measure { while read(file, buffer.baseAddress, buffer.count) > 0 {} }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}

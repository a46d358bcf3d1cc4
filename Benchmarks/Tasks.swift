/// One thing that is timed: a command over the table or over the same sheets as NDJSON.
struct Task {
  enum Input {
    case table, lines
    /// NDJSON of `SheetGenerator`: nine rows a sheet, with all that a check looks at.
    case sheets
  }

  let name: String
  let words: [String]
  let input: Input
  /// With more rows it is left out: the work holds whole documents, or takes the evening.
  let mostRows: Int
  /// The task whose time is the 1.0 of its ratio; its own name where it is the measure.
  let measure: String

  /// What the command does.
  static func own(_ command: String) -> [Task] {
    let totals = [command, "score", "--rules", "literal", "--totals"]
    return [
      Task(name: "totals", words: totals, input: .table, mostRows: .max, measure: "totals"),
      Task(
        name: "totals, 1 job", words: totals + ["--jobs", "1"], input: .table, mostRows: .max,
        measure: "totals"),
      Task(name: "NDJSON", words: totals, input: .lines, mostRows: 1_000_000, measure: "NDJSON"),
      Task(
        name: "rows", words: [command, "score", "--rules", "literal", "--format", "csv"], input: .table,
        mostRows: 100_000, measure: "rows"),
      Task(
        name: "check", words: [command, "check", "--rules", "literal", "--format", "csv"], input: .table,
        mostRows: 100_000, measure: "check"),
      Task(
        name: "check, NDJSON", words: [command, "check", "--format", "csv"], input: .sheets,
        mostRows: 1_000_000, measure: "check, NDJSON"),
      Task(
        name: "compare", words: [command, "compare", "--format", "csv"], input: .table, mostRows: 100_000,
        measure: "compare"),
    ]
  }

  /// What a user would pick instead of the streaming totals.
  static func peers(_ python: String) -> [Task] {
    func peer(_ name: String, _ input: Input, _ mostRows: Int, _ measure: String) -> Task {
      Task(
        name: name, words: [python, "Benchmarks/peers.py", name], input: input, mostRows: mostRows,
        measure: measure)
    }
    return [
      peer("polars", .table, .max, "totals"), peer("duckdb", .table, .max, "totals"),
      peer("pandas", .table, 1_000_000, "totals"), peer("csv", .table, 1_000_000, "totals"),
      peer("polars-ndjson", .lines, 1_000_000, "NDJSON"), peer("duckdb-ndjson", .lines, 1_000_000, "NDJSON"),
    ]
  }
}

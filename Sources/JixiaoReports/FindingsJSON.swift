import Jixiao

/// Renders findings as JSON, `jixiao.findings/1`: one line a finding, then what became of every check.
public struct FindingsJSON: FindingsRenderer {
  private let language: Language
  private var elements = JSONElements(FindingsJSON.frame([]), key: "findings", indent: 1)

  public init(language: Language = .zh) { self.language = language }

  public mutating func begin() -> [UInt8] { elements.begin() }

  public mutating func findings(_ findings: [Finding]) -> [UInt8] {
    var json = JSONWriter(capacity: 512 * findings.count)
    for index in findings.indices {
      elements.nextElement(&json)
      json.object { FindingsJSON.write(findings[index], language, to: &$0) }
    }
    return json.bytes
  }

  public mutating func end(_ counts: [CheckCount]) -> [UInt8] {
    elements.end(FindingsJSON.frame(counts), key: "findings")
  }

  /// The output without a finding.
  private static func frame(_ counts: [CheckCount]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "jixiao.findings/1")
      json.array("findings", [Int]()) { _, _ in }
      json.array("counts", counts, breaking: true) { json, count in
        json.object { json in
          json.member("code", count.code)
          json.member("name", count.name)
          json.member("applicable", count.tally.applicable)
          json.member("passed", count.tally.passed)
          json.member("failed", count.tally.failed)
          json.member("undecided", count.tally.undecided)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ finding: Finding, _ language: Language, to json: inout JSONWriter) {
    json.member("code", finding.code)
    json.member("name", finding.name)
    json.member("class", finding.group)
    json.member("severity", finding.severity.rawValue)
    json.member("file", finding.file)
    json.member("sheet", finding.sheet)
    if let id = finding.sheetID { json.member("id", id) }
    json.member("indicator", finding.indicator)
    json.member("field", finding.field?.rawValue)
    json.member("at", finding.place)
    json.member("seen", finding.seen)
    json.member("message", finding.message)
    json.member("clause", finding.clause)
    json.member("points", finding.points)
    json.member("fingerprint", finding.fingerprint)
    if let suggestion = finding.suggestion {
      json.object("suggestion") { json in
        json.member("field", suggestion.field.rawValue)
        json.member("replace", suggestion.replace)
        json.member("why", suggestion.why.text(in: language))
      }
    } else {
      json.null("suggestion")
    }
    if let suppression = finding.suppression { json.member("suppressed", suppression.rawValue) }
  }
}

/// What became of each check over several documents.
public struct FindingCounts: Sendable {
  /// One a check, in the order in which they run.
  public private(set) var counts: [CheckCount] = []

  public init() {}

  public mutating func add(_ more: [CheckCount]) {
    if counts.isEmpty {
      counts = more
      return
    }
    for (index, count) in more.enumerated() where index < counts.count {
      counts[index].tally += count.tally
      counts[index].nanoseconds += count.nanoseconds
    }
  }
}

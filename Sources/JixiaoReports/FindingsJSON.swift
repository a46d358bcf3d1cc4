import Jixiao

/// Renders findings as JSON, `jixiao.findings/1`: one line a finding, then what became of every check.
public enum FindingsJSON {
  public static func render(_ documents: [DocumentFindings], language: Language = .zh) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "jixiao.findings/1")
      json.array("findings", documents.flatMap(\.findings), breaking: true) { json, finding in
        json.object { write(finding, language, to: &$0) }
      }
      json.array("counts", FindingCounts.sum(documents), breaking: true) { json, count in
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
public enum FindingCounts {
  public static func sum(_ documents: [DocumentFindings]) -> [CheckCount] {
    guard var counts = documents.first?.counts else { return [] }
    for document in documents.dropFirst() {
      for (index, count) in document.counts.enumerated() where index < counts.count {
        counts[index].tally += count.tally
      }
    }
    return counts
  }
}

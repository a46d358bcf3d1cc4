/// Findings that are known and let pass until they are mended: what `--write-baseline` writes.
///
/// Holds fingerprints, not lines: a finding stays known when the file moves, and comes back when its text changes.
public struct Baseline: Sendable, Hashable {
  static let schema = "jixiao.baseline/1"
  public private(set) var fingerprints: Set<String> = []

  /// Reads a baseline; one that is damaged is refused, so that nothing is let pass or overwritten by mistake.
  public init(parsing bytes: [UInt8], file: String) throws(RuleError) {
    do throws(RuleError) {
      let object = try JSONObject(parsing: bytes, file: file)
      try object.allowOnly(["schema", "findings"])
      let schema = try object.string("schema")
      guard schema == Baseline.schema else {
        throw object.error(
          "schema", .unknownChoice(schema, nearest: Baseline.schema, allowed: [Baseline.schema]))
      }
      for entry in try object.objects("findings") {
        try entry.allowOnly(["fingerprint", "code", "file", "message"])
        let code = try entry.string("code")
        guard Check.named(code) != nil else {
          throw entry.error(
            "code",
            .unknownChoice(code, nearest: Check.nearest(to: code), allowed: Check.registry.map(\.code)))
        }
        fingerprints.insert(try entry.string("fingerprint"))
      }
    } catch {
      throw error.located(in: file, bytes)
    }
  }

  /// The baseline that lets all of these pass.
  public static func render(_ findings: [Finding]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", schema)
      json.array("findings", findings, breaking: true) { json, finding in
        json.object { json in
          json.member("fingerprint", finding.fingerprint)
          json.member("code", finding.code)
          json.member("file", finding.file)
          json.member("message", finding.message)
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

extension DocumentFindings {
  /// Marks what the configuration and the baseline let pass, and leaves out what is lighter than `least`.
  public mutating func apply(suppressed: Set<String>, baseline: Baseline?, least: Severity?) {
    findings.apply(suppressed: suppressed, baseline: baseline, least: least)
  }
}

extension [Finding] {
  /// Marks what the configuration and the baseline let pass, and leaves out what is lighter than `least`.
  public mutating func apply(suppressed: Set<String>, baseline: Baseline?, least: Severity?) {
    if let least { removeAll { $0.severity < least } }
    if suppressed.isEmpty && baseline == nil { return }
    for index in indices {
      let fingerprint = self[index].fingerprint
      if suppressed.contains(fingerprint) {
        self[index].suppression = .configuration
      } else if baseline?.fingerprints.contains(fingerprint) ?? false {
        self[index].suppression = .baseline
      }
    }
  }
}

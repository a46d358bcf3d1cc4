import Jixiao

/// Renders findings as SARIF 2.1.0: rules, results with logical locations, fingerprints, suppressions.
public struct FindingsSARIF: FindingsRenderer {
  private let order: [String: Int]
  private var elements: JSONElements

  /// `checks`: those that are run, as the tool's rules; `version`: of this program; `language`: of the rules' texts.
  public init(checks: [Check], version: String, language: Language) {
    order = Dictionary(uniqueKeysWithValues: checks.enumerated().map { ($0.element.code, $0.offset) })
    elements = JSONElements(Self.frame(checks, version, language), key: "results", indent: 2)
  }

  public mutating func begin() -> [UInt8] { elements.begin() }

  public mutating func findings(_ findings: [Finding]) -> [UInt8] {
    var json = JSONWriter()
    for finding in findings {
      elements.nextElement(&json)
      json.object { Self.result(finding, order[finding.code], to: &$0) }
    }
    return json.bytes
  }

  public mutating func end(_ counts: [CheckCount]) -> [UInt8] { elements.end() }

  /// The output without a result.
  private static func frame(_ checks: [Check], _ version: String, _ language: Language) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs", [0]) { json, _ in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.member("name", "jixiao")
              json.member("version", version)
              json.array("rules", checks, breaking: true) { json, check in
                json.object { rule(check, language, to: &$0) }
              }
            }
          }
          json.member("language", language == .zh ? "zh-CN" : "en-US")
          json.member("columnKind", "unicodeCodePoints")
          json.array("results", [Int]()) { _, _ in }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func level(_ severity: Severity) -> String { severity.rawValue }

  private static func rule(_ check: Check, _ language: Language, to json: inout JSONWriter) {
    json.member("id", check.code)
    json.member("name", check.name)
    json.object("shortDescription") { $0.member("text", check.title.text(in: language)) }
    json.object("fullDescription") { $0.member("text", check.rationale.text(in: language)) }
    json.object("defaultConfiguration") { $0.member("level", level(check.severity)) }
    json.object("properties") { json in
      json.member("class", check.group)
      json.member("source", check.source)
      json.member("certainty", check.certainty.rawValue)
    }
  }

  private static func result(_ finding: Finding, _ ruleIndex: Int?, to json: inout JSONWriter) {
    json.member("ruleId", finding.code)
    if let ruleIndex { json.member("ruleIndex", ruleIndex) }
    json.member("level", level(finding.severity))
    json.object("message") { $0.member("text", finding.message) }
    json.array("locations", [finding]) { json, finding in
      json.object { json in
        json.object("physicalLocation") { json in
          json.object("artifactLocation") { $0.member("uri", uri(finding.file)) }
          if let line = finding.place.line, line > 0 {
            json.object("region") { json in
              json.member("startLine", line)
              if let column = finding.place.column, column > 0 { json.member("startColumn", column) }
            }
          }
        }
        json.array("logicalLocations", [finding]) { json, finding in
          json.object { json in
            json.member("name", finding.indicatorName ?? finding.project ?? finding.organization ?? "")
            json.member("fullyQualifiedName", path(finding))
            json.member("kind", finding.indicator == nil ? "sheet" : "indicator")
          }
        }
      }
    }
    json.object("partialFingerprints") { $0.member("jixiao/v1", finding.fingerprint) }
    if let suppression = finding.suppression {
      json.array("suppressions", [suppression]) { json, suppression in
        json.object { json in
          json.member("kind", "external")
          json.member("justification", suppression.rawValue)
        }
      }
    }
  }

  /// Sheet, indicator and field: the place in the document's own terms.
  private static func path(_ finding: Finding) -> String {
    var parts = ["sheet\(finding.sheet ?? 0)"]
    if let indicator = finding.indicator { parts.append("indicator\(indicator)") }
    if let field = finding.field { parts.append(field.rawValue) }
    return parts.joined(separator: "/")
  }

  /// A relative URI: every byte but the unreserved ones and the slash escaped.
  private static func uri(_ file: String) -> String {
    var text = ""
    for byte in file.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
          || "-._~/".unicodeScalars.contains(scalar)
      {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" + digits : digits)
      }
    }
    return text
  }
}

import Jixiao
import JixiaoDocuments
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Findings held against the catalogue of two published documents, where that catalogue is at hand.
struct CatalogueTests {
  private static let folder = "../shared"
  private static let isThere = access(folder + "/truth/anomalies.json", R_OK) == 0

  private static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  private struct Key: Hashable {
    let group: String
    let sheet: Int?
    let indicator: Int?
  }

  @Test(.enabled(if: isThere, "skipped: ../shared is not there"), arguments: ["aheqi-2025", "quxian-2024"])
  func findingsMatchTheCatalogue(_ name: String) throws {
    let vocabulary = try Vocabulary.embedded()
    let document = try #require(
      DocumentReader(vocabulary: vocabulary).read(
        file: name, bytes: Self.bytes("\(Self.folder)/corpus/\(name).txt")
      ).first)
    let pack = try PackCatalog(vocabulary: vocabulary).automaticPacks().automatic(
      for: document.sheets, language: .zh
    ).pack
    let findings = try Checker(pack: pack, vocabulary: vocabulary).check(document).findings
    let heavy = Set(
      findings.filter { $0.severity > .note }.map {
        Key(group: $0.group ?? "", sheet: $0.sheet, indicator: $0.indicator)
      })
    let lines = try Self.lines(of: name)
    let right = heavy.count { key in
      lines.contains { $0.group == key.group && $0.holds(key.sheet, key.indicator) }
    }
    #expect(right * 100 >= heavy.count * 90, "\(right) of \(heavy.count) are in the catalogue")
    let high = lines.filter { $0.severity == "H" && !$0.isOutsideSheets }
    let missed = high.filter { line in
      !heavy.contains { $0.group == line.group && line.holds($0.sheet, $0.indicator) }
    }
    #expect(missed.isEmpty, "\(missed.map(\.id))")
  }

  private struct Line {
    let id: String
    let group: String
    let severity: String
    let sheets: [Int]
    let pairs: [[Int]]

    /// Facts of the prose around the sheets.
    var isOutsideSheets: Bool { ["000-104", "000-170", "000-171", "003-363"].contains(id) }

    func holds(_ sheet: Int?, _ indicator: Int?) -> Bool {
      guard let sheet else { return sheets.isEmpty }
      guard sheets.contains(sheet) else { return false }
      return indicator.map { pairs.isEmpty || pairs.contains([sheet, $0]) } ?? true
    }
  }

  private static func lines(of document: String) throws -> [Line] {
    func numbers(_ node: JSONNode?) -> [Int] {
      guard case .array(let elements) = node?.value else { return [] }
      return elements.compactMap { if case .number(let text) = $0.value { Int(text) } else { nil } }
    }
    func text(_ node: JSONNode?) -> String { if case .string(let text) = node?.value { text } else { "" } }
    guard case .array(let entries) = try JSONNode(parsing: bytes(folder + "/truth/anomalies.json")).value
    else { return [] }
    return entries.filter { text($0["doc"]) == document }.map { entry in
      var pairs: [[Int]] = []
      if case .array(let elements) = entry["pairs"]?.value { pairs = elements.map { numbers($0) } }
      return Line(
        id: text(entry["id"]), group: text(entry["class"]), severity: text(entry["severity"]),
        sheets: numbers(entry["sheets"]), pairs: pairs)
    }
  }
}

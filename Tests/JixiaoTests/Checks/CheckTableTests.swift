#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Testing

@testable import Jixiao

/// Clean documents of every form raise no error and no warning, and planted faults are found where they were planted.
struct CheckTableTests {
  private static func checker(_ checks: [Check] = Check.registry) throws -> (
    checker: Checker, vocabulary: Vocabulary
  ) {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
    return (try Checker(pack: pack, vocabulary: vocabulary, checks: checks), vocabulary)
  }

  /// Forty documents of each form, with one to six projects.
  @Test(arguments: CleanDocuments.Family.allCases) func cleanDocumentsAreQuiet(
    _ family: CleanDocuments.Family
  ) throws {
    let (checker, vocabulary) = try Self.checker()
    var sheets = 0
    var found: [String: (count: Int, example: String)] = [:]
    for seed in 1...40 {
      var generator = CleanDocuments(family, seed: UInt64(seed), vocabulary: vocabulary)
      let document = generator.document(projects: seed % 6 + 1)
      sheets += document.sheets.count
      for finding in checker.check(document).findings where finding.severity > .note {
        found[finding.code, default: (0, "\(finding.indicatorName ?? "") \(finding.seen) \(finding.message)")]
          .count += 1
      }
    }
    #expect(sheets > 130)
    let told = found.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value.count): \($0.value.example)" }
    #expect(found.isEmpty, "\(told.joined(separator: "\n"))")
  }

  /// Of one check: faults planted, found at their place, and findings of it anywhere else.
  private struct Line {
    var planted = 0
    var found = 0
    var elsewhere = 0
    var missed: [String] = []
    var wrong: [String] = []
  }

  @Test func plantedFaultsAreFoundAndNothingElse() throws {
    var lines: [String: Line] = [:]
    for fault in DocumentFault.all {
      let check = try #require(Check.named(fault.code))
      let (checker, vocabulary) = try Self.checker([check])
      for family in CleanDocuments.Family.allCases {
        for seed in 101...102 {
          var generator = CleanDocuments(family, seed: UInt64(seed), vocabulary: vocabulary)
          var document = generator.document(projects: 4)
          guard let spot = fault.plant(&document, vocabulary) else { continue }
          let findings = checker.check(document).findings.filter { $0.code == fault.code }
          let hits = findings.filter { Self.isAt(spot, $0) }
          var line = lines[fault.code] ?? Line()
          line.planted += 1
          line.found += hits.isEmpty ? 0 : 1
          if hits.isEmpty { line.missed.append("\(family) \(seed)") }
          // A check of notes fires on what is usual too.
          if Check.named(fault.code).map({ $0.severity > .note }) ?? false {
            let others = findings.filter { finding in !hits.contains { $0 == finding } }
            line.elsewhere += others.count
            line.wrong += others.prefix(1).map {
              "\(family) \(seed): \($0.sheet ?? 0)/\($0.indicator ?? 0) \($0.message)"
            }
          }
          lines[fault.code] = line
        }
      }
    }
    if getenv("JIXIAO_TABLES") != nil { print(Self.table(lines)) }
    for (code, line) in lines.sorted(by: { $0.key < $1.key }) {
      #expect(line.found == line.planted, "\(code) missed in \(line.missed.prefix(6))")
      #expect(line.elsewhere == 0, "\(code) elsewhere: \(line.wrong.prefix(3))")
    }
    // Faults that need a document of their own are planted by the examples of their checks.
    let bySituation: Set = ["JX105", "JX106", "JX107", "JX209", "JX217", "JX611", "JX612", "JX707"]
    let unplanted = Set(Check.registry.map(\.code)).subtracting(lines.keys).subtracting(bySituation)
    #expect(unplanted.isEmpty, "never planted: \(unplanted.sorted())")
  }

  private static func isAt(_ spot: DocumentFault.Spot, _ finding: Finding) -> Bool {
    switch spot {
    case .row(let sheet, let row): finding.sheet == sheet && finding.indicator == row
    case .sheet(let sheet): finding.sheet == sheet && finding.indicator == nil
    case .anywhere(let sheet): finding.sheet == sheet
    case .document: finding.sheet == nil
    }
  }

  private static func table(_ lines: [String: Line]) -> String {
    var text = "check  name                                planted  found  elsewhere  recall  precision\n"
    for (code, line) in lines.sorted(by: { $0.key < $1.key }) {
      let name = Check.named(code)?.name ?? ""
      let recall = line.planted == 0 ? 0 : line.found * 1000 / line.planted
      let precision = line.found + line.elsewhere == 0 ? 0 : line.found * 1000 / (line.found + line.elsewhere)
      func cell(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
      }
      func share(_ mille: Int) -> String { "\(mille / 10).\(mille % 10) %" }
      text +=
        cell(code, 7) + cell(name, 36) + cell("\(line.planted)", 9) + cell("\(line.found)", 7)
        + cell("\(line.elsewhere)", 11) + cell(share(recall), 8) + share(precision) + "\n"
    }
    return text
  }
}

import Jixiao
import JixiaoDocuments
import JixiaoReports
import Testing

@Suite("What we write reads as the same sheets")
struct RoundTripTests {
  static let names = ["self-assessment-cell-lines.txt", "plan-tab-table.txt"]

  @Test(arguments: names)
  func canonicalJSONIsReadToTheSameBytes(name: String) throws {
    let written = SheetsJSON.render(try fixture(name))
    let read = try reader().read(file: "other.json", bytes: written)
    #expect(SheetsJSON.render(read) == written)
    #expect(read.flatMap(\.notices) == [])
  }

  @Test(arguments: names)
  func ndjsonKeepsEverySheet(name: String) throws {
    let original = try fixture(name)
    let read = try reader().read(file: "x", bytes: SheetsNDJSON.render(original))
    #expect(read.map(\.reader) == ["ndjson"])
    #expect(read.map(\.sheets) == original.map(\.sheets))
  }

  @Test(arguments: names, [false, true])
  func theFlatTableKeepsWhatItCanHold(name: String, mark: Bool) throws {
    let original = try fixture(name)
    let written = SheetsCSV.render(original, mark: mark)
    let read = try reader().read(file: "x", bytes: written)
    #expect(read.flatMap(\.unread) == [])
    #expect(SheetsCSV.render(read, mark: mark) == written)
    let before = original[0].sheets.flatMap(\.indicators)
    let after = read[0].sheets.flatMap(\.indicators)
    #expect(after.map(\.target) == before.map(\.target))
    #expect(after.map(\.weight) == before.map(\.weight))
    #expect(after.map(\.actual) == before.map(\.actual))
    #expect(read[0].sheets.map(\.kind) == original[0].sheets.map(\.kind))
  }

  /// Long documents are written in pieces, which join to what one piece would be.
  @Test func manySheetsAreWrittenAsOneAfterTheOther() throws {
    let sheet = try #require(try fixture(Self.names[0])[0].sheets.first)
    let sheets = (1...700).map { number in
      var copy = sheet
      copy.ordinal = number
      return copy
    }
    func written(_ sheets: [Sheet]) -> [UInt8] {
      SheetsCSV.render([Document(file: "a", reader: "json", sheets: sheets)])
    }
    let header = written([])
    let oneByOne = sheets.reduce(into: header) { $0 += written([$1]).dropFirst(header.count) }
    #expect(written(sheets) == oneByOne)
  }

  @Test(arguments: [
    "=100%", "'=100%", "''=1", "-5", "-", "+86人", "@甲", "=1+1", "'", "'甲", "-1+2", "≥95%", "a,b", "\"引\"",
  ])
  func formulaGuardsComeOff(text: String) throws {
    #expect(FormulaGuard.removed(from: FormulaGuard.added(to: text)) == text)
    let sheet = Sheet(
      ordinal: 1, kind: .projectSelfAssessment, project: "甲",
      indicators: [Indicator(ordinal: 1, level3: text, weight: Exact(10), actual: text)])
    let written = SheetsCSV.render([Document(file: "a", reader: "json", sheets: [sheet])])
    let read = try reader().read(file: "x", bytes: written)[0].sheets[0].indicators[0]
    #expect(read.level3 == text)
    #expect(read.actual == text)
  }

  @Test func noTextBeginsAsAFormula() {
    for text in ["=100%", "'=100%", "@甲", "=1+1", "-1+2", "+86人"] {
      #expect(FormulaGuard.added(to: text).hasPrefix("'"))
    }
    for text in ["-5", "-", "-5%", "+3.5", "≥95%", "无"] { #expect(FormulaGuard.added(to: text) == text) }
  }
}

import Jixiao
import Testing

@testable import JixiaoDocuments
@testable import JixiaoReports

@Suite("A workbook to take away reads as the same sheets")
struct SheetsWorkbookTests {
  /// Sheets as they are without the id under which a flat table knows them.
  static func bare(_ documents: [Document]) -> [Sheet] {
    SameSheetTests.bare(documents.flatMap(\.sheets)).map { sheet in
      var sheet = sheet
      sheet.id = nil
      return sheet
    }
  }

  @Test(
    arguments: [
      "self-assessment-cell-lines.txt", "plan-tab-table.txt", "web/self-assessment.html",
      "office/libreoffice.docx",
    ], [Language.zh, .en])
  func everySheetComesBackWhole(name: String, language: Language) throws {
    let original = try fixture(name)
    let written = SheetsXLSX.render(original, language: language)
    let read = try reader().read(file: "a.xlsx", bytes: written)
    #expect(read.flatMap(\.unread) == [] && read.flatMap(\.notices) == [])
    #expect(Self.bare(read) == Self.bare(original))
  }

  @Test func theFundsAndAllElseOfAHeadComeBack() throws {
    var sheet = Sheet(ordinal: 1, kind: .departmentSelfAssessment, year: 2024, organization: "甲局")
    sheet.funds = Funds(
      unit: "万元", total: try Exact(parsing: "43.30"), fiscal: Exact(40), other: Exact(3), superior: Exact(1),
      local: Exact(2), initial: Exact(41), adjusted: Exact(44), executed: Exact(33), rate: "75%",
      weight: Exact(10), claimed: try Exact(parsing: "7.5"))
    sheet.objective = "=做好“职工之家”建设"
    sheet.subtotals = [
      Sheet.Subtotal(level1: "产出指标", weight: Exact(50)),
      Sheet.Subtotal(level1: "效益指标", weight: try Exact(parsing: "30.5")),
    ]
    sheet.totalClaimed = try Exact(parsing: "98.25")
    sheet.gradeClaimed = "优"
    sheet.indicators = [Indicator(ordinal: 1, level1: "产出指标", level3: "场次", weight: Exact(10))]
    let document = Document(file: "a", reader: "json", sheets: [sheet])
    for language in [Language.zh, .en] {
      let read = try reader().read(file: "x", bytes: SheetsXLSX.render([document], language: language))
      #expect(Self.bare(read) == Self.bare([document]))
    }
  }

  static let nasty = [
    "=HYPERLINK(\"http://example.org\",\"点\")", "'=1", "''=1", "+86人", "-5", "-", "@甲", "=100%", "_x0041_甲",
    "<甲>&",
    "007", "10", "1e3", "96.50", "1,200", "123456789012345678", "-0", "3/4", "2025-11-30", "TRUE",
  ]

  @Test(arguments: nasty) func everyTextStaysWhatItIs(_ text: String) throws {
    let row = Indicator(
      ordinal: 1, level3: text + "名", target: Target(printed: "有效提升", relation: .qualitative),
      weight: Exact(1),
      basis: text, previous: text, evidence: text, actual: text, reason: text)
    let document = Document(
      file: "a", reader: "json", sheets: [Sheet(ordinal: 1, kind: .projectTarget, indicators: [row])])
    let written = SheetsXLSX.render([document], language: .zh)
    let read = try reader().read(file: "x", bytes: written)[0].sheets[0].indicators[0]
    #expect(read.level3 == text + "名")
    #expect([read.basis, read.previous, read.evidence, read.actual, read.reason].allSatisfy { $0 == text })
    #expect(try !Self.part(1, written).contains("<f"))
  }

  @Test func numbersAreNumbersAsFarAsASpreadsheetHoldsThem() throws {
    var row = Indicator(ordinal: 1, level3: "场次", weight: try Exact(parsing: "12.5"), actual: "300")
    row.target = Target(printed: "≥1234.5678", relation: .atLeast, value: try Exact(parsing: "1234.5678"))
    row.claimed = try Exact(parsing: "0.1234567890123456")
    let document = Document(
      file: "a", reader: "json",
      sheets: [Sheet(ordinal: 1, kind: .projectTarget, year: 2024, indicators: [row])])
    let written = SheetsXLSX.render([document], language: .zh)
    let part = try Self.part(1, written)
    for number in ["12.5", "300", "1234.5678", "2024"] {
      #expect(part.contains("<v>\(number)</v>"), "\(number)")
    }
    #expect(part.contains(">0.1234567890123456</t>"))
    #expect(try reader().read(file: "x", bytes: written)[0].sheets[0].indicators[0].claimed == row.claimed)
  }

  @Test func headingsStayInViewAndFilter() throws {
    let original = try fixture("self-assessment-cell-lines.txt")
    let written = SheetsXLSX.render(original, language: .zh)
    let rows = original[0].sheets.reduce(0) { $0 + $1.indicators.count }
    let part = try Self.part(1, written)
    // The XML is too long for a message.
    func has(_ text: String) -> Bool { part.contains(text) }
    #expect(has("ySplit=\"1\" topLeftCell=\"B2\"") && has("state=\"frozen\""))
    #expect(has("<autoFilter ref=\"A1:Z\(rows + 1)\"/>"))
    #expect(has("<col min=\"10\" max=\"10\" width=\"34\" customWidth=\"1\"/>"))
    // A text that looks like a formula is marked as quoted, so that editing it does not make it one.
    #expect(has("s=\"\(XLSXStyle.quoted.rawValue)\" t=\"inlineStr\""))
    #expect(XLSXStyle.sheet.contains("quotePrefix=\"1\""))
  }

  @Test func everyHeadingIsKnownToTheReader() throws {
    let words = try Vocabulary.embedded().sheets
    for heading in SheetsXLSXTable.indicatorHeadings {
      #expect(words.flatColumn(heading.zh) == words.flatColumn(heading.name), "\(heading.zh)")
    }
    #expect(SheetsXLSXTable.indicatorHeadings.map(\.name) == SheetsCSV.columns)
    for field in SheetWords.HeadField.allCases {
      let heading = try #require(SheetsXLSXTable.headHeadings.first { $0.name == field.rawValue })
      #expect(words.headColumn(heading.zh) == field && words.headColumn(heading.name) == field)
    }
  }

  @Test func severalFilesAndSeveralWorksheetsKeepTheirSheetsApart() throws {
    let documents = try fixture("self-assessment-cell-lines.txt") + fixture("plan-tab-table.txt")
    let written = SheetsXLSX.render(documents, language: .zh, rowsAtMost: 4)
    let read = try reader().read(file: "x", bytes: written)
    #expect(read[0].unread == [])
    var expected = Self.bare(documents)
    for i in expected.indices { expected[i].ordinal = i + 1 }
    #expect(Self.bare(read) == expected)
    #expect(read[0].sheets.last?.id == "plan-tab-table.txt#\(documents[1].sheets.count)")
  }

  @Test func whatWasNotReadHasAWorksheetOfItsOwn() throws {
    var document = try fixture("plan-tab-table.txt")[0]
    document.unread = [Document.Unread(place: Place(line: 7), text: "=产出指标", why: "这一行没有指标名称")]
    let written = SheetsXLSX.render([document], language: .zh)
    #expect(try Self.part(3, written).contains("第7行"))
    let read = try reader().read(file: "x", bytes: written)
    #expect(Self.bare(read) == Self.bare([document]))
  }

  @Test func aHeadOfNoSheetIsReported() throws {
    let rows = SameSheetTests.flat.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let heads = [["表号", "资金总额", "全年预算数", "全年执行数"], ["9", "1", "2", "3"], ["1", "5", "六", "7"]]
    let bytes = OfficeFiles.xlsx([
      OfficeFiles.Worksheet(name: "指标", data: OfficeFiles.rows(rows)),
      OfficeFiles.Worksheet(name: "表头", data: OfficeFiles.rows(heads)),
    ])
    let document = try reader().read(file: "a", bytes: bytes)[0]
    #expect(document.sheets[0].funds.total == Exact(5) && document.sheets[0].funds.executed == Exact(7))
    let places = document.unread.map { [$0.place.row ?? 0, $0.place.column ?? 0] }
    #expect(places == [[2, 1], [3, 3]] && document.unread.allSatisfy { $0.place.worksheet == "表头" })
  }

  /// The XML of a worksheet, 1-based.
  static func part(_ number: Int, _ bytes: [UInt8]) throws -> String {
    var budget = ZipInflate.Budget(ReadLimits())
    let archive = try ZipArchive(bytes, limits: budget.limits)
    let entry = try #require(archive.entries.first { $0.name == "xl/worksheets/sheet\(number).xml" })
    return String(decoding: try archive.content(of: entry, budget: &budget), as: UTF8.self)
  }
}

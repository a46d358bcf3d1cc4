import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite struct SameSheetTests {
  /// What a sheet says, whatever file it stands in: everything but places.
  static func bare(_ sheets: [Sheet]) -> [Sheet] {
    sheets.map { sheet in
      var sheet = sheet
      sheet.place = Place()
      for i in sheet.indicators.indices {
        sheet.indicators[i].place = Place()
        sheet.indicators[i].places = [:]
      }
      return sheet
    }
  }

  static let rows = [[OfficeFiles.title]] + OfficeFiles.head + [OfficeFiles.headings] + OfficeFiles.body

  static let docx = OfficeFiles.docx(
    OfficeFiles.p(OfficeFiles.title)
      + OfficeFiles.table(OfficeFiles.head + [OfficeFiles.headings] + OfficeFiles.body),
    isDeflated: true)
  static let xlsx = OfficeFiles.xlsx([OfficeFiles.Worksheet(data: OfficeFiles.rows(rows))])
  static let tabs = rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
  static let flat = """
    sheet,kind,year,organization,project,一级指标,二级指标,三级指标,指标性质,指标值,分值,实际完成值,得分
    1,project-self-assessment,2024,示例县就业中心,职业技能培训,产出指标,数量指标,培训场次,≥,≥10场,30,12,30
    1,project-self-assessment,2024,示例县就业中心,职业技能培训,产出指标,质量指标,培训合格率,≥,≥95%,40,96%,40
    1,project-self-assessment,2024,示例县就业中心,职业技能培训,效益指标,社会效益,带动就业,定性,有效提升,20,达成预期指标,18
    """

  static let html =
    "<html><meta charset=utf-8><table>"
    + rows.map { "<tr>" + $0.map { "<td>\(OfficeFiles.escaped($0))</td>" }.joined() + "</tr>" }.joined()
    + "</table></html>"

  @Test func docxXlsxTextAndFlatTableSayTheSame() throws {
    let expected = Self.bare(try documents(Self.tabs)[0].sheets)
    #expect(expected.count == 1 && expected[0].indicators.count == 3)
    #expect(Self.bare(try reader().read(file: "a", bytes: Self.docx)[0].sheets) == expected)
    #expect(Self.bare(try reader().read(file: "a", bytes: Self.xlsx)[0].sheets) == expected)
    #expect(Self.bare(try documents(Self.html)[0].sheets) == expected)
    let flat = try reader().read(file: "a", bytes: Array(Self.flat.utf8))[0].sheets
    #expect(flat.map(\.indicators.count) == [3])
    for (one, other) in zip(expected[0].indicators, Self.bare(flat)[0].indicators) { #expect(one == other) }
  }

  @Test func aFlatTableAsWorksheet() throws {
    let rows = Self.flat.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let bytes = OfficeFiles.xlsx([OfficeFiles.Worksheet(name: "指标", data: OfficeFiles.rows(rows))])
    let found = try reader().read(file: "a", bytes: bytes)
    let expected = try reader().read(file: "a", bytes: Array(Self.flat.utf8))
    #expect(Self.bare(found[0].sheets).map(\.indicators) == Self.bare(expected[0].sheets).map(\.indicators))
    let place = try #require(found[0].sheets[0].indicators[1].places[.target])
    #expect(place.worksheet == "指标" && place.row == 3 && place.column == 10)
  }

  @Test func aLongWorksheetIsHandedOnInPieces() throws {
    // 60 sheets of 22 rows cross the borders of the pieces everywhere.
    var rows: [[String]] = []
    for sheet in 0..<60 {
      rows += [["项目支出绩效自评表（2024年度）"], ["项目名称", "项目\(sheet)"], OfficeFiles.headings]
      for row in 0..<19 {
        rows.append(["产出指标", "数量指标", "指标\(sheet)-\(row)", "≥\(row + 1)人", "5", "\(row)", "4"])
      }
    }
    let bytes = OfficeFiles.xlsx([OfficeFiles.Worksheet(data: OfficeFiles.rows(rows))])
    let sheets = try reader().read(file: "a", bytes: bytes)[0].sheets
    #expect(sheets.count == 60 && sheets.allSatisfy { $0.indicators.count == 19 })
    #expect(sheets[59].project == "项目59" && sheets[59].indicators[18].level3 == "指标59-18")
  }

  /// The same sheet as python-docx, openpyxl and LibreOffice write it, merged cells and all.
  @Test(arguments: ["python-docx.docx", "libreoffice.docx", "openpyxl.xlsx", "libreoffice.xlsx"])
  func fixtureOfAnotherProgram(_ name: String) throws {
    let document = try #require(try fixture("office/\(name)").first)
    #expect(document.unread.isEmpty && document.notices.isEmpty)
    let sheet = try #require(document.sheets.first)
    #expect(sheet.organization == "示例县就业中心" && sheet.project == "职业技能培训" && sheet.year == 2024)
    #expect(sheet.indicators.map(\.level1) == ["产出指标", "产出指标", "产出指标", "效益指标", "满意度指标"])
    #expect(sheet.indicators.map(\.level2) == ["数量指标", "数量指标", "质量指标", "社会效益", "服务对象满意度"])
    #expect(
      sheet.indicators.map(\.claimed) == [
        Exact(20), try Exact(parsing: "19.25"), Exact(20), Exact(20), Exact(10),
      ])
  }
}

import Jixiao
import JixiaoDocuments
import Testing

/// PDF by word boxes as `pdftotext -bbox-layout` writes them, handed in, so that no program is needed.
@Suite struct PDFReaderTests {
  /// A page of words at (left, top); a character is 10 points wide and high.
  static func page(_ words: [(Double, Double, String)], height: Double = 800) -> String {
    let boxes = words.map { (left, top, text) in
      "<word xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(left + Double(text.count) * 10)\" yMax=\"\(top + 10)\">\(text)</word>"
    }
    return "<page width=\"600\" height=\"\(height)\">\(boxes.joined())</page>"
  }

  static func read(_ pages: [String]) throws -> [Document] {
    let xhtml = Array("<html><body><doc>\(pages.joined())</doc></body></html>".utf8)
    let tools = ConverterTools(
      pdfWords: { (_) throws(ConverterTools.Failure) in xhtml },
      officePage: { (_, _) throws(ConverterTools.Failure) in throw .absent })
    return try DocumentReader(vocabulary: Vocabulary.embedded(), tools: tools)
      .read(file: "t.pdf", bytes: Array("%PDF-1.7".utf8))
  }

  static let headings: [(Double, Double, String)] = [
    (20, 100, "一级指标"), (90, 100, "二级指标"), (170, 100, "三级指标"), (290, 95, "年度"), (290, 107, "指标值"),
    (380, 100, "分值"),
  ]

  @Test func cellsOverLinesAndMergedLabelsAreRejoined() throws {
    let words: [(Double, Double, String)] =
      [(200, 40, "项目支出绩效目标表")] + Self.headings + [
        (20, 152, "产出指标"), (90, 130, "数量指标"), (90, 174, "质量指标"), (170, 130, "养护里程"), (290, 130, "≥30公里"),
        (380, 130, "20"),
        (170, 168, "全年巡查发现问题"), (170, 180, "整改合格率"), (290, 174, "≥95%"), (380, 174, "30"),
      ]
    let document = try #require(try Self.read([Self.page(words)]).first)
    #expect(
      document.sheets.map(SheetLines.of) == [
        ["产出指标/数量指标/养护里程 >= 30 公里 w20", "产出指标/质量指标/全年巡查发现问题整改合格率 >= 95 % w30"]
      ])
    #expect(document.sheets.first?.indicators.first?.place.page == 1)
  }

  /// Numbers at the right edge of a column stood nearer to the next heading, and became part of its cell.
  static let rightAligned: [(Double, Double, String)] = [
    (20, 100, "一级指标"), (90, 100, "二级指标"), (170, 100, "三级指标"), (290, 100, "指标值"), (380, 100, "分值"),
    (440, 100, "实际完成值"),
  ]

  @Test func numbersAtTheRightEdgeStayInTheirColumn() throws {
    let words: [(Double, Double, String)] =
      [(200, 40, "项目支出绩效自评表")] + Self.rightAligned
      + (0..<3).flatMap { row -> [(Double, Double, String)] in
        let top = 130 + Double(row) * 20
        return [
          (20, top, "产出指标"), (90, top, "数量指标"), (170, top, "里程\(row)号"), (290, top, "≥30公里"),
          (418, top, "20"),
          (480, top, "35"),
        ]
      }
    let sheet = try #require(try Self.read([Self.page(words)]).first?.sheets.first)
    #expect(sheet.indicators.map(\.weight) == [Exact(20), Exact(20), Exact(20)])
    #expect(sheet.indicators.map(\.actual) == ["35", "35", "35"])
  }

  @Test func twoWordsApartInOneCellAreNotOneValue() throws {
    let words: [(Double, Double, String)] =
      [(200, 40, "项目支出绩效自评表")] + Self.rightAligned + [
        (20, 130, "产出指标"), (90, 130, "数量指标"), (170, 130, "养护里程"), (290, 130, "≥30公里"), (380, 130, "20"),
        (440, 130, "35"), (500, 130, "40"),
      ]
    let document = try #require(try Self.read([Self.page(words)]).first)
    #expect(document.sheets.flatMap(\.indicators).isEmpty)
    #expect(document.unread.contains { $0.why.contains("隔得很开") })
  }

  @Test func aTableOverPagesWithRepeatedHeadingsIsOneSheet() throws {
    let first: [(Double, Double, String)] =
      [(200, 40, "项目支出绩效目标表")] + Self.headings + [
        (20, 130, "产出指标"), (90, 130, "数量指标"), (170, 130, "养护里程"), (290, 130, "≥30公里"), (380, 130, "20"),
        (290, 780, "1"),
      ]
    let second: [(Double, Double, String)] =
      Self.headings + [
        (20, 130, "效益指标"), (90, 130, "社会效益指标"), (170, 130, "投诉件数"), (290, 130, "≤5件"), (380, 130, "30"),
        (290, 780, "2"),
      ]
    let document = try #require(try Self.read([Self.page(first), Self.page(second)]).first)
    #expect(
      document.sheets.map(SheetLines.of) == [
        ["产出指标/数量指标/养护里程 >= 30 公里 w20", "效益指标/社会效益指标/投诉件数 <= 5 件 w30"]
      ])
  }

  @Test func aScanIsToldApart() throws {
    let error = #expect(throws: ReadError.self) { try Self.read([Self.page([]), Self.page([])]) }
    #expect(error?.kind == .noTextLayer(pages: 2))
    #expect(error?.message(in: .en).contains("no text layer") == true)
  }

  @Test func withoutTheProgramTheMessageSaysHowToInstallIt() throws {
    let error = #expect(throws: ReadError.self) {
      try SheetLines.read(Array("%PDF-1.4\n".utf8), file: "a.pdf")
    }
    #expect(error?.message(in: .zh).contains("poppler-utils") == true)
  }

  /// 绩效指标（90分） beside all rows became part of every 一级指标.
  @Test func aLabelBesideAllRowsIsNoLevel() throws {
    let rows: [(Double, Double, String)] = [
      (120, 130, "产出指标"), (190, 130, "数量指标"), (270, 130, "养护里程"), (390, 130, "≥30公里"), (480, 130, "20"),
      (10, 142, "绩效指标（90"), (20, 154, "分）"),
      (120, 166, "效益指标"), (190, 166, "社会效益指标"), (270, 166, "投诉件数"), (390, 166, "≤5件"), (480, 166, "30"),
    ]
    let headings = Self.headings.map { ($0.0 + 100, $0.1, $0.2) }
    let document = try #require(try Self.read([Self.page([(200, 40, "项目支出绩效目标表")] + headings + rows)]).first)
    #expect(
      document.sheets.map(SheetLines.of) == [
        ["产出指标/数量指标/养护里程 >= 30 公里 w20", "效益指标/社会效益指标/投诉件数 <= 5 件 w30"]
      ])
  }

  /// 书柜数 and 覆盖社区 share one score, by which rows are found: they were read as 书柜数覆盖社区.
  @Test func rowsThatShareTheirPointsAreNotOneRow() throws {
    let words: [(Double, Double, String)] =
      [(200, 40, "项目支出绩效目标表")] + Self.headings + [
        (20, 154, "产出指标"), (90, 136, "数量指标"), (90, 174, "质量指标"), (170, 130, "书柜数"), (290, 130, "5个"),
        (170, 142, "覆盖社区"), (290, 142, "8个"), (380, 136, "20"),
        (170, 174, "完好率"), (290, 174, "≥95%"), (380, 174, "30"),
      ]
    let document = try #require(try Self.read([Self.page(words)]).first)
    let names = document.sheets.flatMap(\.indicators).map(\.level3)
    #expect(!names.contains("书柜数覆盖社区"), "\(names)")
    #expect(document.unread.contains { $0.text.contains("书柜数覆盖社区") }, "\(document.unread)")
  }

  /// 实施期目标 and 年度目标 stand above columns that are printed twice: the first ones were taken for the year's.
  @Test func ofColumnsPrintedTwiceThoseOfTheYearAreRead() throws {
    let words: [(Double, Double, String)] = [
      (200, 40, "项目支出绩效目标表"), (130, 80, "实施期目标"), (400, 80, "年度目标"), (20, 100, "一级指标"),
      (80, 100, "二级指标"), (140, 100, "三级指标"), (210, 100, "指标值"), (280, 100, "二级指标"), (340, 100, "三级指标"),
      (410, 100, "指标值"),
      (20, 130, "产出指标"), (80, 130, "数量指标"), (140, 130, "建成站点"), (210, 130, "≥30个"), (280, 130, "数量指标"),
      (340, 130, "建成站点"), (410, 130, "≥10个"),
    ]
    let document = try #require(try Self.read([Self.page(words)]).first)
    #expect(document.sheets.flatMap(\.indicators).map(\.target.printed) == ["≥10个"], "\(document.unread)")
  }

  /// The goals of both terms stand between their headings and those of the columns; the year's 二级指标 was lost, and a
  /// label beside all rows became a part of 一级指标.
  @Test func belowTheGoalsOfBothTermsTheYearsLevelsAreRead() throws {
    let words: [(Double, Double, String)] = [
      (200, 40, "项目支出绩效目标表"), (130, 60, "实施期目标"), (400, 60, "年度目标"), (110, 76, "建成三十个站点"),
      (380, 76, "建成十个站点"),
      (70, 100, "一级指标"), (130, 100, "二级指标"), (190, 100, "三级指标"), (260, 100, "指标值"), (330, 100, "二级指标"),
      (390, 100, "三级指标"), (460, 100, "指标值"),
      (10, 124, "绩效目标"),
      (70, 140, "产出指标"), (130, 130, "数量指标"), (190, 130, "建成站点"), (260, 130, "≥30个"), (330, 130, "数量指标"),
      (390, 130, "建成站点"), (460, 130, "≥10个"),
      (130, 150, "质量指标"), (190, 150, "合格率"), (260, 150, "≥98%"), (330, 150, "质量指标"), (390, 150, "合格率"),
      (460, 150, "≥96%"),
    ]
    let document = try #require(try Self.read([Self.page(words)]).first)
    #expect(
      document.sheets.map(SheetLines.of) == [["产出指标/数量指标/建成站点 >= 10 个", "产出指标/质量指标/合格率 >= 96 %"]],
      "\(document.unread)")
  }

  /// 2023年10 | 月 is found by its first line, which stands half a line above the middle of the row.
  @Test func aTargetOverTwoLinesIsInTheMiddleOfItsRow() throws {
    let words: [(Double, Double, String)] =
      [(200, 40, "项目支出绩效目标表")] + Self.headings.dropLast() + [
        (20, 130, "产出指标"), (90, 130, "数量指标"), (170, 130, "设备台数"), (290, 130, "30台"),
        (90, 156, "时效指标"), (170, 156, "采购完成时间"), (290, 150, "2023年10"), (290, 162, "月底前"),
      ]
    let document = try #require(try Self.read([Self.page(words)]).first)
    #expect(document.unread.isEmpty, "\(document.unread)")
    #expect(document.sheets.flatMap(\.indicators).map(\.target.printed) == ["30台", "2023年10月底前"])
  }

  /// 指标值 and 度量单 stand as close as words of one heading.
  @Test func headingsThatStandCloseAreApart() throws {
    let words: [(Double, Double, String)] = [
      (200, 40, "项目支出绩效目标表"), (20, 100, "一级指标"), (90, 100, "二级指标"), (170, 100, "三级指标"), (260, 100, "指标值"),
      (293, 100, "度量单"), (293, 112, "位"), (340, 100, "分值"),
      (20, 140, "产出指标"), (90, 140, "数量指标"), (170, 140, "养护里程"), (260, 140, "≥30"), (300, 140, "公里"),
      (340, 140, "20"),
    ]
    let document = try #require(try Self.read([Self.page(words)]).first)
    #expect(
      document.sheets.map(SheetLines.of) == [["产出指标/数量指标/养护里程 >= 30 公里 w20"]], "\(document.unread)")
  }
}

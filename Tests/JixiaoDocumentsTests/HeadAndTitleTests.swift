import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite("Titles, heads and names are read by meaning")
struct HeadAndTitleTests {
  @Test(
    arguments: [
      ("部门整体支出绩效目标完成情况自评表", true, SheetWords.Subject.department, nil),
      ("专项预算项目绩效目标完成情况自评表", true, .project, nil), ("部门整体绩效目标表", false, .department, nil),
      ("部门预算项目支出绩效自评表(2023年度)", true, .project, 2023), ("2022年度共享工程项目自评表", true, .project, 2022),
      ("2024年项目绩效目标表（雾炮车降尘抑尘服务）", false, .project, 2024), ("绩效目标表", false, nil, nil),
    ] as [(String, Bool, SheetWords.Subject?, Int?)])
  func titles(text: String, isSelfAssessment: Bool, subject: SheetWords.Subject?, year: Int?) throws {
    let words = try Vocabulary.embedded().sheets
    let title = try #require(SheetTitle(text, at: Place(), words: words))
    #expect(title.isSelfAssessment == isSelfAssessment)
    #expect(title.subject == subject)
    #expect(title.year == year)
  }

  @Test(arguments: ["财政拨款收支预算总体情况表", "本部门编制了项目支出绩效目标表，见附件。", "年度绩效指标", "一级指标", ""])
  func whatIsNoTitle(text: String) throws {
    #expect(SheetTitle(text, at: Place(), words: try Vocabulary.embedded().sheets) == nil)
  }

  @Test(
    arguments: [
      ("指标3：慰问 人数", "慰问人数"), ("指标1工程资金金额", "工程资金金额"), ("指标完成率", "指标完成率"), ("……", nil), ("指标2：", nil),
    ] as [(String, String?)])
  func names(cell: String, name: String?) throws {
    #expect(IndicatorName.name(cell, words: try Vocabulary.embedded().sheets) == name)
  }

  @Test(arguments: [
    ("219001-池州市贵池区棠溪镇人民政府", "池州市贵池区棠溪镇人民政府"), ("(433001)乌海市供销合作社", "乌海市供销合作社"),
    ("505006州民族特殊教育学校", "州民族特殊教育学校"), ("2024年度常委工作经费", "2024年度常委工作经费"),
    ("12315热线", "12315热线"), ("2025-某项目", "2025-某项目"),
  ])
  func codes(cell: String, name: String) { #expect(IndicatorName.withoutCode(cell) == name) }

  @Test func moneyByRowAndColumn() throws {
    let document = try documents(
      """
      项目支出绩效自评表
      (2022年度)
      项目名称\t委托业务\t主管部门\t示例局\t实施单位\t示例镇
      项目资金(万元)\t\t年初预算数\t全年预算数(A)\t全年执行数(B)\t分值\t执行率(B/A)\t得分
      \t年度资金总额：\t90\t89.98\t80\t10\t88.91%\t8.89
      \t其中：本年财政拨款\t90\t89.98\t80\t-\t-\t-
      年度总体目标\t预期目标\t\t\t实际完成情况
      \t办好三件事\t\t\t办好了
      一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
      产出指标(50分)\t数量指标\t指标1：事项\t≥3件\t3\t50\t50\t
      总分\t\t\t\t\t100\t98.89\t
      """)[0]
    let sheet = document.sheets[0]
    #expect(document.unread == [])
    #expect(sheet.kind == .projectSelfAssessment)
    #expect(sheet.year == 2022)
    #expect(sheet.organization == "示例镇")
    #expect(sheet.objective == "办好三件事")
    #expect(sheet.funds.unit == "万元")
    #expect(sheet.funds.total == nil && sheet.funds.fiscal == nil)
    #expect(sheet.funds.initial == Exact(90))
    #expect(sheet.funds.adjusted?.description == "89.98")
    #expect(sheet.funds.executed == Exact(80))
    #expect(sheet.funds.rate == "88.91%")
    #expect(sheet.funds.weight == Exact(10))
    #expect(sheet.funds.claimed?.description == "8.89")
    #expect(sheet.subtotals == [Sheet.Subtotal(level1: "产出指标", weight: Exact(50))])
    #expect(sheet.totalClaimed?.description == "98.89")
    #expect(sheet.indicators.map(\.level3) == ["事项"])
    #expect(sheet.indicators[0].claimed == Exact(50))
  }

  /// Merged cells are gone, so that the row of amounts has moved; a bare 0 at the place of 执行率 is a rate nobody earned.
  @Test(
    arguments: [
      ("0\t0\t0\t10\t0\t0", ["0", "0", "0"], "0"), ("90\t80\t0\t10\t0\t0", ["90", "80", "0"], "0"),
      ("90\t80\t40\t10\t50%\t5", ["90", "80", "40"], "50%"), ("90\t80\t40\t50%", [nil, nil, nil], nil),
      ("90\t80\t40\t10\t0", [nil, nil, nil], nil),
    ] as [(String, [String?], String?)])
  func aBareRateAmongAmounts(amounts: String, funds: [String?], rate: String?) throws {
    let document = try documents(
      """
      项目支出绩效自评表（2022年度）
      项目名称\t委托业务\t实施单位\t示例镇
      年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
      年度资金总额：\t\(amounts)
      一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
      产出指标\t数量指标\t事项\t≥3件\t3\t50\t50
      """)[0]
    let read = try #require(document.sheets.first).funds
    #expect([read.initial, read.adjusted, read.executed].map { $0?.description } == funds)
    #expect(read.rate == rate)
  }

  /// A row shorter than the one with 年度资金总额 was sliced behind its end.
  @Test func aShortRowBelowTheFundsOfTheYear() throws {
    let document = try documents(
      """
      项目支出绩效目标表（2022年度）
      项目名称\t委托业务\t实施单位\t示例镇\t\t
      资金情况\t中期资金总额\t300\t年度资金总额\t100
      其中：财政拨款\t300
      一级指标\t二级指标\t三级指标\t指标值\t分值
      产出指标\t数量指标\t事项\t≥3件\t50
      """)[0]
    #expect(document.sheets.first?.funds.total == Exact(100))
    #expect(document.sheets.first?.indicators.count == 1)
  }

  /// Every row that looks like one of headings asked all rows above it for 年度目标.
  @Test(.timeLimit(.minutes(1))) func manyRowsLikeHeadings() throws {
    let text = String(repeating: "year-e,indicator,actual,weight\n", count: 20_000)
    #expect(throws: ReadError.self) { try documents(text) }
  }

  /// Tens of thousands of words of one line, none of them of a sheet, are told so before anyone waits.
  @Test(.timeLimit(.minutes(1))) func manyWordsOfNoSheet() throws {
    let words = String(repeating: "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>", count: 2_000)
    let text = "file,sheet,indicator,actual,weig\(words)\n\n一级指标 二级指标 三级指标 指标值 分值\(words)\n"
    let read = try documents(text)
    #expect(read.flatMap(\.sheets).isEmpty && !read.flatMap(\.unread).isEmpty)
  }

  /// The same headings above every sheet are found once; changed ones are not taken for them.
  @Test func headingsThatRepeatAndThenChange() throws {
    let first = BadInputTests.table(name: "甲") + BadInputTests.table(name: "乙")
    let text = first + BadInputTests.table(name: "丙").replacing("分值", with: "备注")
    let sheets = try documents(text).flatMap(\.sheets)
    #expect(sheets.flatMap { $0.indicators.map(\.level3) } == ["甲", "另一个", "乙", "另一个", "丙", "另一个"])
    #expect(
      sheets.flatMap { $0.indicators.map { $0.weight?.description } } == ["10", "20", "10", "20", nil, nil])
    let trace = try documents(text)[0].trace.tables
    #expect(trace.map(\.headings.last?.text) == ["分值", "分值", "备注"])
    #expect(Set(trace.map(\.place)).count == 3)
  }

  @Test func headingsFarToTheRight() throws {
    let headings = ["一级指标", "二级指标", "三级指标", "指标值", "分值"]
    let texts = [String](repeating: "", count: 33_000) + headings
    let cells = texts.enumerated().map { Grid.Cell(text: $0.element, place: Place(column: $0.offset + 1)) }
    let table = Grid.Table(rows: [Grid.Row(cells: cells, place: Place(row: 1))])
    let words = try Vocabulary.embedded().sheets
    let columns = try #require(ColumnMap(table, at: 0, words: words))
    #expect(columns.index(of: .weight) == 33_004 && columns.index(of: .actual) == nil)
  }

  @Test func tablesAfterTheSheetAreNotItsRows() throws {
    let text = BadInputTests.table() + "附：收入情况\n201\t29\t01\t78.87\t78.87\n"
    let document = try documents(text)[0]
    #expect(document.sheets[0].indicators.count == 2)
  }

  @Test(arguments: [
    ("<p>目标</p>", "目标"), ("甲<br/>乙", "甲乙"), ("<=5", "<=5"), ("关于<工会指引>的通知", "关于<工会指引>的通知"),
    ("<span class=\"a\">乙</span>", "乙"), ("a<b", "a<b"), ("<p", "<p"),
  ])
  func webTags(text: String, kept: String) { #expect(WebTags.removed(from: text) == kept) }
}

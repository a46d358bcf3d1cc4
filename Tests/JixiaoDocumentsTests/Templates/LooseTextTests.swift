import Jixiao
import JixiaoDocuments
import Testing

/// The same sheet as pipes, as spaced lines, as one cell a line and as one line reads as the same rows.
@Suite struct LooseTextTests {
  static let head = ["项目支出绩效自评表", "（2023年度）", "项目名称 绿道养护"]
  static let rows = [
    "产出指标 数量指标 养护里程 ≥30公里 31公里 20 20", "质量指标 巡查合格率 ≥95% 96% 30 30",
    "效益指标 社会效益指标 市民投诉件数 ≤5件 2件 30 30",
  ]
  static let expected = [
    "产出指标/数量指标/养护里程 >= 30 公里 w20 a31公里 c20", "产出指标/质量指标/巡查合格率 >= 95 % w30 a96% c30",
    "效益指标/社会效益指标/市民投诉件数 <= 5 件 w30 a2件 c30",
  ]
  static let headings = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分"

  struct Form: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let reader: String
    /// Nil where the year within a line of everything else is left alone.
    var year: Int? = 2023
  }

  static let forms: [Form] = {
    let all = head + [headings] + rows
    let barred = all.map { line in line.split(separator: " ").joined(separator: " | ") + " |" }
    let stream = (Array(all[2...]).joined(separator: " ")).split(separator: " ")
    return [
      Form(
        testDescription: "pipes, a row a line, first cells of merged rows gone",
        text: barred.joined(separator: "\n"), reader: "pipes"),
      Form(
        testDescription: "pipes, a cell a line",
        text: (head[0..<2] + stream.map { "\($0) |" }).joined(separator: "\n"), reader: "pipes"),
      Form(testDescription: "spaces, a row a line", text: all.joined(separator: "\n"), reader: "spaced-text"),
      Form(
        testDescription: "a cell a line, blank lines between",
        text: (head[0..<2] + stream.map { String($0) }).joined(separator: "\n\n"), reader: "spaced-text"),
      Form(
        testDescription: "all in one line",
        text: all.joined(separator: " ") + String(repeating: " 附注", count: 40), reader: "broken-text",
        year: nil),
    ]
  }()

  @Test(arguments: forms)
  func readsTheSameRows(_ form: Form) throws {
    let document = try #require(try SheetLines.read(Array(form.text.utf8)).first)
    let sheet = try #require(document.sheets.first)
    #expect(document.reader == form.reader)
    #expect(SheetLines.of(sheet) == Self.expected)
    #expect(sheet.project == "绿道养护")
    #expect(sheet.year == form.year)
  }

  @Test func templateRowsAreDroppedAndCounted() throws {
    let text = """
      项目支出绩效自评表
      一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
      产出指标 数量指标 指标1：养护里程 ≥30公里 31公里 20 20
      指标2：
      ……
      质量指标 指标1：巡查合格率 ≥95% 96% 30 30
      """
    let document = try #require(try SheetLines.read(Array(text.utf8)).first)
    #expect(document.sheets.first?.indicators.map(\.level3) == ["养护里程", "巡查合格率"])
    #expect(document.trace.dropped.map(\.text) == ["指标2："])
  }

  @Test func twoBareNumbersUnderFourColumnsAreNotGuessed() throws {
    let text = """
      项目支出绩效自评表
      一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
      产出指标 数量指标 养护里程 ≥30公里 31公里 20 20
      质量指标 巡查合格 10 10
      """
    let document = try #require(try SheetLines.read(Array(text.utf8)).first)
    #expect(document.sheets.first?.indicators.map(\.level3) == ["养护里程"])
    #expect(document.unread.count == 1)
  }

  @Test func aRowThatTheTextCutsOffIsReported() throws {
    let text = """
      项目支出绩效目标表 |
      一级指标 | 二级指标 | 三级指标 | 指标值 |
      产出指标 | 数量指标 | 养护里程 | ≥30公里 |
      效益指标 | 社会效益指标 | 市民投诉件
      """
    let document = try #require(try SheetLines.read(Array(text.utf8)).first)
    #expect(document.sheets.first?.indicators.map(\.level3) == ["养护里程"])
    #expect(document.unread.contains { $0.place.line == 4 })
  }

  @Test func csvOfASpreadsheetKeepsMergedCellsAsBlanks() throws {
    let text = """
      项目支出绩效自评表,,,,,,
      项目名称,绿道养护,,,,,
      一级指标,二级指标,三级指标,"年度
      指标值",实际完成值,分值,得分
      产出指标,数量指标,养护里程,≥30公里,31公里,20,20
      ,质量指标,巡查合格率,≥95%,96%,30,30
      """
    let document = try #require(try SheetLines.read(Array(text.utf8)).first)
    #expect(document.reader == "csv")
    #expect(document.sheets.first.map(SheetLines.of) == Array(Self.expected[..<2]))
  }

  /// The text ends within a row: its name and its sign were dropped without a word.
  @Test func aRowThatIsCutOffAtItsSignIsReported() throws {
    let text = """
      项目支出绩效目标申报表
      (2024 年度)
      项目名称
      |
      公共卫生
      |
      一级指标
      |
      二级指标
      |
      三级指标
      |
      指标值
      |
      产出指标
      |
      数量指标
      |
      疫苗接种率
      |
      ≧90%
      |
      7 岁以下儿童健康管理率
      |
      ≧85%
      |
      视力检查覆盖率
      |
      ≧
      """
    let document = try #require(try SheetLines.read(Array(text.utf8)).first)
    #expect(document.sheets.map(\.indicators.count) == [2])
    #expect(document.unread.contains { $0.text.contains("视力检查覆盖率") }, "\(document.unread)")
  }

  /// The second line of the headings holds the ends of some: 年度 above 指标值. Weights were read as targets.
  @Test func headingsOverTwoLinesAreJoined() throws {
    let text = """
      2024年度项目支出绩效自评表
      一级指标 二级指标 三级指标 年度 实际 分值 得分 偏差原因分析
      指标值 完成值 及改进措施
      成本指标 经济成本指标 总成本 ≤80万元 79.5万元 10 10
      社会成本指标 交通影响 无 无 20 20
      效益指标 社会效益指标 出行条件 有效改善 有效改善 30 30
      """
    let document = try #require(try SheetLines.read(Array(text.utf8)).first)
    #expect(
      document.sheets.map(SheetLines.of) == [
        [
          "成本指标/经济成本指标/总成本 <= 80 万元 w10 a79.5万元 c10", "成本指标/社会成本指标/交通影响 ? 无 w20 a无 c20",
          "效益指标/社会效益指标/出行条件 qualitative 有效改善 w30 a有效改善 c30",
        ]
      ])
  }

  /// As `pdftotext` writes a table without its layout: ends of names and levels stand among other cells. Rows were made up.
  @Test(arguments: [
    """
    项目支出绩效自评表
    一级指标
    二级指标
    三级指标
    年度指标值
    实际完成值
    分值
    得分
    数量指标
    维修供水工程
    处数
    ≥12处
    12处
    15
    15
    质量指标
    工程验收合格
    率
    =100%
    100%
    15
    15
    时效指标
    工程完工时间
    10
    8
    2023年11月 2023年
    底前
    12月
    满意度指标 服务对象满意度 受益群众满意
    指标
    度
    ≥95%
    96.5%
    10
    10
    """,
    """
    项目支出绩效目标表
    一级指标 二级指标 三级指标 指标性质 指标值 度量单位
    产出指标 数量指标 全县范围内组织开展的改造户数 ≥ 12 户
                      完成情况说明
    效益指标 经济效益指标 本年度各乡镇 ≥ 30 公里
                      和街道办事处增收情
                      况说明
    """,
  ])
  func endsOfCellsAreNotRows(_ text: String) throws {
    let read = (try? SheetLines.read(Array(text.utf8)))?.flatMap(\.sheets).flatMap(\.indicators) ?? []
    let names: Set<String?> = [
      "维修供水工程处数", "工程验收合格率", "工程完工时间", "受益群众满意度", "全县范围内组织开展的改造户数完成情况说明", "本年度各乡镇和街道办事处增收情况说明",
    ]
    #expect(read.map(\.level3).allSatisfy(names.contains), "\(read.map(\.level3))")
    #expect(
      read.allSatisfy { $0.target.value.map { [12, 100, 95, 30].map { Exact($0) }.contains($0) } ?? true })
  }
}

import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite("Text that has lost its columns")
struct BrokenFixtureTests {
  /// What a row reads as: levels, name, target, basis, previous, weight, rule, evidence, line.
  private static func row(_ indicator: Indicator) -> String {
    let cells = [
      indicator.level1, indicator.level2, indicator.level3, indicator.target.printed, indicator.basis,
      indicator.previous, indicator.weight.map { "\($0)" }, indicator.rule, indicator.evidence,
      indicator.place.line.map { String($0) },
    ]
    return cells.map { $0 ?? "·" }.joined(separator: " ")
  }

  @Test func cellsCutOverSeveralLines() throws {
    let document = try #require(try fixture("broken/cells-cut.txt").first)
    #expect(document.reader == "broken-text")
    #expect(document.unread == [])
    try #require(document.sheets.count == 2)
    let sixAndAHalf = try Exact(parsing: "6.5")
    let local = try Exact(parsing: "128.4")
    let (whole, project) = (document.sheets[0], document.sheets[1])
    #expect(whole.kind == .departmentTarget && whole.year == 2025)
    #expect(whole.organization == "示例县总工会" && whole.project == nil)
    #expect(whole.funds.superior == Exact(0) && whole.funds.other == sixAndAHalf)
    #expect(whole.funds.local == local)
    #expect(whole.objective == "（一）把站点建在职工身边，方便户外劳动者歇脚饮水。（二）摸清困难职工底数，按时足额发放慰问金。")
    #expect(
      whole.indicators.map(Self.row) == [
        "履职效能 数量指标 新建户外站点数量 =15个 2024年工作总结、2025年工作计划 · 30 · · 37",
        "履职效能 数量指标 困难职工慰问户数 >=120户 《困难职工档案管理办法》的通知 · 30 · · 54",
        "履职效能 质量指标 慰问金足额发放率 =100% 年度工作计划 · 30 · · 67",
      ])
    #expect(project.kind == .projectTarget && project.project == "户外站点建设")
    #expect(project.funds.total == sixAndAHalf && project.funds.fiscal == Exact(0))
    #expect(
      project.indicators.map(Self.row) == [
        "产出指标 数量指标 站点配备急救箱数 ‘=15个 计划标准 新增指标，无上年完成值 20 按照完成比例赋分 工作资料 142",
        "产出指标 质量指标 站点验收合格率 =100% 计划标准 100% 20 按照完成比例赋分 工作资料,原始凭证 169",
        "成本指标 经济成本指标 单个站点建设费用 <=0.43万元 预算支出标准 =0.45万元 20 按照完成比例赋分 原始凭证 189",
        "效益指标 社会效益指标 户外劳动者休息条件 有效改善 自定义 完全达到预期 20 按评判等级赋分 说明材料 216",
        "满意度指标 满意度指标 户外劳动者满意度 >=95% 计划标准 无 10 满意度赋分 工作资料 242",
      ])
    #expect(project.indicators[0].places[.weight]?.line == 163)
  }

  @Test func rowsRunTogether() throws {
    let document = try #require(try fixture("broken/rows-run-on.txt").first)
    #expect(document.reader == "broken-text" && document.unread == [])
    let sheet = try #require(document.sheets.first)
    #expect(sheet.kind == .projectTarget && sheet.year == 2020)
    #expect(sheet.organization == "示例区第三小学" && sheet.project == "农村寄宿制学校取暖设施改造资金")
    #expect(sheet.funds.total == Exact(24) && sheet.funds.superior == Exact(24))
    let rows = sheet.indicators.map { row in
      [row.level1, row.level2, row.level3, row.target.printed].map { $0 ?? "·" }.joined(separator: " ")
    }
    #expect(
      rows == [
        "产出指标 数量指标 教室取暖设施改造覆盖率 100%", "产出指标 质量指标 取暖设施验收合格率 100%",
        "产出指标 质量指标 宿舍供暖温度合格率 ≥98%", "产出指标 时效指标 取暖季开始前完工率 100%",
        "产出指标 成本指标 改造成本控制率 100%", "效益指标 可持续影响指标 寄宿学生冬季就读条件 稳步提高",
        "效益指标 社会公众或服务对象满意度指标 寄宿学生家长满意度 ≥90%", "效益指标 社会公众或服务对象满意度指标 教师满意度 ≥85%",
      ])
  }

  /// Numbers that have grown together can be cut in several ways; none is taken.
  @Test func fusedNumbersStayUnread() throws {
    let text = "项目自评表\n一级指标二级指标三级指标年度指标值实际完成值得分\n产出指标数量指标补贴渔船数6620\n质量指标补贴发放率100%100%10\n"
    let document = try? documents(text).first
    let rows = document?.sheets.flatMap(\.indicators) ?? []
    #expect(!rows.contains { $0.level3 == "补贴渔船数" && ($0.target.value != nil || $0.claimed != nil) })
    #expect(document?.unread.contains { $0.text.contains("6620") || $0.text.contains("年度指标值") } ?? true)
  }

  @Test(arguments: ["一级指标二级指标三级指标指标值分值\n", "一级指标 三级指标 指标值\n没有表的文字。\n"])
  func headingsWithoutRows(_ text: String) throws {
    let found = try? documents(text)
    #expect(found?.flatMap(\.sheets).isEmpty ?? true)
  }

  /// A table longer than the search goes says where it was left.
  @Test func tooLong() throws {
    let row = "产出指标\n数量指标\n修缮阅览室间数\n=3间\n10\n"
    let text = "项目支出绩效目标表\n一级指标 二级指标 三级指标 指标值 分值\n" + String(repeating: row, count: 2_500)
    let input = ReaderInput(
      file: "a", sha256: "", offsetsHold: true, lines: TextLines(Array(text.utf8)),
      vocabulary: try Vocabulary.embedded(),
      limits: ReadLimits(), language: .zh)
    let document = try #require(try BrokenTextReader().read(input).documents.first)
    let read = try #require(document.sheets.first).indicators.count
    #expect(read > 500 && read < 2_500)
    let last = try #require(document.unread.last)
    #expect((last.place.line ?? 0) >= read * 5 && last.text.hasPrefix("产出指标"))
  }

  @Test(
    .enabled(if: Files.shared != nil, "no ../shared beside the package"),
    arguments: [("kezhou-2025", [6, 7]), ("shuimogou-2025", [4, 7])])
  func publishedDocuments(_ name: String, rows: [Int]) throws {
    let shared = try #require(Files.shared)
    let bytes = try #require(Files.bytes("\(shared)/corpus/\(name).txt"))
    let document = try #require(try reader().read(file: name, bytes: bytes).first)
    #expect(document.unread == [])
    #expect(document.sheets.map(\.indicators.count) == rows)
    for sheet in document.sheets {
      let weights = sheet.indicators.compactMap(\.weight)
      #expect(weights.count == sheet.indicators.count)
      #expect(weights.reduce(Exact(0)) { $0.adding($1) ?? $0 } == Exact(90))
    }
  }

  /// Every prefix of a broken text ends in a reading or a typed error, and reads no cell that the whole does not hold.
  @Test func truncatedAnywhere() throws {
    let bytes = try #require(Files.bytes("\(Files.fixtures)/broken/rows-run-on.txt"))
    let names = Set(
      try fixture("broken/rows-run-on.txt").flatMap(\.sheets).flatMap(\.indicators).compactMap(\.level3))
    for length in stride(from: 0, to: bytes.count, by: 97) {
      guard let cut = try? reader().read(file: "a", bytes: Array(bytes.prefix(length))) else { continue }
      let rows = cut.flatMap(\.sheets).flatMap(\.indicators)
      // Only the row in which the text ends may lack its last characters.
      #expect(rows.dropLast().allSatisfy { names.contains($0.level3 ?? "") })
    }
  }
}

import Jixiao
import JixiaoDocuments
import Testing

/// Every family of templates in every form: what is read is right, and what is not read is named.
@Suite struct TemplateFormsTests {
  /// In these forms every cell has its place, so that every row must be read.
  static let whole: [PageTable.Form] = [.tabs, .csv, .markdown]

  @Test(arguments: TemplateFamiliesTests.families, whole)
  func readsEveryRow(_ family: TemplateFamiliesTests.Family, _ form: PageTable.Form) throws {
    let document = try #require(
      try SheetLines.read(PageTable.text(family.title, family.rows, form)).first)
    #expect(document.sheets.map(SheetLines.of) == [family.expected])
  }

  /// In the others cells are lost. A row may then be left out, but none may be made up.
  @Test(arguments: PageTable.Form.allCases.filter { !whole.contains($0) })
  func inventsNothing(_ form: PageTable.Form) throws {
    var rows = 0
    var right = 0
    for family in TemplateFamiliesTests.families {
      let text = PageTable.text(family.title, family.rows, form)
      let document = try? SheetLines.read(text).first
      let read = document?.sheets.flatMap(SheetLines.of) ?? []
      let good = read.filter { family.expected.contains($0) }
      rows += family.expected.count
      right += good.count
      if form == .shortTabs || form == .shortPipes {
        #expect(good == read, "\(family.name): \(read)")
      }
    }
    print("\(form.rawValue): \(right)/\(rows) rows right")
    let least: Double =
      switch form {
      case .shortPipes: 0.8
      case .shortTabs, .spaces, .cellLines, .pipeCells: 0.7
      case .oneLine: 0.6
      default: 0
      }
    #expect(Double(right) >= least * Double(rows), "\(right)/\(rows)")
  }

  /// A table that lists the projects of a department is a sheet for each of them.
  @Test(arguments: [PageTable.Form.tabs, .csv, .markdown])
  func severalProjectsInOneTable(_ form: PageTable.Form) throws {
    let rows = """
      单位名称 | 项目名称 | 年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
      ^3 河滨县司法局 | ^2 社区矫正 | ^2 监管教育 | 产出指标 | 数量指标 | 集中教育次数 | >= | 24 | 次
      效益指标 | 社会效益指标 | 重新犯罪率 | <= | 1 | %
      法律援助 | 提供援助 | 产出指标 | 数量指标 | 援助案件数 | >= | 120 | 件
      """
    let document = try #require(try SheetLines.read(PageTable.text("项目支出绩效目标表", rows, form)).first)
    #expect(document.sheets.map(\.project) == ["社区矫正", "法律援助"])
    #expect(document.sheets.map(\.organization) == ["河滨县司法局", "河滨县司法局"])
    #expect(document.sheets.map(\.objective) == ["监管教育", "提供援助"])
    #expect(
      document.sheets.map(SheetLines.of) == [
        ["产出指标/数量指标/集中教育次数 >= 24 次", "效益指标/社会效益指标/重新犯罪率 <= 1 %"],
        ["产出指标/数量指标/援助案件数 >= 120 件"],
      ])
  }

  /// The headings are cut off; levels, signs and the number of cells say what the columns are.
  @Test func rowsWithoutHeadings() throws {
    let text = """
      产出指标 | 数量指标 | 修缮床位数 | 40张 | 42张 |
      产出指标 | 质量指标 | 修缮质量 | 合格 | 合格 |
      满意度指标 | 服务对象满意度指标 | 老人满意度 | ≥90% | 98% |
      以上为自评结果。
      """
    let document = try #require(try SheetLines.read(Array(text.utf8)).first)
    #expect(
      document.sheets.map(SheetLines.of) == [
        [
          "产出指标/数量指标/修缮床位数 ? 40 张 a42张", "产出指标/质量指标/修缮质量 qualitative 合格 a合格",
          "满意度指标/服务对象满意度指标/老人满意度 >= 90 % a98%",
        ]
      ])
  }

  /// Names and targets are printed twice, and nothing says which are the year's.
  @Test func ofTwoTermsWithoutTheirNamesNeitherIsTaken() throws {
    let rows = """
      一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值 | 分值
      产出指标 | 数量指标 | 建成站点 | ≥30个 | 数量指标 | 建成站点 | ≥10个 | 90
      """
    let document = try #require(try SheetLines.read(PageTable.text("项目支出绩效目标表", rows, .csv)).first)
    #expect(document.sheets.flatMap(\.indicators).map(\.target.printed) == [nil])
  }

  /// The last row and the one of the total stand in one: it was dropped as the total.
  @Test func aRowJoinedWithTheTotalIsReported() throws {
    let rows = """
      一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
      产出指标 | 数量指标 | 建成站点 | ≥30个 | 60
      总分 | 质量指标 | 合格率 | ≥95% | 30100
      """
    let document = try #require(try SheetLines.read(PageTable.text("项目支出绩效目标表", rows, .csv)).first)
    #expect(document.sheets.flatMap(\.indicators).map(\.level3) == ["建成站点"])
    #expect(document.unread.contains { $0.text.contains("合格率") })
  }

  /// A row that has moved by a column names its levels all the same: those below it keep theirs.
  @Test func rowsBelowOneThatMovedKeepTheirLevels() throws {
    let rows = """
      一级指标 | 二级指标 | 三级指标 | 指标值 | 度量单位 | 分值
      产出指标 | 数量指标 | 建成站点 | 30 | 个 | 30
      效益指标 | 社会效益指标 | | 受益人数 | 30 | 人 | 30
       | | 投诉件数 | 5 | 件 | 30
      """
    let document = try #require(try SheetLines.read(PageTable.text("项目支出绩效目标表", rows, .csv)).first)
    #expect(
      document.sheets.map(SheetLines.of) == [
        ["产出指标/数量指标/建成站点 ? 30 个 w30", "效益指标/社会效益指标/投诉件数 ? 5 件 w30"]
      ])
    #expect(document.unread.contains { $0.text.contains("受益人数") })
  }
}

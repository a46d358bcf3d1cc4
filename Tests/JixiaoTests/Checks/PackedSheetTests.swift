import Testing

@testable import Jixiao

/// What is packed comes out as it went in.
struct PackedSheetTests {
  /// A sheet with something in every field, and numbers at the edges of their kinds.
  static var full: Sheet {
    get throws {
      var place = Place(
        page: 3, worksheet: "表一", line: 4_000_000_000, table: 2, row: 9, column: 300, offset: 1 << 40)
      var indicator = Indicator(ordinal: 7, level1: "产出指标", level2: "数量指标", level3: "慰问人数")
      indicator.target = Target(
        printed: "80%-90%", relation: .range, value: Exact(80), upper: Exact(90),
        deadline: CalendarDate(year: nil, month: 11, day: 30), unit: "%")
      indicator.weight = try Exact(parsing: "0.000000000000000001")
      indicator.basis = "工作计划"
      indicator.previous = "—"
      indicator.rule = "直接赋分"
      indicator.evidence = "台账"
      indicator.actual = ""
      indicator.claimed = try Exact(parsing: "-170141183460469231731687303715884105727")
      indicator.reason = "停办\u{0}"
      indicator.awarded = Exact(Int.min)
      indicator.notApplicable = true
      indicator.place = place
      place.worksheet = nil
      indicator.places = [.target: place, .actual: Place(line: 1)]
      var funds = Funds(unit: "万元", rate: "98.5%")
      funds.total = try Exact(parsing: "9223372036854775808.5")
      funds.fiscal = Exact(Int.max)
      funds.claimed = .zero
      return Sheet(
        ordinal: -1, id: "甲", kind: .departmentSelfAssessment, year: 2024, organization: "某局",
        project: "书屋", funds: funds, objective: "目标", subtotals: [.init(level1: "产出指标", weight: Exact(50))],
        totalClaimed: Exact(99), gradeClaimed: "优", indicators: [indicator, Indicator(ordinal: 0)],
        place: Place(offset: 0))
    }
  }

  @Test func everyFieldComesBack() throws {
    let full = try Self.full
    let bare = Sheet(ordinal: 2, kind: .projectTarget)
    let packed = PackedSheets([bare, full, bare])
    #expect(packed.sheets.count == 3)
    #expect(packed[1] == full)
    #expect(packed[0] == bare && packed[2] == bare)
  }

  @Test func examplesComeBack() throws {
    let vocabulary = try Vocabulary.embedded()
    let sheets = Check.registry.flatMap(\.examples).flatMap(\.sheets).enumerated().map {
      $0.element.sheet(ordinal: $0.offset + 1, vocabulary: vocabulary)
    }
    let packed = PackedSheets(sheets)
    #expect(sheets.indices.allSatisfy { packed[$0] == sheets[$0] })
  }
}

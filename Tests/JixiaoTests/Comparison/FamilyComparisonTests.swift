import Testing

@testable import Jixiao

/// Values in one unit, what is left out, who asks most.
struct FamilyComparisonTests {
  @Test func unitsConvertOrAreLeftOutWithTheReason() throws {
    let comparison = try Compared.rows([
      ("甲", "数量指标|补贴人数|>=|500|人"), ("乙", "数量指标|补贴人数|>=|1|万人"), ("丙", "数量指标|补贴人数|>=|600|人"),
      ("丁", "数量指标|补贴人数|>=|9|%"), ("戊", "数量指标|补贴人数|>=|9|"), ("己", "数量指标|补贴人数|>=|9|囗"),
      ("庚", "数量指标|补贴人数|>=|5-9|人"), ("辛", "数量指标|补贴人数||不限|人"),
    ])
    let held = try Compared.held(comparison, "补贴人数")
    #expect(held.unit == "人")
    #expect(held.cells.map { $0.median.description } == ["500", "10000", "600"])
    #expect(held.peers?.median == Ratio(600))
    #expect(
      held.excluded.map(\.reason) == [
        .otherUnit("%", than: "人"), .noUnit, .unknownUnit("囗"), .range, .noNumber,
      ])
    #expect(held.asksMost == [], "counts grow with the size of a body")
  }

  @Test func whoAsksMostIsFoundInTheBetterDirection() throws {
    let rates = try Compared.rows([
      ("甲", "满意度指标|职工满意度|>=|95|%"), ("乙", "满意度指标|职工满意度|>=|98|%"), ("丙", "满意度指标|职工满意度|>=|98|%"),
    ])
    #expect(try Compared.held(rates, "职工满意度").asksMost == [1, 2])
    let times = try Compared.rows([
      ("甲", "时效指标|资金到位时间|<=|30|天"), ("乙", "时效指标|资金到位时间|<=|1|周"),
    ])
    let held = try Compared.held(times, "资金到位时间")
    #expect(held.asksMost == [1])
    #expect(held.peers == nil, "two peers are fewer than three")
  }

  /// A long name that one body repeats does not stand for all: what most bodies print does, then the shortest.
  @Test func aFamilyIsNamedAsMostBodiesNameIt() throws {
    let comparison = try Compared.comparison([
      Compared.sheet(
        "甲", ["满意度指标|服务周期内市民对空气质量的满意程度|>=|90|%", "满意度指标|服务周期内市民对空气质量的满意程度|>=|85|%"]),
      Compared.sheet("乙", ["满意度指标|学生家长满意度|>=|96|%"]),
      Compared.sheet("丙", ["满意度指标|满意度|>=|98|%"]),
    ])
    #expect(comparison.families.map(\.name) == ["满意度"])
    let more = try Compared.comparison([
      Compared.sheet("甲", ["满意度指标|学生家长满意度|>=|90|%"]),
      Compared.sheet("乙", ["满意度指标|学生家长满意度|>=|96|%"]),
      Compared.sheet("丙", ["满意度指标|满意度|>=|98|%", "满意度指标|满意度|>=|97|%", "满意度指标|满意度|>=|96|%"]),
    ])
    #expect(more.families.map(\.name) == ["学生家长满意度"])
  }

  @Test func severalValuesOfOneBodyCountOnce() throws {
    let comparison = try Compared.comparison([
      Compared.sheet("甲", ["满意度指标|职工满意度|>=|90|%|10", "满意度指标|群众满意度|>=|100|%|5"]),
      Compared.sheet("乙", ["满意度指标|职工满意度|>=|96|%|10"]),
      Compared.sheet("丙", ["满意度指标|职工满意度|>=|98|%|10"]),
    ])
    let held = try Compared.held(comparison, "职工满意度")
    #expect(held.peers?.count == 3)
    #expect(held.cells.first?.median == Ratio(95))
    #expect(held.cells.first?.weight == Exact(15))
  }

  @Test func bodiesWithoutNamesStandUnderTheirFiles() throws {
    let comparison = try Compared.comparison([
      Compared.sheet(nil, year: nil, ["满意度指标|职工满意度|>=|90|%"]),
      Compared.sheet(nil, ["满意度指标|职工满意度|>=|91|%"]),
    ])
    #expect(ComparisonGroups(comparison, by: .organization).names == ["[1.txt]", "[2.txt]"])
    #expect(ComparisonGroups(comparison, by: .year).names == ["—", "2024"])
    #expect(
      comparison.notes == [
        .withoutOrganization(file: "1.txt", sheets: 1), .withoutOrganization(file: "2.txt", sheets: 1),
        .withoutYear(file: "1.txt", sheets: 1),
      ])
  }

  @Test func groupsFollowTheAxis() throws {
    let comparison = try Compared.comparison([
      Compared.sheet("甲", project: "项目一", ["满意度指标|职工满意度|>=|90|%"]),
      Compared.sheet("甲", year: 2025, project: "项目二", ["数量指标|慰问人数|>=|90|人"]),
    ])
    #expect(ComparisonGroups(comparison, by: .project).names == ["甲 · 项目一", "甲 · 项目二"])
    #expect(ComparisonGroups(comparison, by: .year).names == ["2024", "2025"])
    #expect(ComparisonGroups(comparison, by: .level1).names == ["满意度指标", "产出指标"])
    #expect(ComparisonGroups(comparison, by: .family).names == ["甲"])
  }
}

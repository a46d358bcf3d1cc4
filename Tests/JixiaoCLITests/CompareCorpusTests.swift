import Jixiao
import Testing

@testable import JixiaoCLI

/// The published sheets of four trade unions side by side; only where the shared corpus is there.
@Suite(.enabled(if: Paths.corpus != nil, "the shared corpus is not there"))
struct CompareCorpusTests {
  private static let answer: JSONNode? = {
    guard let corpus = Paths.corpus else { return nil }
    let files = ["aheqi", "kezhou", "shuimogou"].map { "\(corpus)/\($0)-2025.txt" }
    let ran = jixiao(["compare", "--format", "json"] + files + ["\(corpus)/quxian-2024.txt"])
    return try? JSONNode(parsing: Array(ran.output.utf8))
  }()

  private func list(_ key: String) throws -> [JSONNode] { try #require(Self.answer?[key]?.elements) }

  @Test func satisfactionIsOneFamily() throws {
    let family = try #require(try list("families").first { $0["head"]?.text == "satisfaction" })
    let cells = try #require(family["cells"]?.elements)
    let medians = cells.map { "\($0["group"]?.text ?? "") \($0["median"]?.text ?? "")" }
    #expect(
      medians.sorted()
        == [
          "克孜勒苏柯尔克孜自治州总工会 95", "渠县总工会 98", "阿合奇县总工会 95",
        ].sorted())
    #expect(family["asksMost"]?.elements?.map(\.text) == ["渠县总工会"])
    #expect(cells.reduce(0) { $0 + ($1["values"]?.elements?.count ?? 0) } == 57)
  }

  /// The department's sheet of quxian names the body without its place.
  @Test func thePartIsCountedWithTheWhole() throws {
    #expect(try list("groups").compactMap(\.text).contains("总工会部门") == false)
    #expect(try list("notes").contains { $0.text?.contains("“总工会部门”是本文件中“渠县总工会”的一部分") == true })
  }

  @Test func condolencesCostPerPerson() throws {
    let costs = try list("unitCosts").filter { $0["activity"]?.text == "慰问" }
    func exact(_ cost: String) -> String? {
      let found = costs.first { $0["cost"]?.text == cost }
      return found?["amountExact"]?.text ?? found?["amount"]?.text
    }
    #expect(exact("≤80万元") == "800000/4747")
    #expect(exact("≤280.7748万元") == "2807748/4747")
    #expect(exact("≤10.98万元") == "219.6")
    #expect(exact("≤37.34万元") == "1867/15")
    #expect(exact("31.8万元") == "6360/7")
    let stated = costs.first { $0["source"]?.text == "stated" && $0["unit"]?.text == "元/人·次" }
    #expect(stated?["amount"]?.text == "1000")
    #expect(costs.first?["costAt"]?["at"]?["line"] != nil)
  }

  @Test func weightsStandSideBySide() throws {
    let structures = try list("structure")
    #expect(structures.count == 4)
    let aheqi = try #require(structures.first { $0["group"]?.text == "阿合奇县总工会" })
    let output = aheqi["level1"]?.elements?.first { $0["name"]?.text == "产出指标" }
    #expect(output?["weight"]?.text == "1590")
    for level in ["质量指标", "时效指标"] {
      let rates = try #require(aheqi["ratesByLevel2"]?.elements?.first { $0["level2"]?.text == level })
      #expect(rates["rates"]?.text == rates["full"]?.text, "\(level): every rate is at least 100 %")
    }
  }

  @Test func differentMeasuresAreNotOne() throws {
    for family in try list("families") {
      let names = family["names"]?.elements?.compactMap { $0["name"]?.text } ?? []
      #expect(!(names.contains { $0.hasSuffix("完成率") } && names.contains { $0.hasSuffix("及时率") }))
      #expect(!(names.contains { $0.hasSuffix("成本") } && names.contains { $0.hasSuffix("人数") }))
    }
  }
}

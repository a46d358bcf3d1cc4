import Jixiao
import Testing

/// What a score does with input that is wrong in one place: a clear message with place and remedy, or a note where the
/// sheet can still be scored, never a crash.
@Suite struct BadSheetTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let input: String
    let status: Int32
    /// Words that standard error must hold.
    let says: [String]
    /// What the first row must earn, where the sheet is scored.
    var outcome: String?
    var points: String?
    var note: String?

    var testDescription: String { name }
  }

  static let header = "sheet,kind,level1,level3,operator,target,unit,weight,rule,actual\n"

  static func row(
    _ name: String, operator sign: String = ">=", target: String = "10", unit: String = "人",
    weight: String = "10",
    rule: String = "", actual: String = "8"
  ) -> String {
    header + "S1,project-self-assessment,产出指标,\(name),\(sign),\(target),\(unit),\(weight),\(rule),\(actual)\n"
  }

  static let cases: [Case] = [
    Case(name: "empty file", input: "", status: 2, says: ["空"]),
    Case(name: "white space only", input: " \n\n\t\n", status: 2, says: ["空"]),
    Case(name: "not a sheet", input: "今天天气很好\n明天也好\n", status: 2, says: ["没有找到绩效表", "已试", "三级指标"]),
    Case(name: "binary", input: "\u{0}\u{1}\u{2}\u{0}\u{0}\u{3}", status: 2, says: ["-"]),
    Case(
      name: "exponent", input: row("指数", weight: "1e999"), status: 2, says: ["有 1 处未读", "1e999"],
      outcome: "partial"),
    Case(
      name: "60 digits", input: row("长数", target: String(repeating: "9", count: 60)), status: 2,
      says: ["有 1 处未读", "38位"]),
    Case(
      name: "weight 0", input: row("零分", weight: "0"), status: 0, says: [], outcome: "partial", points: "0",
      note: "zero-weight"),
    Case(name: "negative weight", input: row("负分", weight: "-5"), status: 2, says: ["有 1 处未读", "-5"]),
    Case(
      name: "target 0, nothing above it", input: row("事故", operator: "<=", target: "0", actual: "0"),
      status: 0,
      says: [], outcome: "met", points: "10"),
    Case(
      name: "target 0, exceeded", input: row("事故", operator: "<=", target: "0", actual: "1"), status: 0,
      says: [],
      outcome: "missed", points: "0", note: "target-zero"),
    Case(
      name: "missing actual", input: row("空白", actual: ""), status: 0, says: [], outcome: "not-demonstrated",
      points: "0"),
    Case(
      name: "unknown unit", input: row("怪单位", actual: "8窟"), status: 0, says: [], outcome: "unscorable"),
    Case(
      name: "unknown rule", input: row("怪规则", rule: "看着给分"), status: 0, says: [], outcome: "partial",
      points: "8",
      note: "unknown-rule"),
    Case(
      name: "negative actual", input: row("负值", actual: "-3"), status: 0, says: [], outcome: "missed",
      points: "0",
      note: "negative-actual"),
    Case(
      name: "a row too short", input: row("好行") + "S1,project-self-assessment,产出指标\n", status: 2,
      says: ["有 1 处未读", "第3行"], outcome: "partial", points: "8"),
  ]

  @Test(arguments: cases)
  func isToldWithItsPlace(_ bad: Case) throws {
    let ran = jixiao(["score", "-", "--rules", "literal", "--format", "json"], input: bad.input)
    #expect(ran.status == bad.status, "\(ran.errors)")
    for words in bad.says { #expect(ran.errors.contains(words), "\(ran.errors)") }
    guard bad.outcome != nil || bad.points != nil else { return }
    let row = try Scored(ran).row(1, 1)
    #expect(row["outcome"]?.text == bad.outcome)
    if let points = bad.points { #expect(row["points"]?.text == points) }
    if let note = bad.note { #expect(row["notes"]?.elements?.compactMap(\.text).contains(note) == true) }
  }

  @Test func aPackWithAnUnknownKeyNamesTheNearest() throws {
    let source = try #require(Paths.text(Paths.fixtures + "/packs/our-city.json"))
    let scratch = Scratch()
    let file = scratch.file("bad.json", source.replacing("\"operators\"", with: "\"operatros\""))
    let ran = jixiao(["score", Paths.selfAssessment, "--rules", file])
    #expect(ran.status == 2 && ran.output == "")
    #expect(
      ran.errors == "jixiao: bad.json:17，operatros: 不认识的键 operatros，是否想写 operators？\n", "\(ran.errors)")
  }

  @Test func anUnknownPackNamesTheNearest() {
    let ran = jixiao(["score", Paths.selfAssessment, "--rules", "litteral"])
    #expect(ran.status == 2 && ran.output == "")
    #expect(ran.errors.contains("没有规则包 litteral，是否想写 literal？"), "\(ran.errors)")
  }

  @Test func oneUnreadableFileDoesNotStopTheOthers() throws {
    let ran = jixiao([
      "score", Paths.selfAssessment, Paths.fixtures + "/packs/our-city.json", "--format", "json",
    ])
    #expect(ran.status == 2)
    #expect(try Scored(ran).sheets.count == 2)
  }
}

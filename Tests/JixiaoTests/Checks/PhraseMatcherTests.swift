import Testing

@testable import Jixiao

/// Finding and masking phrases in one pass.
struct PhraseMatcherTests {
  private let matcher = PhraseMatcher([("满意", 0), ("满意度", 1), ("意度", 2), ("", 3)])

  @Test func findsOverlappingPhrases() {
    var found: [Int] = []
    matcher.forEachMatch(in: "群众满意度") { number, _ in found.append(number) }
    #expect(found == [0, 1, 2])
  }

  @Test(arguments: [("群众满意度", "群众|"), ("满意", "|"), ("", ""), ("满", "满"), ("满意满意", "||")])
  func masksTheLongest(_ text: String, _ masked: String) {
    #expect(matcher.masked(text) == masked)
    #expect(matcher.hasMatch(in: text) == text.contains("满意"))
  }

  @Test(arguments: [("2024年参保人数", [2024]), ("2024-2025年", [2025]), ("1990期", []), ("12024年", []), ("年", [])])
  func readsYears(_ text: String, _ years: [Int]) {
    #expect(CommonText.years(in: text) == years)
  }

  @Test(arguments: [
    ("2024年特殊职工慰问（实有资金）", "特殊职工慰问"), ("2025年度职工书屋建设项目", "职工书屋建设"), ("2024省部级劳模", "省部级劳模"), ("甲", "甲"),
  ]) func namesWithoutYears(_ name: String, _ core: String) {
    #expect(CheckSheet.projectCore(name) == core)
  }
}

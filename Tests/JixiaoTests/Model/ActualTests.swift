import Testing

@testable import Jixiao

struct ActualTests {
  static func line(_ cell: String?) throws -> String {
    switch Actual(cell: cell, vocabulary: try TargetTests.vocabulary()) {
    case .missing: "missing"
    case .quantity(let value, let unit): "\(value)" + (unit.map { " \($0)" } ?? "")
    case .date(let date): "on \(date)"
    case .words(let words): "“\(words)”"
    }
  }

  @Test(
    "claims as sheets write them",
    arguments: [
      ("350", "350"), ("0", "0"), ("-3", "-3"), ("≥266米", "266 米"), ("≥360天", "360 天"), ("11个月", "11 个月"),
      ("已完成100%", "100 %"), ("完成率为98.5%", "98.5 %"),
      ("100百分比", "100 百分比"), ("约50人", "50 人"), ("累计完成350人", "350 人"), ("97.30%", "97.3 %"),
      ("100%覆盖", "100 %"), ("2,004.85万元", "2004.85 万元"), ("１００％", "100 %"),
      ("2089 人", "2089 人"), ("25TB", "25 TB"), ("5万", "5 万"), ("90%以上", "90 %"), ("2023.07", "2023.07"),
      ("达到95%", "95 %"), ("2024年11月28日", "on 2024-11-28"),
      ("2024-11-28", "on 2024-11-28"), ("已完成2024年11月28日", "on 2024-11-28"), ("11月底前", "on --11-30"),
    ])
  func readsClaims(cell: String, expected: String) throws {
    #expect(try Self.line(cell) == expected)
  }

  @Test(
    "words, and numbers that name no one value",
    arguments: [
      "有效", "基本达成", "达成预期指标", "无", "不限", "全天候", "已完成", "达标", "完成", "20余人", "300多人", "50人左右", "80%-90%", "9%0",
      "1e999", "五乡一镇",
      "资源采购期以当年为主", "1,23", "≤90%以上",
    ])
  func leavesWords(cell: String) throws {
    #expect(try Self.line(cell) == "“\(cell)”")
  }

  @Test("missing, never zero", arguments: [nil, "", " ", "　", "/", "-", "—", "——", "／"] as [String?])
  func readsMissing(cell: String?) throws {
    #expect(try Self.line(cell) == "missing")
  }
}

import Testing

@testable import Jixiao

struct UnitTableTests {
  static func units() throws -> UnitTable { try TargetTests.vocabulary().units }

  @Test(
    "one of the first is so many of the second",
    arguments: [
      ("年", "月", "12"), ("个月", "月", "1"), ("季度", "个月", "3"), ("半年", "月", "6"), ("月", "年", "1/12"),
      ("周", "天", "7"), ("天", "小时", "24"), ("日", "天", "1"), ("个工作日", "工作日", "1"),
      ("万元", "元", "10000"), ("千元", "元", "1000"), ("亿元", "万元", "10000"), ("元", "亿元", "1/100000000"),
      ("%", "百分比", "1"), ("％", "%", "1"), ("%", "‰", "10"),
      ("人数", "人", "1"), ("万人", "人", "10000"), ("人·次", "人次", "1"), ("场", "场次", "1"), ("批", "批次", "1"),
      ("户（套）", "户(套)", "1"), ("台（套）", "台套", "1"), ("亩", "平方米", "2000/3"),
      ("公顷", "亩", "15"), ("㎡", "平方米", "1"), ("m²", "m2", "1"), ("吨", "公斤", "1000"), ("公里", "米", "1000"),
      ("分钟", "小时", "1/60"),
      ("万元/个", "元/个", "10000"), ("元/人·次", "元/人次", "1"), ("元/人年", "元/人·年", "1"), ("元/人月", "元/人年", "12"),
      ("元/每人每月", "元/人·月", "1"), ("元/人.每天", "元/人/天", "1"),
      ("元/月·人", "元/人·月", "1"), ("次/月", "次/年", "12"), ("期/年", "期/季度", "1/4"), ("人/月", "人/年", "12"),
      ("万元/公里", "元/米", "10"), ("元/亩", "元/公顷", "15"),
    ])
  func converts(from: String, to: String, times: String) throws {
    let units = try Self.units()
    let (a, b) = (try #require(units.unit(from)), try #require(units.unit(to)))
    #expect(a.isComparable(with: b) && b.isComparable(with: a))
    #expect(a.factor.divided(by: b.factor)?.description == times)
    #expect(a.printed == from)
  }

  @Test(
    "not certainly the same",
    arguments: [
      ("人", "人次"), ("人次", "次"), ("人/次", "人次"), ("户", "户（套）"), ("户", "家"), ("家", "所"), ("家", "个"), ("场次", "次"),
      ("批次", "次"), ("期", "次"), ("辆", "辆次"), ("辆次", "车次"), ("套", "台套"),
      ("台", "台套"), ("台件", "台套"), ("项", "项次"), ("项", "个"), ("处", "座"), ("例", "起"), ("班", "班次"), ("天", "个工作日"),
      ("天", "月"), ("年", "天"), ("GB", "TB"), ("万", "万元"), ("岁", "年"),
      ("元", "元/人"), ("元/人", "元/人·次"), ("元/人年", "元/人次"), ("次/年", "次"), ("小时", "课时"), ("份", "件"), ("只", "个"),
      ("%", "分"),
    ])
  func keepsApart(left: String, right: String) throws {
    let units = try Self.units()
    #expect(!(try #require(units.unit(left))).isComparable(with: try #require(units.unit(right))))
  }

  @Test(
    "unknown",
    arguments: [
      "", " ", "度", "方", "里", "月份", "M", "T", "元/", "/人", "元//人", "元/某", "某/人", "元/·", "元人", "%覆盖", "啊",
    ])
  func knowsNothingOf(unit: String) throws {
    #expect(try Self.units().unit(unit) == nil)
  }

  @Test(
    "every unit of the corpora is known",
    arguments: [
      "%", "人", "万元", "年", "元", "家", "月", "次", "百分比", "个", "天", "元/人年", "批次", "人次", "期/年", "例", "人数", "元/人·次",
      "台", "个人", "人/次", "万元/人", "平方米", "件", "元/人.每天", "TB",
      "万", "台套", "场次", "人/年", "人/月", "次/年", "项", "户（套）", "个工作日", "场", "份", "公里", "座", "元/亩", "公斤", "亩", "辆",
      "种",
    ])
  func knowsTheCorpora(unit: String) throws {
    #expect(try Self.units().unit(unit) != nil)
  }

  /// Every pair of units of one dimension, there and back, leaves a random number as it was.
  @Test func convertingThereAndBackChangesNothing() throws {
    let units = try Self.units()
    var random = SplitMix64(seed: 3)
    let names = [
      "年", "季度", "个月", "亿元", "角", "‰", "小时", "秒", "亩", "公顷", "万元/个", "元/个", "元/人年", "元/每人每月", "斤", "吨",
    ].compactMap { units.unit($0) }
    #expect(names.count == 16)
    for left in names {
      for right in names where left.isComparable(with: right) {
        let number =
          Ratio(Int.random(in: -1_000_000...1_000_000, using: &random)) * (try Ratio(parsing: "1/997"))
        let there = try #require((number * left.factor).divided(by: right.factor))
        #expect((there * right.factor).divided(by: left.factor) == number)
      }
    }
  }

  @Test func elevenMonthsMeetLessThanAYear() throws {
    let units = try Self.units()
    let (month, year) = (try #require(units.unit("个月")), try #require(units.unit("年")))
    #expect(Ratio(11) * month.factor < Ratio(1) * year.factor)
    #expect(Ratio(12) * month.factor == Ratio(1) * year.factor)
  }

  @Test(
    "errors of the data name their place",
    arguments: [
      (
        #"{"dimensions":[{"dimension":"a","units":[{"factor":"0","names":["x"]}]}]}"#,
        "dimensions[0].units[0].factor"
      ),
      (
        #"{"dimensions":[{"dimension":"a","units":[{"factor":"-1","names":["x"]}]}]}"#,
        "dimensions[0].units[0].factor"
      ),
      (
        #"{"dimensions":[{"dimension":"a","units":[{"factor":"1e3","names":["x"]}]}]}"#,
        "dimensions[0].units[0].factor"
      ),
      (
        #"{"dimensions":[{"dimension":"a","units":[{"factor":"1","names":["x"]},{"factor":"2","names":["ｘ"]}]}]}"#,
        "dimensions[0].units[1].names"
      ),
      (#"{"dimension":[]}"#, "dimension"),
      (#"{"dimensions":[{"dimension":"a","unit":[]}]}"#, "dimensions[0].unit"),
      (#"{"dimensions":[{"units":[]}]}"#, "dimensions[0]"),
    ])
  func refusesBadData(text: String, path: String) throws {
    let object = try JSONObject(parsing: Array(text.utf8), file: "units.json")
    let error = #expect(throws: RuleError.self) { try UnitTable(object) }
    #expect(error?.path == path)
  }
}

import Testing

@testable import Jixiao

struct TargetTests {
  private static let embedded = Result { try Vocabulary.embedded() }
  static func vocabulary() throws -> Vocabulary { try embedded.get() }

  /// A target in one line: sign, number, unit, deadline; `none` for a number without a sign.
  static func line(_ target: Target) -> String {
    var parts = [target.relation?.rawValue ?? "none"]
    if let value = target.value { parts.append(value.description + (target.upper.map { "..\($0)" } ?? "")) }
    if let unit = target.unit { parts.append(unit) }
    if let deadline = target.deadline { parts.append("until \(deadline)") }
    return parts.joined(separator: " ")
  }

  @Test(
    "every spelling of a sign",
    arguments: [
      ("≥95%", ">= 95 %"), ("≧90%", ">= 90 %"), ("⩾90%", ">= 90 %"), (">=95%", ">= 95 %"),
      ("＞=27000人", ">= 27000 人"), ("＞＝５０％", ">= 50 %"),
      ("> =4次", ">= 4 次"), ("＞　＝4次", ">= 4 次"), ("=>4次", ">= 4 次"), ("﹥=4次", ">= 4 次"),
      ("‘>=100％", ">= 100 %"), ("大于等于5个", ">= 5 个"),
      ("大于或等于5个", ">= 5 个"), ("不低于90%", ">= 90 %"), ("不少于12 种", ">= 12 种"), ("不小于3", ">= 3"),
      ("至少3次", ">= 3 次"), ("达到100%", ">= 100 %"),
      ("90%以上", ">= 90 %"), ("90%及以上", ">= 90 %"), ("90%（含）以上", ">= 90 %"), ("90%以上（含）", ">= 90 %"),
      ("≥90%以上", ">= 90 %"), ("不低于90%以上", ">= 90 %"),
      (">5场", "> 5 场"), ("﹥5场", "> 5 场"), ("大于90%", "> 90 %"), ("高于90%", "> 90 %"), ("超过90%", "> 90 %"),
      ("＞90%以上", "> 90 %"), ("90%以上（不含）", "> 90 %"),
      ("≤90万元", "<= 90 万元"), ("≦90万元", "<= 90 万元"), ("<=0.20万元", "<= 0.2 万元"), ("＜=3", "<= 3"),
      ("=<3", "<= 3"), ("小于等于3天", "<= 3 天"),
      ("不超过5万元", "<= 5 万元"), ("不高于5%", "<= 5 %"), ("不大于5%", "<= 5 %"), ("控制在5万元以内", "<= 5 万元"),
      ("控制在5万元", "<= 5 万元"), ("5天以内", "<= 5 天"),
      ("5个工作日内", "<= 5 个工作日"), ("30日之内", "<= 30 日"), ("3%以下", "<= 3 %"), ("不超过5天以内", "<= 5 天"),
      ("≤2,004.85万元", "<= 2004.85 万元"),
      ("<4月", "< 4 月"), ("﹤4月", "< 4 月"), ("小于4月", "< 4 月"), ("低于4%", "< 4 %"), ("不足3人", "< 3 人"),
      ("3人以下(不含)", "< 3 人"),
      ("=100%", "= 100 %"), ("‘=100％", "= 100 %"), ("'=100%", "= 100 %"), ("“=100%”", "= 100 %"),
      ("﹦100%", "= 100 %"), ("═100%", "= 100 %"), ("==100%", "= 100 %"),
      ("等于100%", "= 100 %"), ("=12月", "= 12 月"), ("=1年", "= 1 年"), ("=4747人", "= 4747 人"),
    ])
  func readsSigns(cell: String, expected: String) throws {
    #expect(Self.line(Target(cell: cell, vocabulary: try Self.vocabulary())) == expected)
  }

  @Test(
    "numbers without a sign, with whatever unit",
    arguments: [
      ("10", "none 10"), ("168", "none 168"), ("44,561", "none 44561"), ("0", "none 0"), ("－5", "none -5"),
      ("100.00%", "none 100 %"), ("100百分比", "none 100 百分比"),
      ("2025年", "none 2025 年"), ("12月", "none 12 月"), ("25TB", "none 25 TB"), ("5万", "none 5 万"),
      ("17元/人.每天", "none 17 元/人.每天"), ("80M", "none 80 M"),
      ("1600元/亩", "none 1600 元/亩"), ("100%覆盖", "none 100 %"), ("100%全覆盖", "none 100 %"),
      ("100%。", "none 100 %"), ("3起", "none 3 起"), ("3个人", "none 3 个人"),
      ("11个", "none 11 个"), ("120 ㎡", "none 120 ㎡"), ("16户（套）", "none 16 户（套）"), ("300次/年", "none 300 次/年"),
      ("14例", "none 14 例"), ("820份", "none 820 份"),
    ])
  func readsBareNumbers(cell: String, expected: String) throws {
    #expect(Self.line(Target(cell: cell, vocabulary: try Self.vocabulary())).folded == expected.folded)
  }

  @Test(
    "ranges",
    arguments: [
      ("80%-90%", "range 80..90 %"), ("80-90%", "range 80..90 %"), ("80%～90%", "range 80..90 %"),
      ("80％~90％", "range 80..90 %"), ("80%—90%", "range 80..90 %"),
      ("80%至90%", "range 80..90 %"), ("3到5天", "range 3..5 天"), ("3-5年", "range 3..5 年"),
      ("80%-90%之间", "range 80..90 %"), ("控制在80%-90%", "range 80..90 %"),
      ("保持在3-5天之间", "range 3..5 天"), ("=80%-90%", "range 80..90 %"), ("-5-10℃", "range -5..10 ℃"),
      ("1.5——2.5倍", "range 1.5..2.5 倍"),
    ])
  func readsRanges(cell: String, expected: String) throws {
    #expect(Self.line(Target(cell: cell, vocabulary: try Self.vocabulary())) == expected)
  }

  @Test(
    "dates and deadlines",
    arguments: [
      ("2025年11月30日", "qualitative until 2025-11-30"), ("11月30日之前", "qualitative until --11-30"),
      ("12月底前", "qualitative until --12-31"),
      ("12月底之前完成", "qualitative"), ("12月底前完成", "qualitative until --12-31"),
      ("2月底前", "qualitative until --02-29"), ("2025年2月底前", "qualitative until 2025-02-28"),
      ("2025年12月31日前", "qualitative until 2025-12-31"), ("≤2025年12月31日", "qualitative until 2025-12-31"),
      ("2025-11-30", "qualitative until 2025-11-30"),
      ("2025.6.30前", "qualitative until 2025-06-30"), ("2025／6／30", "qualitative until 2025-06-30"),
      ("2025年12月", "qualitative until 2025-12"), ("2025年底", "qualitative until 2025-12-31"),
      ("2025年度内", "qualitative until 2025-12-31"), ("2025年内", "qualitative until 2025-12-31"),
      ("年底前", "qualitative until --12-31"), ("6月前", "qualitative until --06"),
      ("于11月30日前完成", "qualitative until --11-30"), ("25年12月31日", "qualitative until 2025-12-31"),
      ("11月30日。", "qualitative until --11-30"),
      // What may mean something else stays words: ten years and six months, a day no month has, an open period.
      ("10年6月", "qualitative"), ("2月30日", "qualitative"), ("13月1日", "qualitative"), ("2025年前", "qualitative"),
      ("15日前", "qualitative"), ("每月15日前", "qualitative"),
      ("2025年第四季度", "qualitative"), ("2024年1月1日-2024年12月31日", "qualitative"),
      ("2023.07-2024.01", "qualitative"), ("2023.07", "qualitative"), ("2024-2025", "qualitative"),
      ("2024-2025年", "qualitative"), ("1-12月", "qualitative"), ("1月至12月", "qualitative"),
      ("12月份完成", "qualitative"),
    ])
  func readsDates(cell: String, expected: String) throws {
    #expect(Self.line(Target(cell: cell, vocabulary: try Self.vocabulary())) == expected)
  }

  @Test(
    "everything else is words",
    arguments: [
      "有效提升", "五乡一镇", "全体工会会员", "全天候", "全天候可用", "保障", "按计划开展", "在项目计划完成时间内完成", "独有数据资源查询,查询范围可扩展到省图", "优良",
      "9%0", "1e999", "1e5", "--5", ".5", "5.", "1.2.3", "1：1", "1/3", "7×24小时", "5+2", "≥", "≥%", "≤90%以上",
      "=90%以上", "90%-80%", "≥80%-90%", "80-90-95",
      "80%（含）-90%（不含）", "20余人", "300多人", "50人左右", "约50人", "2次以上培训", "每人1次", "九十", "百分之九十", "1,23人", "0,5%",
      "3，5，7年级", "一等奖3项，二等奖5项",
      "定性", "达标", "完成", "以上", "PM2.5", "100%的贫困户都得到了帮扶",
    ])
  func leavesWords(cell: String) throws {
    let target = Target(cell: cell, vocabulary: try Self.vocabulary())
    #expect(Self.line(target) == "qualitative")
    #expect(target.printed == cell.withoutSpace && !target.isUnlimited)
  }

  @Test("without a bound", arguments: ["不限", "无", "/", "—", "不 限", "不作要求"])
  func readsUnlimited(cell: String) throws {
    let target = Target(cell: cell, vocabulary: try Self.vocabulary())
    #expect(target.isUnlimited && Self.line(target) == "none")
  }

  /// Cells of sign and unit beside the target.
  @Test(
    "columns of sign and unit",
    arguments: [
      ("4", "＜", "月", "< 4 月"), ("16", "＝", "户（套）", "= 16 户（套）"), ("1000", "≤", "元/人·次", "<= 1000 元/人·次"),
      ("100", "= ", "%", "= 100 %"),
      ("50", "> =", "家", ">= 50 家"), ("8", "正向", nil, ">= 8"), ("95%以上", "定性", nil, ">= 95 %"),
      ("100", "定性", "%", "qualitative %"), ("有效", "定性", nil, "qualitative"),
      ("健全", "≥", "", "qualitative"), ("2023.07", nil, "万元", "none 2023.07 万元"),
      ("2000-2050", "=", "人", "range 2000..2050 人"), ("80", "区间", "%", "none 80 %"),
      ("95", "大于等于", "/", ">= 95"), ("95", "满意度", "%", "none 95 %"),
      ("11月30日之前", "≤", "日期", "qualitative 日期 until --11-30"), ("", "≥", "人", ">= 人"),
      ("≥95%", "=", "百分比", ">= 95 %"), ("不限", nil, "人", "none 人"),
    ] as [(String, String?, String?, String)])
  func readsColumns(cell: String, sign: String?, unit: String?, expected: String) throws {
    let target = Target(cell: cell, relationCell: sign, unitCell: unit, vocabulary: try Self.vocabulary())
    #expect(Self.line(target) == expected)
  }

  @Test("a blank cell promises nothing", arguments: [nil, "", " ", "　\u{200B}"] as [String?])
  func readsBlank(cell: String?) throws {
    let target = Target(cell: cell, vocabulary: try Self.vocabulary())
    #expect(target == Target() && !target.isUnlimited)
  }

  @Test(
    "absurd numbers are named, so that a reader can report them",
    arguments: [
      ("≥" + String(repeating: "9", count: 60) + "人", ExactError.tooManyDigits),
      ("0.1234567890123456789", .tooManyPlaces), ("≥95%", nil), ("有效", nil), ("1e999", nil), ("9%0", nil),
    ] as [(String, ExactError?)])
  func namesAbsurdNumbers(cell: String, reason: ExactError?) throws {
    #expect(Target.numberError(in: cell, vocabulary: try Self.vocabulary()) == reason)
  }

  @Test(
    "whole cells that name a sign",
    arguments: [
      ("＞=", Relation.atLeast), ("≧", .atLeast), ("> =", .atLeast), ("‘=", .equalTo), ("大于等于", .atLeast),
      ("以上", .atLeast), ("以内", .atMost), ("小于", .lessThan), ("定性", .qualitative),
      ("反向", .atMost), ("正向", .atLeast), ("区间", .range), ("控制在", .atMost), ("定量", nil), ("", nil),
      ("数量", nil),
    ] as [(String, Relation?)])
  func namesRelations(cell: String, relation: Relation?) throws {
    #expect(try Self.vocabulary().relations.relation(ofCell: cell) == relation)
  }
}

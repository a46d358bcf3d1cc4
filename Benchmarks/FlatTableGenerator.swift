/// The flat table of the benchmark: integers only, so that the same rows are the same bytes on every machine.
///
/// Row i: x = splitmix64(i); r = x mod 1000; r2 = (x ≫ 16) mod 1000; q = (x ≫ 32) mod 1000; sheet i / 9, kind of row i mod 9.
/// Actual: r2 < 10 blank; r2 < 700 the target; else target × (500 + q) / 1000, rounded half up to two places.
/// Words: r2 < 10 blank; < 900 the target; < 980 基本达成; else 未达成.
struct FlatTableGenerator {
  static let header =
    "sheet,organization,year,project,level1,level2,level3,operator,target,unit,weight,rule,actual\n"

  private struct Kind {
    /// `,产出指标,数量指标,慰问职工人数,≥,`
    let before: [UInt8]
    /// `,人,10,按照完成比例赋分,`
    let after: [UInt8]
    let isWords: Bool

    init(_ levels: String, _ sign: String, _ unit: String, _ weight: Int, _ rule: String) {
      before = Array(",\(levels),\(sign),".utf8)
      after = Array(",\(unit),\(weight),\(rule),".utf8)
      isWords = sign == "定性"
    }
  }

  private static let kinds = [
    Kind("产出指标,数量指标,慰问职工人数", "≥", "人", 10, "按照完成比例赋分"),
    Kind("产出指标,数量指标,开展职工文体活动次数", "≥", "次", 10, "按照完成比例赋分"),
    Kind("产出指标,质量指标,资金使用合规率", "＝", "%", 10, "按照完成比例赋分"),
    Kind("产出指标,时效指标,资金拨付及时率", "≥", "%", 10, "按照完成比例赋分"),
    Kind("成本指标,经济成本指标,开展工作成本", "≤", "万元", 20, "按照完成比例赋分"),
    Kind("效益指标,社会效益指标,提升职工生活品质", "定性", "", 10, "按评判等级赋分"),
    Kind("效益指标,社会效益指标,保障办公效率", "定性", "", 5, "按评判等级赋分"),
    Kind("满意度指标,满意度指标,职工群众满意度", "≥", "%", 10, "满意度赋分"),
    Kind("产出指标,时效指标,各项工作完成时间", "≤", "月", 5, "按照完成比例赋分"),
  ]
  private static let words = Array("有效提升".utf8)
  private static let nearly = Array("基本达成".utf8)
  private static let failed = Array("未达成".utf8)
  private static let organization = Array(",某县总工会".utf8)
  private static let project = Array(",2024,项目".utf8)

  static func mix(_ i: Int) -> UInt64 {
    var z = UInt64(i + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// Appends some rows, without the header.
  static func append(rows: Range<Int>, to bytes: inout [UInt8]) {
    for i in rows {
      let x = mix(i)
      let (r, r2, q) = (Int(x % 1000), Int((x >> 16) % 1000), Int((x >> 32) % 1000))
      let (sheet, k) = (i / 9, i % 9)
      let kind = kinds[k]
      bytes.append(UInt8(ascii: "S"))
      append(sheet, to: &bytes)
      bytes += organization
      append(sheet % 2800, to: &bytes)
      bytes += project
      append(sheet, to: &bytes)
      bytes += kind.before
      let target = [100 + r * 5, 2 + r % 20, 100, 100, 1 + r, 0, 0, 90 + r % 10, 12][k]
      if kind.isWords { bytes += words } else { append(target, to: &bytes) }
      bytes += kind.after
      if kind.isWords {
        if r2 >= 10 { bytes += r2 < 900 ? words : r2 < 980 ? nearly : failed }
      } else if r2 >= 10 {
        append(hundredths: r2 < 700 ? target * 100 : (target * (500 + q) + 5) / 10, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(0x30 + number % 10))
  }

  private static func append(hundredths: Int, to bytes: inout [UInt8]) {
    append(hundredths / 100, to: &bytes)
    let rest = hundredths % 100
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(0x30 + rest / 10))
    if rest % 10 != 0 { bytes.append(UInt8(0x30 + rest % 10)) }
  }
}

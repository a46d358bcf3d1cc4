/// A seeded flat table with everything that makes rows differ: signs, units, words, dates, blanks, quotes, faults.
struct RandomTable {
  private var random: SplitMix64
  private(set) var text = ""
  private let columns: [String]
  private let ending: String
  /// Whether rows may be broken.
  private let hasFaults: Bool

  static let plain = ["sheet", "level1", "level3", "operator", "target", "unit", "weight", "rule", "actual"]
  static let full = [
    "sheet", "kind", "year", "organization", "project", "adjusted", "executed", "level1", "level3",
    "operator",
    "target", "value", "unit", "weight", "rule", "actual", "claimed", "awarded", "notApplicable",
  ]

  init(seed: UInt64, sheets: Int, columns: [String], ending: String = "\n", hasFaults: Bool = true) {
    random = SplitMix64(seed: seed)
    self.columns = columns
    self.ending = ending
    self.hasFaults = hasFaults
    text = columns.joined(separator: ",") + ending
    for number in 0..<sheets { addSheet(number) }
  }

  var bytes: [UInt8] { Array(text.utf8) }

  private mutating func pick(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func decimal() -> String {
    let whole = Int.random(in: 0...chanceSize(), using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "\(whole).\(Int.random(in: 0...9, using: &random))"
    case 1: return "\(whole).\(Int.random(in: 10...99, using: &random))"
    case 2: return "\(whole).5"
    default: return "\(whole)"
    }
  }

  private mutating func chanceSize() -> Int {
    [5, 100, 100, 5000, 123_456_789].randomElement(using: &random) ?? 9
  }

  private mutating func addSheet(_ number: Int) {
    let id = pick(["S\(number)", "S\(number)", "某县\(number)", "\"S,\(number)\"", "=\(number)", "（\(number)）"])
    let isBlank = chance(5)
    let year = pick(["2024", "2024", "2025年", "", "去年"])
    let kind = pick(["", "", "project-self-assessment", "project-target", "other"])
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      var cells: [String: String] = ["sheet": id, "year": year, "kind": kind]
      if chance(3) { cells["sheet"] = " \(id)" }
      cells["level1"] = "产出指标"
      cells["level3"] = pick(["人数", "满意度", "\"甲,乙\"", "\"甲\"\"乙\"", "完成率"])
      let target = decimal()
      cells["target"] = target
      cells["operator"] = pick(["≥", "≥", "＞", "≤", "<", "＝", "=", "", "大于等于", "正向"])
      cells["unit"] = pick(["", "%", "人", "万元", "件"])
      cells["weight"] = pick(["10", "10", "5", "20", "2.5", "0", "7.125", "3.333"])
      cells["rule"] = pick(["", "按照完成比例赋分", "满意度赋分", "直接赋分", "按评判等级赋分", "其他"])
      cells["actual"] = isBlank ? "" : pick([target, target, decimal(), decimal(), ""])
      if chance(15) {
        cells["actual"] = isBlank ? "" : pick(["约50人", "-", "-3", "90%", "11个月", "很好", "1,234.5"])
      }
      if chance(15) { addWords(&cells, isBlank) }
      if chance(5) { cells["target"] = pick(["≥95%", "80%-90%", "不限", "", "2023.07", "123456789012"]) }
      if chance(4) { cells["operator"] = "区间" }
      if chance(2) { cells["awarded"] = "3" }
      if chance(2) { cells["notApplicable"] = "true" }
      if chance(10) { cells["claimed"] = pick(["9", "9.5", "x"]) }
      if chance(10) { cells["value"] = cells["target"] }
      if chance(10) { cells["executed"] = pick(["10", "1e9", "12.5"]) }
      if hasFaults { addFault(&cells, number) } else { add(cells) }
    }
  }

  private mutating func addWords(_ cells: inout [String: String], _ isBlank: Bool) {
    cells["operator"] = pick(["定性", ""])
    cells["target"] = pick(["有效提升", "11月30日前", "2024年底", "\"有效,提升\""])
    let actual = pick([cells["target"] ?? "", "基本达成", "未达成", "达成年度指标", "2024年12月2日", "11月20日", "较好"])
    cells["actual"] = isBlank ? "" : actual
  }

  private mutating func addFault(_ cells: inout [String: String], _ number: Int) {
    if chance(2) { cells["weight"] = pick(["", "-5", "十", "10分"]) }
    if chance(1) { cells["operator"] = "approx" }
    if chance(1) { cells["value"] = "7" }
    add(cells)
    switch Int.random(in: 0..<100, using: &random) {
    case 0: text += "X\(number),too,few\(ending)"
    case 1: text += "X\(number)\"" + String(repeating: ",", count: columns.count - 1) + ending
    case 2: text += String(repeating: ",", count: columns.count - 1) + ending
    case 3: text += ending
    default: break
    }
  }

  private mutating func add(_ cells: [String: String]) {
    text += columns.map { cells[$0] ?? "" }.joined(separator: ",") + ending
  }
}

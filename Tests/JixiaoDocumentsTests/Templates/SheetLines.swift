import Jixiao
import JixiaoDocuments

/// A sheet as lines a person can compare: `产出指标/数量指标/名称 >= 5 个 w10 a6 c10`.
enum SheetLines {
  static func read(_ bytes: [UInt8], file: String = "t") throws -> [Document] {
    try DocumentReader(vocabulary: Vocabulary.embedded()).read(file: file, bytes: bytes)
  }

  static func of(_ sheet: Sheet) -> [String] {
    sheet.indicators.map { row in
      var parts = [[row.level1, row.level2, row.level3].map { $0 ?? "-" }.joined(separator: "/")]
      parts.append(row.target.relation?.rawValue ?? "?")
      parts.append(row.target.value?.description ?? row.target.printed ?? "-")
      if let unit = row.target.unit { parts.append(unit) }
      if let weight = row.weight { parts.append("w\(weight)") }
      if let actual = row.actual { parts.append("a\(actual)") }
      if let claimed = row.claimed { parts.append("c\(claimed)") }
      return parts.joined(separator: " ")
    }
  }
}

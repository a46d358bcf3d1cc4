import Jixiao

/// Renders what-if answers for a terminal: a sheet a paragraph, a change or an improvement a line with its clause.
public enum WhatIfText {
  public static func render(_ records: [WhatIfRecord], language: Language) -> [UInt8] {
    Array((lines(records, language).joined(separator: "\n") + "\n").utf8)
  }

  static func lines(_ records: [WhatIfRecord], _ language: Language) -> [String] {
    var lines: [String] = []
    var border: Exact?
    for record in records {
      switch record.kind {
      case .sheet:
        if !lines.isEmpty { lines.append("") }
        lines += heading(record, language)
      case .organization:
        if !lines.isEmpty, lines.last?.hasPrefix("◇") != true { lines.append("") }
        lines.append("◇ " + organization(record, language))
      case .change: lines.append("  " + step(record, language))
      case .reached, .outOfReach, .single, .together:
        if record.border != border || record.kind == .reached || record.kind == .outOfReach {
          lines.append("  " + goal(record, language))
        }
        if let row = record.row, row.clause != "" || row.why != "" {
          lines.append("    " + step(record, language))
        }
      }
      border = record.kind == .sheet ? nil : record.border
    }
    return lines
  }

  /// `a.csv 第1张表 县总工会 · 项目 [literal]`, and `总分 85.71（良）→ 91（优）` below.
  private static func heading(_ record: WhatIfRecord, _ language: Language) -> [String] {
    let name = [record.organization, record.project].compactMap(\.self).joined(separator: " · ")
    let sheet = language.pick("第\(record.sheet ?? 0)张表", "sheet \(record.sheet ?? 0)")
    let title = "\(record.file ?? "") \(sheet) \(name) [\(record.pack ?? "")]"
    return [title, "  " + language.pick("总分 ", "total ") + totals(record, language)]
  }

  private static func organization(_ record: WhatIfRecord, _ language: Language) -> String {
    let name = record.organization ?? language.pick("（未署单位）", "(no organisation)")
    let counted = record.sheets?.counted ?? 0, left = record.sheets?.left ?? 0
    let without =
      left == 0
      ? "" : language.pick("，\(left) 张无总分，不计入", ", \(left) without a total left out")
    return language.pick(
      "\(name)：\(counted) 张表总分的平均\(without)：", "\(name): mean total of \(counted) sheets\(without): ")
      + totals(record, language)
  }

  private static func totals(_ record: WhatIfRecord, _ language: Language) -> String {
    func text(_ total: Points?, _ grades: [String]) -> String {
      guard let span = WhatIfRecord.span(total) else { return language.pick("未定", "unknown") }
      return span + (WhatIfRecord.span(grades).map { language.pick("（\($0)）", " (\($0))") } ?? "")
    }
    let before = text(record.totalBefore, record.gradesBefore)
    let after = text(record.totalAfter, record.gradesAfter)
    return before == after ? before + language.pick("，不变", ", unchanged") : "\(before) → \(after)"
  }

  private static func goal(_ record: WhatIfRecord, _ language: Language) -> String {
    let border =
      "\(record.border ?? .zero)" + language.pick("（\(record.grade ?? "")）", " (\(record.grade ?? ""))")
    let best = WhatIfRecord.span(record.totalAfter) ?? ""
    return switch record.kind {
    case .reached: language.pick("\(border)：已达到", "\(border): reached")
    case .outOfReach:
      language.pick(
        "\(border)：各行都做到最好也达不到，最多 \(best)",
        "\(border): out of reach; every row at its best gives \(best)")
    case .together:
      language.pick(
        "\(border)：改一行不够；按还能得的分从多到少依次改以下各行（够用，未证明最省）：",
        "\(border): no row alone suffices; these together do, taken by points to gain (not proved cheapest):")
    case .single, .sheet, .change, .organization:
      language.pick(
        "\(border)：改以下任一行即可，均为所需的最小变化：", "\(border): any one of these suffices, each the least that does:")
    }
  }

  private static func step(_ record: WhatIfRecord, _ language: Language) -> String {
    guard let row = record.row else { return "" }
    let name = "#\(row.indicator.ordinal) \(row.indicator.level3 ?? "")"
    let change =
      "\(record.from ?? language.pick("空白", "blank")) → \(record.to ?? language.pick("空白", "blank"))"
    let points =
      "\(WhatIfRecord.span(record.pointsBefore) ?? "—") → \(WhatIfRecord.span(record.pointsAfter) ?? "—")"
    let total =
      record.kind == .change
      ? "" : language.pick("，总分 ", ", total ") + (WhatIfRecord.span(record.totalAfter) ?? "—")
    return language.pick(
      "\(name)：\(change)，得分 \(points)\(total)", "\(name): \(change), points \(points)\(total)")
      + "  [\(row.clause)] \(row.why)"
  }
}

import Jixiao

/// Renders what several packs make of the same sheets, side by side: sheet totals, then the rows that make the difference.
public enum SpreadText {
  public static func render(_ scores: [DocumentScore], _ spreads: [PackSpread], language: Language) -> [UInt8]
  {
    let wording = ScoreWording(language: language) { _ in nil }
    var packs: [String] = []
    for score in scores where !packs.contains(score.pack) { packs.append(score.pack) }
    var files: [String] = []
    for score in scores where !files.contains(score.file) { files.append(score.file) }
    var lines: [String] = []
    for file in files {
      lines.append(language.pick("\(file)：各规则包下的指标得分", "\(file): indicator points under each pack"))
      var table = TextTable(
        [
          TextTable.Column(language.pick("表", "sheet"), isNumber: true),
          TextTable.Column(language.pick("名称", "name"), widest: 36),
        ]
          + packs.map { TextTable.Column($0, isNumber: true) })
      let group = scores.filter { $0.file == file }
      for (s, sheet) in (group.first?.sheets ?? []).enumerated() {
        table.add(
          [String(sheet.sheet.ordinal), sheet.sheet.project ?? sheet.sheet.organization ?? ""]
            + packs.map { pack in
              let score = group.first { $0.pack == pack }
              return wording.points(score.flatMap { s < $0.sheets.count ? $0.sheets[s].points : nil })
            })
      }
      lines += table.lines
      let rows = spreads.filter { $0.file == file && $0.indicator != nil }
      if !rows.isEmpty {
        lines.append("")
        lines.append(language.pick("造成差别的行和条款：", "The rows and clauses that make the difference:"))
      }
      for row in rows {
        let name =
          group.first.flatMap { indicatorName(in: $0, sheet: row.sheet, indicator: row.indicator) } ?? ""
        lines.append(
          language.pick(
            "第\(row.sheet)张表 #\(row.indicator ?? 0) ", "sheet \(row.sheet) #\(row.indicator ?? 0) ")
            + "\(name): \(row.low.points) … \(row.high.points)")
        var clauses: [(points: Points, names: [String])] = []
        for (points, clause) in zip(row.points, row.clauses) {
          guard let clause else { continue }
          if let index = clauses.firstIndex(where: { $0.points == points }) {
            clauses[index].names.append(clause)
          } else {
            clauses.append((points, [clause]))
          }
        }
        for group in clauses {
          lines.append("  \(wording.points(group.points)): \(group.names.joined(separator: " "))")
        }
      }
      lines.append("")
    }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func indicatorName(in score: DocumentScore, sheet: Int, indicator: Int?) -> String? {
    score.sheets.first { $0.sheet.ordinal == sheet }?.indicators.first { $0.indicator.ordinal == indicator }?
      .indicator.level3
  }
}

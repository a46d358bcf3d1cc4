import Jixiao

/// How findings are put into words, the same on a terminal and in Markdown.
struct FindingWording: Sendable {
  let language: Language

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: language.pick("错误", "error")
    case .warning: language.pick("警告", "warning")
    case .note: language.pick("提示", "note")
    }
  }

  /// `第812行 第3行“慰问人数”`: the place in the file and the row of the sheet.
  func place(_ finding: Finding) -> String {
    var parts = [finding.place.described(in: language)].filter { !$0.isEmpty }
    if let indicator = finding.indicator {
      let name = finding.indicatorName.map { "“\($0)”" } ?? ""
      parts.append(language.pick("指标\(indicator)\(name)", "indicator \(indicator) \(name)"))
    }
    return parts.joined(separator: " ")
  }

  func heading(_ finding: Finding) -> String {
    let name = finding.project ?? finding.organization ?? ""
    let id = finding.sheetID.map { "（\($0)）" } ?? ""
    return language.pick("第\(finding.sheet ?? 0)张表 ", "Sheet \(finding.sheet ?? 0) ") + name + id
  }

  func repair(_ finding: Finding) -> String? {
    finding.suggestion.map {
      language.pick("建议：", "suggestion: ")
        + "\($0.field.rawValue) → \($0.replace)（\($0.why.text(in: language))）"
    }
  }

  func points(_ finding: Finding) -> String {
    finding.points.map { language.pick("（\($0)分）", " (\($0) points)") } ?? ""
  }

  /// How many of each severity, and how many are let pass.
  func summary(_ totals: FindingTotals) -> String {
    let counts = Severity.allCases.map { "\(severity($0)) \(totals.open[$0, default: 0])" }
    var text = counts.joined(separator: language.pick("，", ", "))
    if totals.suppressed > 0 {
      text += language.pick("，已豁免 \(totals.suppressed)", ", suppressed \(totals.suppressed)")
    }
    return text
  }

  /// A word on checks that fire on nearly everything they look at.
  func loud(_ counts: [CheckCount]) -> [String] {
    counts.filter { $0.tally.applicable >= 10 && $0.tally.failed * 10 > $0.tally.applicable * 9 }.map {
      language.pick(
        "\($0.code) \($0.name) 在 \($0.tally.applicable) 处中的 \($0.tally.failed) 处都报：可能是通行做法，可用 --ignore \($0.code)",
        "\($0.code) \($0.name) fires on \($0.tally.failed) of \($0.tally.applicable): perhaps a practice; see --ignore \($0.code)"
      )
    }
  }

  /// The counts of every check that looked at anything.
  func statistics(_ counts: [CheckCount]) -> [String] {
    var table = TextTable([
      TextTable.Column(language.pick("检查", "check")), TextTable.Column(language.pick("名称", "name")),
      TextTable.Column(language.pick("适用", "applicable"), isNumber: true),
      TextTable.Column(language.pick("通过", "passed"), isNumber: true),
      TextTable.Column(language.pick("不符", "failed"), isNumber: true),
      TextTable.Column(language.pick("未定", "undecided"), isNumber: true),
      TextTable.Column(language.pick("毫秒", "ms"), isNumber: true),
    ])
    for count in counts where count.tally.applicable > 0 {
      table.add([
        count.code, count.name, String(count.tally.applicable), String(count.tally.passed),
        String(count.tally.failed),
        String(count.tally.undecided), milliseconds(count.nanoseconds),
      ])
    }
    return table.lines
  }

  /// To a tenth.
  private func milliseconds(_ nanoseconds: UInt64) -> String {
    let tenths = (nanoseconds + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// How many findings there were of each severity.
struct FindingTotals: Sendable {
  private(set) var open: [Severity: Int] = [:]
  private(set) var suppressed = 0

  mutating func add(_ findings: [Finding]) {
    for finding in findings {
      if finding.suppression == nil { open[finding.severity, default: 0] += 1 } else { suppressed += 1 }
    }
  }
}

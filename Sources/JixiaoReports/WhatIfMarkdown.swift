import Jixiao

/// Renders what-if answers as one Markdown table.
public enum WhatIfMarkdown {
  public static func render(_ records: [WhatIfRecord], language: Language) -> [UInt8] {
    var lines = ["# " + language.pick("假设情形", "What if"), ""]
    lines.append(MarkdownText.row(WhatIfRecord.columns))
    lines.append(MarkdownText.rule(WhatIfRecord.columns.map(WhatIfRecord.numbers.contains)))
    lines += records.map { MarkdownText.row($0.cells.map { $0 ?? "" }) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

import Jixiao

/// Renders how documents were read: `jixiao read --explain`.
public enum ReadExplanation {
  /// For a terminal.
  public static func text(_ documents: [Document], language: Language) -> [UInt8] {
    var lines: [String] = []
    for document in documents {
      lines.append(headline(document, language))
      for attempt in document.trace.tried {
        lines.append(
          language.pick("  未用 \(attempt.reader)：\(attempt.why)", "  not \(attempt.reader): \(attempt.why)"))
      }
      for table in document.trace.tables {
        lines.append("")
        lines.append(headline(table, language))
        var grid = TextTable([
          .init(language.pick("列", "column"), isNumber: true), .init(language.pick("列名", "heading")),
          .init(language.pick("作为", "taken for")),
        ])
        for (i, heading) in table.headings.enumerated() {
          grid.add(["\(i + 1)", heading.text, use(heading.use, language)])
        }
        lines += grid.lines
      }
      lines += section(
        language.pick("略去的模板行", "template rows dropped"),
        document.trace.dropped.map { ($0.place, $0.text, $0.why) }, language)
      lines += section(
        language.pick("未读", "not read"), document.unread.map { ($0.place, $0.text, $0.why) }, language)
      lines.append("")
    }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// For a page: the same in Markdown.
  public static func markdown(_ documents: [Document], language: Language) -> [UInt8] {
    var lines: [String] = []
    for document in documents {
      lines += ["# " + escaped(headline(document, language)), ""]
      for attempt in document.trace.tried {
        lines.append(
          "- "
            + escaped(
              language.pick("未用 \(attempt.reader)：\(attempt.why)", "not \(attempt.reader): \(attempt.why)")))
      }
      for table in document.trace.tables {
        lines += ["", "## " + escaped(headline(table, language)), ""]
        lines.append(language.pick("| 列 | 列名 | 作为 |", "| column | heading | taken for |"))
        lines.append("|-:|-|-|")
        for (i, heading) in table.headings.enumerated() {
          lines.append("| \(i + 1) | \(escaped(heading.text)) | \(escaped(use(heading.use, language))) |")
        }
      }
      let notes = [
        (
          language.pick("略去的模板行", "template rows dropped"),
          document.trace.dropped.map { ($0.place, $0.text, $0.why) }
        ),
        (language.pick("未读", "not read"), document.unread.map { ($0.place, $0.text, $0.why) }),
      ]
      for (title, entries) in notes where !entries.isEmpty {
        lines += ["", "## \(title) \(entries.count)", ""]
        for entry in entries {
          lines.append("- " + escaped("\(entry.0.described(in: language)) “\(entry.1)”: \(entry.2)"))
        }
      }
      lines.append("")
    }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func headline(_ document: Document, _ language: Language) -> String {
    let rows = document.sheets.reduce(0) { $0 + $1.indicators.count }
    return language.pick(
      "\(document.file)：由 \(document.reader) 读出，\(document.trace.tables.count) 个有列名的表，\(document.sheets.count) 张绩效表，\(rows) 个指标",
      "\(document.file): read by \(document.reader), \(document.trace.tables.count) tables with headings, "
        + "\(document.sheets.count) sheets, \(rows) indicators")
  }

  private static func headline(_ table: ReadTrace.Table, _ language: Language) -> String {
    let place = table.place.described(in: language)
    return language.pick(
      "\(place)：列名占 \(table.headingRows) 行，其下 \(table.rows) 行，得指标 \(table.indicators) 个",
      "\(place): headings over \(table.headingRows) rows, \(table.rows) rows below, \(table.indicators) indicators"
    )
  }

  private static func section(_ title: String, _ entries: [(Place, String, String)], _ language: Language)
    -> [String]
  {
    if entries.isEmpty { return [] }
    return ["", language.pick("\(title) \(entries.count) 处：", "\(title), \(entries.count):")]
      + entries.map { "  \($0.0.described(in: language))“\($0.1)”：\($0.2)" }
  }

  static func use(_ use: ReadTrace.Heading.Use, _ language: Language) -> String {
    switch use {
    case .field(let field):
      language.pick("\(field.rawValue)（列名是它的说法）", "\(field.rawValue) (a known word for it)")
    case .moreSigns: language.pick("operator（另一列没有符号时）", "operator (where the other column has no sign)")
    case .notUsed(let field):
      language.pick("不用：\(field.rawValue) 另有一列", "not used: another column is \(field.rawValue)")
    case .ignored: language.pick("不用：认识，不需要", "not used: known and not needed")
    case .unknown: language.pick("不用：不认识", "not used: unknown")
    case .blank: language.pick("没有列名", "no heading")
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }
}

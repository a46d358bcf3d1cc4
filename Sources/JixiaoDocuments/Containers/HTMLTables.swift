import Jixiao

/// The tables of a web page and the text between them, with unclosed tags closed where a browser closes them.
struct HTMLTables {
  /// What stands in a cell, or in the page itself.
  indirect enum Piece {
    case text(String, line: Int)
    case table(Table)
  }

  struct Cell {
    var pieces: [Piece] = []
    var columnSpan: Int
    /// 0 reaches to the end of the table.
    var rowSpan: Int
    var line: Int

    var tables: [Table] { pieces.compactMap { if case .table(let table) = $0 { table } else { nil } } }
  }

  struct Table {
    var rows: [[Cell]] = []
    /// Whether it holds data rather than the parts of a page: two rows of two cells.
    var isData: Bool {
      rows.count { $0.count >= 2 } >= 2 || rows.contains { $0.contains { !$0.tables.isEmpty } }
    }
  }

  /// What is open: a table, with its row and its cell where they are.
  private struct Frame {
    var table = Table()
    var row: [Cell]?
    var cell: Cell?
    var text = ""
  }

  private static let deepest = 64
  /// As browsers bound them.
  private static let mostColumns = 1000
  private static let mostRows = 65_534
  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "article",
    "header", "footer",
    "dl", "dt", "dd", "pre", "center", "form", "caption", "body", "html", "head", "nav", "main", "blockquote",
  ]
  private static let void: Set<String> = [
    "br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "param", "source",
    "track",
  ]

  private var page: [Piece] = []
  private var pageText = ""
  private var pageLine = 1
  private var frames: [Frame] = []
  /// Tables beyond the deepest, whose tags are passed over.
  private var tooDeep = 0
  private var hidden: (name: String, depth: Int)?
  private var line = 1

  static func pieces(of lines: TextLines) -> [Piece] {
    var tables = HTMLTables()
    var tokens = HTMLTokens(lines.bytes)
    while let (token, offset) = tokens.next() {
      tables.line = lines.number(ofByte: offset)
      tables.take(token)
    }
    while !tables.frames.isEmpty { tables.closeTable() }
    tables.endPageText()
    return tables.page
  }

  private mutating func take(_ token: HTMLTokens.Token) {
    if hidden != nil {
      skip(token)
      return
    }
    switch token {
    case .text(let text): add(text)
    case .open(let name, let attributes, let selfClosing):
      if !selfClosing, !Self.void.contains(name), Self.isHidden(attributes) {
        hidden = (name, 1)
        return
      }
      open(name, attributes)
    case .close(let name): close(name)
    }
  }

  /// Passes over a hidden element; the end of a table or cell around it ends it too, where its own tag was left open.
  private mutating func skip(_ token: HTMLTokens.Token) {
    guard let open = hidden else { return }
    switch token {
    case .text: break
    case .open(let name, _, let selfClosing):
      if name == open.name, ["td", "th", "tr", "p", "li"].contains(name), open.depth == 1 {
        hidden = nil
        take(token)
      } else if name == open.name, !selfClosing {
        hidden?.depth += 1
      } else if open.name == "td" && name == "tr" {
        hidden = nil
        take(token)
      }
    case .close(let name):
      if name == open.name {
        hidden?.depth -= 1
        if hidden?.depth == 0 { hidden = nil }
      } else if ["td", "tr", "table"].contains(name),
        ["p", "span", "font", "td", "tr", "th"].contains(open.name)
      {
        hidden = nil
        take(token)
      }
    }
  }

  private static func isHidden(_ attributes: [String: String]) -> Bool {
    if attributes["hidden"] != nil { return true }
    guard let style = attributes["style"]?.lowercased().withoutSpace else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
      || style.contains("mso-hide:all")
  }

  private mutating func open(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "table":
      if frames.count >= Self.deepest {
        tooDeep += 1
        return
      }
      if frames.isEmpty {
        endPageText()
      } else {
        // A table straight in a row stands in a cell of its own.
        if frames[frames.count - 1].cell == nil { openCell([:]) }
        endText()
      }
      frames.append(Frame())
    case "tr" where !frames.isEmpty && tooDeep == 0:
      closeRow()
      frames[frames.count - 1].row = []
    case "td" where !frames.isEmpty && tooDeep == 0, "th" where !frames.isEmpty && tooDeep == 0:
      openCell(attributes)
    case _ where Self.blocks.contains(name): breakLine()
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "table":
      if tooDeep > 0 { tooDeep -= 1 } else if !frames.isEmpty { closeTable() }
    case "tr" where !frames.isEmpty && tooDeep == 0: closeRow()
    case "td" where !frames.isEmpty && tooDeep == 0, "th" where !frames.isEmpty && tooDeep == 0: closeCell()
    case "thead", "tbody", "tfoot": if !frames.isEmpty, tooDeep == 0 { closeRow() }
    case _ where Self.blocks.contains(name): breakLine()
    default: break
    }
  }

  private mutating func openCell(_ attributes: [String: String]) {
    closeCell()
    func span(_ name: String, _ least: Int, _ most: Int) -> Int {
      let digits = (attributes[name] ?? "").drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
      // A number too long for an integer is as good as the largest.
      return digits.isEmpty ? 1 : min(max(Int(digits) ?? most, least), most)
    }
    let top = frames.count - 1
    if frames[top].row == nil { frames[top].row = [] }
    frames[top].cell = Cell(
      columnSpan: span("colspan", 1, Self.mostColumns), rowSpan: span("rowspan", 0, Self.mostRows), line: line
    )
  }

  private mutating func closeCell() {
    guard let top = frames.indices.last, frames[top].cell != nil else { return }
    endText()
    if let cell = frames[top].cell { frames[top].row?.append(cell) }
    frames[top].cell = nil
  }

  private mutating func closeRow() {
    closeCell()
    guard let top = frames.indices.last, let row = frames[top].row else { return }
    if !row.isEmpty { frames[top].table.rows.append(row) }
    frames[top].row = nil
  }

  private mutating func closeTable() {
    closeRow()
    let table = frames.removeLast().table
    if let top = frames.indices.last {
      frames[top].cell?.pieces.append(.table(table))
    } else {
      page.append(.table(table))
    }
  }

  private mutating func add(_ source: String) {
    // A line end of the source is white space; only elements break lines.
    let text = source.contains(where: \.isNewline) ? String(source.map { $0.isNewline ? " " : $0 }) : source
    if let top = frames.indices.last {
      // Text in a table but in no cell is shown before the table; in sheets it is only white space.
      if frames[top].cell != nil { frames[top].text += text }
    } else {
      if pageText.isEmpty { pageLine = line + leadingLines(source) }
      pageText += text
    }
  }

  private func leadingLines(_ text: String) -> Int {
    text.unicodeScalars.prefix { $0.properties.isWhitespace }.count { $0 == "\n" }
  }

  private mutating func breakLine() {
    if let top = frames.indices.last {
      if !frames[top].text.isEmpty { frames[top].text += "\n" }
    } else {
      endPageText()
    }
  }

  private mutating func endText() {
    guard let top = frames.indices.last else { return }
    let text = frames[top].text
    if text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
      frames[top].cell?.pieces.append(.text(text, line: line))
    }
    frames[top].text = ""
  }

  private mutating func endPageText() {
    if pageText.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
      page.append(.text(pageText, line: pageLine))
    }
    pageText = ""
  }
}

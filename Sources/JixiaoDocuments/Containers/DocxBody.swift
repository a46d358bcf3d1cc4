import Jixiao

/// The body of a Word document as it is printed: paragraphs and tables in order, tables in cells of tables included.
struct DocxBody {
  enum Piece {
    case text(String)
    case table(Table)
  }

  struct Table {
    var rows: [Row] = []
    /// Whether a table of data lies in one of its cells.
    var holdsData = false

    /// Several rows and columns, rather than a small table for layout.
    var isData: Bool { holdsData || rows.count { $0.cells.count >= 3 } >= 2 }
  }

  struct Row {
    /// Grid columns left free before the first cell and behind the last one.
    var before = 0
    var after = 0
    var cells: [Cell] = []
    /// Taken out by a tracked change, or hidden.
    var isGone = false
  }

  struct Cell {
    enum Merge { case none, first, continued }

    /// Where its element begins in the part.
    var start = 0
    var pieces: [Piece] = []
    var span = 1
    var down = Merge.none
    /// The older way of merging to the right.
    var across = Merge.none
    var holdsData = false
  }

  /// What holds inside a text box and not around it.
  private struct Surroundings {
    var graphics = 0
    var runs = 0
    var isHidden = false
  }

  private(set) var pieces: [Piece] = []
  /// Content of another form that a document can embed whole, and that is not read.
  private(set) var hasEmbeddedFiles = false

  private var xml: XMLScanner
  private var tables: [Table] = []
  private var rows: [Row] = []
  private var cells: [Cell] = []
  private var paragraphs: [[UInt8]] = []
  private var here = Surroundings()
  private var around: [Surroundings] = []
  /// For every open choice between two forms of one content, whether one has been taken.
  private var choices: [Bool] = []
  /// For every open content control, whether it shows a prompt and no content.
  private var prompts: [Bool] = []
  private var takesText = false

  /// Reads the main part of a document.
  init(_ xml: XMLScanner) throws(XMLFault) {
    self.xml = xml
    while try self.xml.next() != .finish {
      switch self.xml.event {
      case .start: try start()
      case .end: end()
      case .text:
        guard takesText, !paragraphs.isEmpty else { continue }
        try self.xml.appendText(to: &paragraphs[paragraphs.count - 1])
      case .finish: break
      }
    }
  }

  private mutating func start() throws(XMLFault) {
    if try startShape() || here.graphics > 0 { return }
    if xml.isNamed("t") {
      takesText = here.runs > 0 && !here.isHidden
    } else if xml.isNamed("r") {
      here.runs += 1
      here.isHidden = false
    } else if xml.isNamed("rPr") {
      try readRunProperties()
    } else if xml.isNamed("p") {
      paragraphs.append([])
    } else if xml.isNamed("tc") {
      cells.append(Cell(start: xml.tagStart))
    } else if xml.isNamed("tcPr") {
      try readCellProperties()
    } else if xml.isNamed("tr") {
      rows.append(Row())
    } else if xml.isNamed("trPr") {
      try readRowProperties()
    } else if xml.isNamed("tbl") {
      tables.append(Table())
    } else if isPassedOver {
      try xml.skipElement()
    } else if here.runs > 0, !here.isHidden {
      try readMark()
    } else {
      try startControl()
    }
  }

  /// Layout, what tracked changes have taken out, and pronunciation above the text.
  private var isPassedOver: Bool {
    xml.isNamed("pPr") || xml.isNamed("tblPr") || xml.isNamed("tblGrid") || xml.isNamed("tblPrEx")
      || xml.isNamed("del") || xml.isNamed("moveFrom") || xml.isNamed("rt") || xml.isNamed("sectPr")
      || xml.isNamed("ctrlPr") || xml.isNamed("sdtEndPr") || xml.isNamed("background")
  }

  /// Drawings hold nothing to read but text boxes; of a drawing in two forms one counts.
  private mutating func startShape() throws(XMLFault) -> Bool {
    if xml.isNamed("drawing") || xml.isNamed("pict") || xml.isNamed("object") {
      here.graphics += 1
    } else if xml.isNamed("txbxContent") {
      around.append(here)
      here = Surroundings()
      takesText = false
    } else if xml.isNamed("AlternateContent") {
      choices.append(false)
    } else if xml.isNamed("Choice") || xml.isNamed("Fallback"), let isTaken = choices.last {
      if isTaken { try xml.skipElement() } else { choices[choices.count - 1] = true }
    } else {
      return false
    }
    return true
  }

  private mutating func readRunProperties() throws(XMLFault) {
    var isHidden = false
    try forEachProperty { (xml) throws(XMLFault) in
      if xml.isNamed("vanish"), try Self.isOn(xml) { isHidden = true }
    }
    if isHidden, here.runs > 0 { here.isHidden = true }
  }

  private mutating func readCellProperties() throws(XMLFault) {
    var cell = cells.popLast() ?? Cell()
    try forEachProperty { (xml) throws(XMLFault) in
      if xml.isNamed("gridSpan") {
        cell.span = try Self.number(xml)
      } else if xml.isNamed("vMerge") {
        cell.down = try xml.attribute("val") == "restart" ? .first : .continued
      } else if xml.isNamed("hMerge") {
        cell.across = try xml.attribute("val") == "restart" ? .first : .continued
      }
    }
    cells.append(cell)
  }

  private mutating func readRowProperties() throws(XMLFault) {
    var row = rows.popLast() ?? Row()
    try forEachProperty { (xml) throws(XMLFault) in
      if xml.isNamed("gridBefore") {
        row.before = try Self.number(xml)
      } else if xml.isNamed("gridAfter") {
        row.after = try Self.number(xml)
      } else if xml.isNamed("del") {
        row.isGone = true
      } else if xml.isNamed("hidden"), try Self.isOn(xml) {
        row.isGone = true
      }
    }
    rows.append(row)
  }

  /// Goes through the properties that have just started; what they were before a tracked change is passed over.
  private mutating func forEachProperty(_ work: (XMLScanner) throws(XMLFault) -> Void) throws(XMLFault) {
    let depth = xml.depth
    while try xml.next() != .finish {
      if xml.event == .end, xml.depth < depth { return }
      guard xml.event == .start else { continue }
      if xml.isNamed("rPrChange") || xml.isNamed("tcPrChange") || xml.isNamed("trPrChange") {
        try xml.skipElement()
      } else {
        try work(xml)
      }
    }
  }

  /// A mark within a run that stands for characters.
  private mutating func readMark() throws(XMLFault) {
    guard !paragraphs.isEmpty else { return }
    let last = paragraphs.count - 1
    if xml.isNamed("tab") || xml.isNamed("ptab") {
      paragraphs[last].append(0x09)
    } else if xml.isNamed("br") || xml.isNamed("cr") {
      paragraphs[last].append(0x0A)
    } else if xml.isNamed("noBreakHyphen") {
      paragraphs[last].append(UInt8(ascii: "-"))
    } else if xml.isNamed("sym"), let code = try xml.attribute("char") {
      paragraphs[last] += Array(DocxSymbol.text(code: code, font: try xml.attribute("font") ?? "").utf8)
    }
  }

  private mutating func startControl() throws(XMLFault) {
    if xml.isNamed("sdt") {
      prompts.append(false)
    } else if xml.isNamed("sdtPr") {
      var isPrompt = false
      try forEachProperty { (xml) throws(XMLFault) in
        if xml.isNamed("showingPlcHdr"), try Self.isOn(xml) { isPrompt = true }
      }
      if isPrompt, !prompts.isEmpty { prompts[prompts.count - 1] = true }
    } else if xml.isNamed("sdtContent"), prompts.last == true {
      try xml.skipElement()
    } else if xml.isNamed("altChunk") {
      hasEmbeddedFiles = true
    }
  }

  private mutating func end() {
    if xml.isNamed("txbxContent") {
      if let outside = around.popLast() { here = outside }
      takesText = false
      return
    }
    if xml.isNamed("drawing") || xml.isNamed("pict") || xml.isNamed("object") {
      here.graphics = max(0, here.graphics - 1)
      return
    }
    if xml.isNamed("AlternateContent") {
      _ = choices.popLast()
      return
    }
    if here.graphics > 0 { return }
    if xml.isNamed("t") {
      takesText = false
    } else if xml.isNamed("r") {
      here.runs = max(0, here.runs - 1)
      here.isHidden = false
    } else if xml.isNamed("p") {
      guard let text = paragraphs.popLast(), text.contains(where: { $0 > 0x20 }) else { return }
      add(.text(String(decoding: text, as: UTF8.self)))
    } else if xml.isNamed("tc") {
      guard let cell = cells.popLast(), !rows.isEmpty else { return }
      rows[rows.count - 1].cells.append(cell)
    } else if xml.isNamed("tr") {
      guard let row = rows.popLast(), !row.isGone, !tables.isEmpty else { return }
      if row.cells.contains(where: \.holdsData) { tables[tables.count - 1].holdsData = true }
      tables[tables.count - 1].rows.append(row)
    } else if xml.isNamed("tbl") {
      guard let table = tables.popLast(), !table.rows.isEmpty else { return }
      add(.table(table))
    } else if xml.isNamed("sdt") {
      _ = prompts.popLast()
    }
  }

  private mutating func add(_ piece: Piece) {
    if cells.isEmpty {
      pieces.append(piece)
      return
    }
    if case .table(let table) = piece, table.isData { cells[cells.count - 1].holdsData = true }
    cells[cells.count - 1].pieces.append(piece)
  }

  /// A switch without a value, or with any but 0 and false, is on.
  private static func isOn(_ xml: XMLScanner) throws(XMLFault) -> Bool {
    switch try xml.attribute("val") {
    case "0", "false", "off": false
    default: true
    }
  }

  private static func number(_ xml: XMLScanner) throws(XMLFault) -> Int {
    Int(try xml.attribute("val") ?? "").map { min(max($0, 0), DocxTable.mostColumns) } ?? 1
  }
}

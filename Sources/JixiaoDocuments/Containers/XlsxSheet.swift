/// Goes through the rows of a worksheet that hold something, from top to bottom.
///
/// The declared dimension is ignored: it is often wrong. Blank cells and rows cost their bytes and nothing more.
struct XlsxSheet {
  struct Cell {
    let column: Int
    let text: String
  }

  struct Row {
    let number: Int
    let cells: [Cell]
  }

  private var xml: XMLScanner
  private let workbook: XlsxWorkbook
  /// What stands behind the rows in the file, found before they are read.
  private(set) var merges = XlsxMerges()
  private var hiddenColumns = XlsxHiddenColumns()
  /// Rows with content that the printed sheet does not show, and the first of them.
  private(set) var hiddenRows = 0
  private(set) var firstHiddenRow: Int?
  /// Columns with content that it does not show.
  private(set) var hiddenColumnsSeen: Set<Int> = []
  private var lastRow = 0
  private var shownNumbers = ShownNumbers()
  /// How many cells the row before had.
  private var usualCells = 0

  init(_ xml: XMLScanner, _ workbook: XlsxWorkbook) throws(XMLFault) {
    self.xml = xml
    self.workbook = workbook
    var ahead = xml
    while try ahead.next() != .finish {
      guard ahead.event == .start else { continue }
      if ahead.isNamed("sheetData") {
        try ahead.skipWithoutLooking()
      } else if ahead.isNamed("mergeCell"), let reference = try ahead.attributeRange("ref") {
        merges.add(ahead.bytes[reference])
      } else if ahead.isNamed("col"), Self.isOn(try ahead.attribute("hidden")),
        let from = try ahead.attribute("min").flatMap({ Int($0) }),
        let to = try ahead.attribute("max").flatMap({ Int($0) }), from <= to
      {
        hiddenColumns.add(from...to)
      }
    }
    merges.sort()
    hiddenColumns.sort()
    while try self.xml.next() != .finish, !self.xml.opens("sheetData") {}
  }

  /// The next row that is shown and holds something; nil behind the last one.
  mutating func next() throws(XMLFault) -> Row? {
    while xml.event != .finish, try xml.next() != .finish {
      if xml.closes("sheetData") {
        while try xml.next() != .finish {}
        return nil
      }
      guard xml.opens("row") else { continue }
      let number = try number(of: "r") ?? lastRow + 1
      if number <= lastRow { merges.expectAnyRow() }
      lastRow = number
      let height = try xml.attribute("ht")
      let isHidden = Self.isOn(try xml.attribute("hidden")) || height == "0"
      let cells = try readCells()
      guard !cells.isEmpty else { continue }
      if isHidden {
        hiddenRows += 1
        firstHiddenRow = firstHiddenRow ?? number
        continue
      }
      return Row(number: number, cells: cells)
    }
    return nil
  }

  /// The ranges over the row that was read last.
  mutating func rangesOverRow() -> [XlsxMerges.Range] { merges.over(row: lastRow) }

  private func number(of attribute: StaticString) throws(XMLFault) -> Int? {
    guard let range = try xml.attributeRange(attribute), range.count <= 7 else { return nil }
    var number = 0
    for byte in xml.bytes[range] {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number > 0 ? number : nil
  }

  private mutating func readCells() throws(XMLFault) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    cells.reserveCapacity(usualCells)
    defer { usualCells = min(cells.count, XlsxReader.mostColumns) }
    let depth = xml.depth
    while true {
      let printed: String?
      if let plain = plainCell() {
        column = plain.column ?? column + 1
        xml.pass(to: plain.end)
        printed = plain.value.flatMap { shown($0, of: plain) }
      } else {
        guard try xml.next() != .finish else { break }
        if xml.event == .end, xml.depth < depth { break }
        guard xml.opens("c") else { continue }
        column += 1
        if let range = try xml.attributeRange("r"), let reference = XlsxReference(xml.bytes[range]) {
          column = reference.column
        }
        printed = try readCell()
      }
      guard let text = printed, text.utf8.contains(where: { $0 > 0x20 }) else { continue }
      // A column twice, or backwards: the first stands, as in the programs.
      if let last = cells.last, last.column >= column { continue }
      if hiddenColumns.hold(column) {
        hiddenColumnsSeen.insert(column)
        continue
      }
      cells.append(Cell(column: column, text: text))
    }
    return cells
  }

  /// The next cell where it is a plain one, which the scanner has then still to pass.
  private func plainCell() -> XlsxPlainCell? {
    guard xml.mayPass(2) else { return nil }
    return xml.bytes.withUnsafeBufferPointer { XlsxPlainCell($0, at: xml.tagEnd) }
  }

  /// What a plain cell shows; the same as of any other, found with less work.
  private mutating func shown(_ value: Range<Int>, of cell: XlsxPlainCell) -> String? {
    if cell.isShared {
      var index = 0
      for byte in xml.bytes[value] {
        guard (0x30...0x39).contains(byte), index < 1 << 32 else {
          return shown(Array(xml.bytes[value]), type: UInt8(ascii: "s"), style: cell.style)
        }
        index = index * 10 + Int(byte - 0x30)
      }
      return workbook.strings.indices.contains(index) ? workbook.strings[index] : nil
    }
    if let known = shownNumbers[xml.bytes[value], cell.style] { return known }
    let text = shown(Array(xml.bytes[value]), type: UInt8(ascii: "n"), style: cell.style)
    if let text { shownNumbers[xml.bytes[value], cell.style] = text }
    return text
  }

  /// The cell that has just started, as it is shown; nil for a blank one.
  private mutating func readCell() throws(XMLFault) -> String? {
    let typeRange = try xml.attributeRange("t")
    let type = typeRange.map { xml.bytes[$0.lowerBound] } ?? UInt8(ascii: "n")
    let isInline = typeRange.map { $0.count == 9 } ?? false
    let isText = typeRange.map { $0.count == 3 } ?? false
    let style = try number(of: "s") ?? 0
    let depth = xml.depth
    var value: [UInt8] = []
    var inline: String?
    var isInValue = false
    while try xml.next() != .finish {
      switch xml.event {
      case .start:
        if xml.isNamed("v") {
          isInValue = true
        } else if xml.isNamed("is") {
          inline = try XlsxText.read(&xml)
        } else {
          try xml.skipElement()
        }
      case .end:
        isInValue = false
        if xml.depth < depth {
          if isInline { return inline ?? String(decoding: value, as: UTF8.self) }
          if value.isEmpty { return inline }
          return isText ? XlsxText.unescaped(value) : shown(value, type: type, style: style)
        }
      case .text: if isInValue { try xml.appendText(to: &value) }
      case .finish: break
      }
    }
    return nil
  }

  /// A stored value as the cell shows it, by the first letter of its type.
  private func shown(_ value: [UInt8], type: UInt8, style: Int) -> String? {
    switch type {
    case UInt8(ascii: "s"):
      guard let index = Int(String(decoding: value, as: UTF8.self)), workbook.strings.indices.contains(index)
      else {
        return nil
      }
      return workbook.strings[index]
    case UInt8(ascii: "b"): return value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE"
    case UInt8(ascii: "e"), UInt8(ascii: "d"): return String(decoding: value, as: UTF8.self)
    default:
      let format = workbook.formats.indices.contains(style) ? workbook.formats[style] : .general
      // Whole numbers are most, and need no arithmetic.
      if format.isGeneral, value.count <= 15, value.allSatisfy({ (0x30...0x39).contains($0) }),
        value.first != 0x30 || value.count == 1
      {
        return String(decoding: value, as: UTF8.self)
      }
      guard let number = DecimalText(value) else { return String(decoding: value, as: UTF8.self) }
      return format.text(number, from1904: workbook.from1904)
    }
  }

  private static func isOn(_ value: String?) -> Bool { value == "1" || value == "true" }
}

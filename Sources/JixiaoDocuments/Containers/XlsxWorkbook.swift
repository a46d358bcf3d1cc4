#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a workbook says about its worksheets, styles and dates.
struct XlsxWorkbook {
  struct Worksheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  private(set) var worksheets: [Worksheet] = []
  /// Whether day 0 is 1904-01-01.
  private(set) var from1904 = false
  /// By style number of a cell; plain numbers beyond its end.
  let formats: [NumberFormat]
  let strings: [String]

  init(formats: [NumberFormat], strings: [String], from1904: Bool = false) {
    (self.formats, self.strings, self.from1904) = (formats, strings, from1904)
  }

  init(_ package: OfficePackage, budget: inout ZipInflate.Budget) throws(PackageFault) {
    let relations = try package.relations(of: package.main, budget: &budget)
    let stylesPart = relations.first { $0.kind == "styles" && package.has($0.part) }?.part
    let stringsPart = relations.first { $0.kind == "sharedStrings" && package.has($0.part) }?.part
    formats =
      try stylesPart.map { (part) throws(PackageFault) in
        let xml = try package.scanner(part, budget: &budget)
        do throws(XMLFault) { return try Self.formats(xml) } catch {
          throw PackageFault.xml(part: part, error)
        }
      } ?? []
    strings =
      try stringsPart.map { (part) throws(PackageFault) in
        let xml = try package.scanner(part, budget: &budget)
        do throws(XMLFault) { return try Self.strings(xml) } catch {
          throw PackageFault.xml(part: part, error)
        }
      } ?? []
    var xml = try package.scanner(package.main, budget: &budget)
    do throws(XMLFault) {
      while try xml.next() != .finish {
        if xml.opens("workbookPr") {
          let value = try xml.attribute("date1904")
          from1904 = value == "1" || value == "true"
        }
        guard xml.opens("sheet"), let name = try xml.attribute("name"), let id = try xml.attribute("id"),
          let relation = relations.first(where: { $0.id == id }), relation.kind == "worksheet"
        else { continue }
        let state = try xml.attribute("state")
        worksheets.append(
          Worksheet(name: name, part: relation.part, isHidden: state == "hidden" || state == "veryHidden"))
      }
    } catch { throw .xml(part: package.main, error) }
  }

  private static func formats(_ styles: XMLScanner) throws(XMLFault) -> [NumberFormat] {
    var xml = styles
    var own: [Int: NumberFormat] = [:]
    var formats: [NumberFormat] = []
    var isInCells = false
    while try xml.next() != .finish {
      if xml.isNamed("cellXfs") {
        isInCells = xml.event == .start
      } else if xml.opens("numFmt"), let id = try xml.attribute("numFmtId").flatMap({ Int($0) }) {
        own[id] = NumberFormat(try xml.attribute("formatCode") ?? "General")
      } else if isInCells, xml.opens("xf") {
        let id = try xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
        formats.append(own[id] ?? NumberFormat(builtIn: id))
      }
    }
    return formats
  }

  /// The shared texts; runs are joined, pronunciations left out.
  static func strings(_ table: XMLScanner) throws(XMLFault) -> [String] {
    var xml = table
    var strings: [String] = []
    while true {
      if let plain = XlsxText.plain(xml) {
        strings.append(plain.text)
        xml.pass(to: plain.end)
        continue
      }
      guard try xml.next() != .finish else { break }
      if xml.opens("si") { strings.append(try XlsxText.read(&xml)) }
    }
    return strings
  }
}

/// A text of a workbook, in one piece or in runs.
enum XlsxText {
  /// The next shared text where it is written as nearly all are, `<si><t>…</t></si>`, and where it ends.
  static func plain(_ xml: XMLScanner) -> (text: String, end: Int)? {
    guard xml.mayPass(2) else { return nil }
    let start = xml.tagEnd
    return xml.bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, all.count - start > 32, memcmp(base + start, "<si><t>", 7) == 0,
        let mark = memchr(base + start + 7, Int32(UInt8(ascii: "<")), all.count - start - 7)
      else { return nil }
      let text = UnsafeRawBufferPointer(rebasing: all[(start + 7)..<(UnsafeRawPointer(mark) - base)])
      let end = start + 7 + text.count
      guard all.count - end >= 9, memcmp(mark, "</t></si>", 9) == 0,
        !text.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "_") })
      else { return nil }
      return (String(decoding: text, as: UTF8.self), end + 9)
    }
  }

  /// Reads the element that has just started to its end.
  static func read(_ xml: inout XMLScanner) throws(XMLFault) -> String {
    let depth = xml.depth
    var text: [UInt8] = []
    var takesText = false
    while try xml.next() != .finish {
      switch xml.event {
      case .start:
        if xml.isNamed("rPh") || xml.isNamed("rPr") {
          try xml.skipElement()
        } else {
          takesText = xml.isNamed("t")
        }
      case .end:
        takesText = false
        if xml.depth < depth { return unescaped(text) }
      case .text: if takesText { try xml.appendText(to: &text) }
      case .finish: break
      }
    }
    return unescaped(text)
  }

  /// `_x000D_` stands for a character that XML cannot hold, or holds badly.
  static func unescaped(_ text: [UInt8]) -> String {
    guard let first = text.firstIndex(of: UInt8(ascii: "_")), first + 7 <= text.count else {
      return String(decoding: text, as: UTF8.self)
    }
    var result: [UInt8] = []
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "_"), at + 7 <= text.count, text[at + 1] == UInt8(ascii: "x"),
        text[at + 6] == UInt8(ascii: "_"),
        let code = UInt32(String(decoding: text[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
      {
        result += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
        at += 7
      } else {
        result.append(text[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

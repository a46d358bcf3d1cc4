import Jixiao

/// Cells of a worksheet written anew: the element of each cell and nothing around it.
///
/// A shared text is not touched, since other cells may show it: the cell gets its own text, or its own number.
enum XlsxPatch {
  static func changes(_ xml: XMLScanner, _ edits: [CellEdit]) throws -> [XMLChange] {
    var open: [[Int]: CellEdit] = [:]
    for edit in edits {
      guard let row = edit.place.row, let column = edit.place.column else {
        throw CellRefusal.noCell(edit.place)
      }
      open[[row, column]] = edit
    }
    var changes: [XMLChange] = []
    var xml = xml
    var row = 0
    var column = 0
    while try xml.next() != .finish {
      if xml.opens("row") {
        row = try xml.attribute("r").flatMap { Int($0) } ?? row + 1
        column = 0
      } else if xml.opens("c") {
        column += 1
        if let range = try xml.attributeRange("r"), let reference = XlsxReference(xml.bytes[range]) {
          column = reference.column
        }
        guard let edit = open.removeValue(forKey: [row, column]) else { continue }
        changes.append(try change(&xml, edit))
      }
    }
    if let left = open.values.first { throw CellRefusal.noCell(left.place) }
    return changes
  }

  /// The cell that has just started, with another content.
  private static func change(_ xml: inout XMLScanner, _ edit: CellEdit) throws -> XMLChange {
    let start = xml.tagStart
    let prefix = xml.bytes[(start + 1)..<xml.name.lowerBound]
    let type = try xml.attribute("t") ?? "n"
    var attributes: [UInt8] = []
    for name in ["r", "s"] as [StaticString] {
      guard let range = try xml.attributeRange(name) else { continue }
      attributes += Array(" \(name)=\"".utf8) + xml.bytes[range] + [UInt8(ascii: "\"")]
    }
    let depth = xml.depth
    while try xml.next() != .finish {
      if xml.opens("f") { throw CellRefusal.formula(edit.place) }
      if xml.event == .end, xml.depth < depth { break }
    }
    let isNumber = type == "n" && (try? Exact(parsing: edit.text)) != nil && !edit.text.contains(",")
    func tag(_ name: String, _ attributes: [UInt8], _ content: [UInt8]) -> [UInt8] {
      let name = prefix + Array(name.utf8)
      return Array("<".utf8) + name + attributes + Array(">".utf8) + content + Array("</".utf8) + name
        + Array(">".utf8)
    }
    let cell: [UInt8]
    if edit.text.isEmpty {
      cell = Array("<".utf8) + prefix + Array("c".utf8) + attributes + Array("/>".utf8)
    } else if isNumber {
      cell = tag("c", attributes, tag("v", [], Array(edit.text.utf8)))
    } else {
      let text = tag("t", Array(" xml:space=\"preserve\"".utf8), XMLChange.escaped(edit.text))
      cell = tag("c", attributes + Array(" t=\"inlineStr\"".utf8), tag("is", [], text))
    }
    return XMLChange(range: start..<xml.tagEnd, bytes: cell)
  }
}

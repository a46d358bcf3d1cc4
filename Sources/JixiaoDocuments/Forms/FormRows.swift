import Jixiao

/// Reads the rows of a form that people fill in: CSV with a header, or the same as a JSON array of objects.
public struct FormRows: Sendable {
  /// A row that cannot be used, with its place and what to do.
  public struct Problem: Error, Sendable, Equatable {
    public let line: Int?
    public let text: String

    init(_ line: Int?, _ text: String) {
      self.line = line
      self.text = text
    }
  }

  /// The cells of a row that say something, by column.
  struct Row {
    let line: Int?
    let cells: [String: String]

    /// A position from 1.
    func ordinal(_ name: String, _ language: Language) throws(Problem) -> Int {
      guard let text = cells[name], let number = Int(text.folded), number > 0 else {
        throw Problem(line, language.pick("\(name) 应是从1起的序号", "\(name) must be a position from 1"))
      }
      return number
    }

    func number(_ name: String, _ language: Language) throws(Problem) -> Exact? {
      guard let text = cells[name] else { return nil }
      do { return try Exact(parsing: text.folded) } catch {
        throw Problem(line, "\(name) “\(text)”: \(error.reason(in: language))")
      }
    }
  }

  /// The columns a form may have.
  let columns: [String]
  let required: [String]
  /// The member of a JSON object that may hold the array.
  let member: String
  let language: Language

  /// Reads all rows; the first that has no form at all ends the reading.
  func read(_ bytes: [UInt8]) throws(Problem) -> [Row] {
    let text: [UInt8]
    do { text = try TextEncoding.decoded(bytes).utf8 } catch {
      throw Problem(nil, error.reason(in: language))
    }
    switch text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case nil: throw Problem(nil, language.pick("表是空的", "the file is empty"))
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try jsonRows(text)
    default: return try csvRows(text)
    }
  }

  private func csvRows(_ bytes: [UInt8]) throws(Problem) -> [Row] {
    var records = DelimitedRecords(bytes)
    guard let header = records.next() else { return [] }
    let names = header.fields.map(\.withoutSpace)
    try check(names, line: header.line)
    var rows: [Row] = []
    while let record = records.next() {
      guard record.flaw == nil, record.fields.count == names.count else {
        throw Problem(
          record.line,
          language.pick(
            "这一行有 \(record.fields.count) 列，表头有 \(names.count) 列，或引号不成对",
            "the row has \(record.fields.count) fields, the header \(names.count), or a quote is not closed"))
      }
      var cells: [String: String] = [:]
      for (name, cell) in zip(names, record.fields) {
        let kept = FormulaGuard.removed(from: cell)
        if !kept.withoutSpace.isEmpty { cells[name] = kept }
      }
      rows.append(Row(line: record.line, cells: cells))
    }
    return rows
  }

  private func jsonRows(_ bytes: [UInt8]) throws(Problem) -> [Row] {
    let node: JSONNode
    do { node = try JSONNode(parsing: bytes) } catch { throw Problem(error.line, error.reason(in: language)) }
    guard case .array(let elements) = (node[member] ?? node).value else {
      throw Problem(1, language.pick("应是对象的数组", "expected an array of objects"))
    }
    var rows: [Row] = []
    for element in elements {
      let line = 1 + bytes[..<element.offset].count { $0 == UInt8(ascii: "\n") }
      guard case .object(let members) = element.value else {
        throw Problem(line, language.pick("应是对象", "expected an object"))
      }
      try check(members.map(\.key), line: line)
      var cells: [String: String] = [:]
      for member in members {
        switch member.value.value {
        case .string(let text), .number(let text): cells[member.key] = text
        case .bool(let value): cells[member.key] = value ? "true" : "false"
        case .null: break
        case .array, .object:
          throw Problem(line, language.pick("\(member.key) 应是文字或数", "\(member.key) must be text or a number"))
        }
      }
      rows.append(Row(line: line, cells: cells))
    }
    return rows
  }

  private func check(_ names: [String], line: Int) throws(Problem) {
    for name in names where !columns.contains(name) {
      let nearest = nearestName(to: name, among: columns)
      let zh = nearest.map { "，是否想写 \($0)？" } ?? "，可用：\(columns.joined(separator: "、"))"
      let en = nearest.map { "; did you mean \($0)?" } ?? "; allowed: \(columns.joined(separator: ", "))"
      throw Problem(line, language.pick("不认识的列 \(name)\(zh)", "unknown column \(name)\(en)"))
    }
    for name in required where !names.contains(name) {
      throw Problem(line, language.pick("缺少列 \(name)", "column \(name) is missing"))
    }
  }
}

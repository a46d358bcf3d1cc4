import Jixiao

/// A row of a form that cannot be used, with its line and what to do.
public struct FormProblem: Error, Sendable, Equatable {
  public let line: Int?
  public let text: String

  init(_ line: Int?, _ text: String) {
    self.line = line
    self.text = text
  }
}

/// Reads the rows of a form that speaks of indicators by sheet and position: CSV with a header, or a JSON array of objects.
struct FormRows {
  /// The cells of one row that are not blank.
  struct Row {
    let line: Int?
    let cells: [String: String]

    /// A position from 1.
    func ordinal(_ name: String, _ language: Language) throws(FormProblem) -> Int {
      guard let text = cells[name], let number = Int(text.folded), number > 0 else {
        throw FormProblem(line, language.pick("\(name) 应是从1起的序号", "\(name) must be a position from 1"))
      }
      return number
    }

    /// A decimal; nil for a blank cell.
    func number(_ name: String, _ language: Language) throws(FormProblem) -> Exact? {
      guard let text = cells[name] else { return nil }
      do { return try Exact(parsing: text.folded) } catch {
        throw FormProblem(line, "\(name) “\(text)”: \(error.reason(in: language))")
      }
    }
  }

  /// All that may be there; `sheet` and `indicator` have to be.
  let columns: [String]
  /// The key under which a JSON object holds the array.
  let list: String
  let language: Language

  func read(_ bytes: [UInt8]) throws(FormProblem) -> [Row] {
    let text: [UInt8]
    do { text = try TextEncoding.decoded(bytes).utf8 } catch {
      throw FormProblem(nil, error.reason(in: language))
    }
    switch text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case nil: throw FormProblem(nil, language.pick("表是空的", "the form is empty"))
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try jsonRows(text)
    default: return try csvRows(text)
    }
  }

  private func csvRows(_ bytes: [UInt8]) throws(FormProblem) -> [Row] {
    var records = DelimitedRecords(bytes)
    guard let header = records.next() else { return [] }
    let names = header.fields.map(\.withoutSpace)
    try check(names, line: header.line)
    var rows: [Row] = []
    while let record = records.next() {
      guard record.flaw == nil, record.fields.count == names.count else {
        throw FormProblem(
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

  private func jsonRows(_ bytes: [UInt8]) throws(FormProblem) -> [Row] {
    let node: JSONNode
    do { node = try JSONNode(parsing: bytes) } catch {
      throw FormProblem(error.line, error.reason(in: language))
    }
    guard case .array(let elements) = (node[list] ?? node).value else {
      throw FormProblem(1, language.pick("应是数组，每行一个对象", "expected an array of objects, one a row"))
    }
    var rows: [Row] = []
    for element in elements {
      let line = 1 + bytes[..<element.offset].count { $0 == UInt8(ascii: "\n") }
      guard case .object(let members) = element.value else {
        throw FormProblem(line, language.pick("应是对象", "expected an object"))
      }
      try check(members.map(\.key), line: line)
      var cells: [String: String] = [:]
      for member in members {
        switch member.value.value {
        case .string(let text), .number(let text): cells[member.key] = text
        case .bool(let value): cells[member.key] = value ? "true" : "false"
        case .null: break
        case .array, .object:
          throw FormProblem(
            line, language.pick("\(member.key) 应是文字或数", "\(member.key) must be text or a number"))
        }
      }
      rows.append(Row(line: line, cells: cells))
    }
    return rows
  }

  private func check(_ names: [String], line: Int) throws(FormProblem) {
    for name in names where !columns.contains(name) {
      let nearest = nearestName(to: name, among: columns)
      let zh = nearest.map { "，是否想写 \($0)？" } ?? "，可用：\(columns.joined(separator: "、"))"
      let en = nearest.map { "; did you mean \($0)?" } ?? "; allowed: \(columns.joined(separator: ", "))"
      throw FormProblem(line, language.pick("不认识的列 \(name)\(zh)", "unknown column \(name)\(en)"))
    }
    for name in ["sheet", "indicator"] where !names.contains(name) {
      throw FormProblem(line, language.pick("缺少列 \(name)", "column \(name) is missing"))
    }
  }
}

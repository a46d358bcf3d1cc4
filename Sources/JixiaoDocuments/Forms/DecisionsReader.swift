import Jixiao

/// Reads an evaluator's decisions: the CSV form that `score --write-decisions` writes, or the same as a JSON array.
///
/// Needed are `sheet` and `indicator`; `file`, `awarded`, `notApplicable`, `deduct`, `reason` and `by` may be there, and the
/// form's other columns only help whoever fills it in.
public struct DecisionsReader: Sendable {
  /// A row that cannot be used, with its place and what to do.
  public struct Problem: Error, Sendable, Equatable {
    public let line: Int?
    public let text: String

    init(_ line: Int?, _ text: String) {
      self.line = line
      self.text = text
    }
  }

  /// The columns of the form, in order; those after `indicator` and before `awarded` are for the reader's eye.
  public static let columns = [
    "file", "sheet", "indicator", "level3", "target", "actual", "weight", "low", "high", "why", "awarded",
    "notApplicable", "deduct", "reason", "by",
  ]

  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// - Returns: the decisions that say something, and the rows that cannot be used.
  public func read(_ bytes: [UInt8]) -> (decisions: [Decision], problems: [Problem]) {
    let text: [UInt8]
    do { text = try TextEncoding.decoded(bytes).utf8 } catch {
      return ([], [Problem(nil, error.reason(in: language))])
    }
    let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let rows: [Row]
    switch first {
    case nil: return ([], [Problem(nil, language.pick("决定表是空的", "the decisions file is empty"))])
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      do { rows = try jsonRows(text) } catch { return ([], [error]) }
    default:
      do { rows = try csvRows(text) } catch { return ([], [error]) }
    }
    var decisions: [Decision] = []
    var problems: [Problem] = []
    for row in rows {
      do {
        let decision = try decision(row)
        if !decision.isEmpty { decisions.append(decision) }
      } catch {
        problems.append(error)
      }
    }
    return (decisions, problems)
  }

  private struct Row {
    let line: Int?
    let cells: [String: String]
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
    guard case .array(let elements) = (node["decisions"] ?? node).value else {
      throw Problem(1, language.pick("应是决定的数组", "expected an array of decisions"))
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
    for name in names where !Self.columns.contains(name) {
      let nearest = nearestName(to: name, among: Self.columns)
      let zh = nearest.map { "，是否想写 \($0)？" } ?? "，可用：\(Self.columns.joined(separator: "、"))"
      let en = nearest.map { "; did you mean \($0)?" } ?? "; allowed: \(Self.columns.joined(separator: ", "))"
      throw Problem(line, language.pick("不认识的列 \(name)\(zh)", "unknown column \(name)\(en)"))
    }
    for name in ["sheet", "indicator"] where !names.contains(name) {
      throw Problem(line, language.pick("缺少列 \(name)", "column \(name) is missing"))
    }
  }

  private func decision(_ row: Row) throws(Problem) -> Decision {
    func ordinal(_ name: String) throws(Problem) -> Int {
      guard let text = row.cells[name], let number = Int(text.folded), number > 0 else {
        throw Problem(row.line, language.pick("\(name) 应是从1起的序号", "\(name) must be a position from 1"))
      }
      return number
    }
    func number(_ name: String) throws(Problem) -> Exact? {
      guard let text = row.cells[name] else { return nil }
      do { return try Exact(parsing: text.folded) } catch {
        throw Problem(row.line, "\(name) “\(text)”: \(error.reason(in: language))")
      }
    }
    var notApplicable = false
    if let flag = row.cells["notApplicable"] {
      switch flag.folded.lowercased() {
      case "true", "1", "是", "yes": notApplicable = true
      case "false", "0", "否", "no": break
      default:
        throw Problem(
          row.line,
          language.pick(
            "notApplicable 应是 true 或 false，实为 \(flag)", "notApplicable must be true or false, found \(flag)"))
      }
    }
    return Decision(
      file: row.cells["file"], sheet: try ordinal("sheet"), indicator: try ordinal("indicator"),
      awarded: try number("awarded"), notApplicable: notApplicable, deduct: try number("deduct"),
      reason: row.cells["reason"], by: row.cells["by"])
  }
}

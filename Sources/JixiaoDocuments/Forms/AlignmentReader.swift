import Jixiao

/// Reads an alignment: the CSV that `compare --write-align` writes, or the same as JSON with bodies that are one.
///
/// ```json
/// {"names": [{"family": "慰问人数", "name": "慰问职工人数"}], "organizations": [{"organization": "总工会部门", "to": "渠县总工会"}]}
/// ```
public struct AlignmentReader: Sendable {
  private static let columns = ["family", "name", "head", "measure", "direction", "similarity", "count"]
  private static let organizationColumns = ["organization", "to"]

  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  public func read(_ bytes: [UInt8], file: String) throws(AlignmentError) -> AlignmentFile {
    let text: [UInt8]
    do { text = try TextEncoding.decoded(bytes).utf8 } catch {
      throw AlignmentError(file: file, .unreadable(error.reason(in: language)))
    }
    switch text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case nil: throw AlignmentError(file: file, .unreadable(language.pick("对应表是空的", "the alignment is empty")))
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try json(text, file)
    default: return try csv(text, file)
    }
  }

  private func csv(_ bytes: [UInt8], _ file: String) throws(AlignmentError) -> AlignmentFile {
    var records = DelimitedRecords(bytes)
    var alignment = AlignmentFile(file: file, rows: [])
    guard let header = records.next() else { return alignment }
    let names = header.fields.map(\.withoutSpace)
    try check(names, among: Self.columns, file, header.line)
    while let record = records.next() {
      guard record.flaw == nil, record.fields.count == names.count else {
        throw AlignmentError(
          file: file, line: record.line,
          .unreadable(
            language.pick(
              "这一行有 \(record.fields.count) 列，表头有 \(names.count) 列，或引号不成对",
              "the row has \(record.fields.count) fields, the header \(names.count), or a quote is not closed"
            )))
      }
      var cells: [String: String] = [:]
      for (name, cell) in zip(names, record.fields) {
        let kept = FormulaGuard.removed(from: cell).withoutSpace
        if !kept.isEmpty { cells[name] = kept }
      }
      if let row = try row(cells, file, record.line) { alignment.rows.append(row) }
    }
    return alignment
  }

  private func json(_ bytes: [UInt8], _ file: String) throws(AlignmentError) -> AlignmentFile {
    let node: JSONNode
    do { node = try JSONNode(parsing: bytes) } catch {
      throw AlignmentError(file: file, line: error.line, .unreadable(error.reason(in: language)))
    }
    func line(_ node: JSONNode) -> Int { 1 + bytes[..<node.offset].count { $0 == UInt8(ascii: "\n") } }
    var alignment = AlignmentFile(file: file, rows: [])
    if case .object(let members) = node.value {
      try check(members.map(\.key), among: ["names", "organizations"], file, line(node), required: [])
    }
    for element in try elements(node["names"] ?? node, file, line) {
      let cells = try cells(element, among: Self.columns, file, line)
      if let row = try row(cells, file, line(element)) { alignment.rows.append(row) }
    }
    for element in try node["organizations"].map({ (node) throws(AlignmentError) in
      try elements(node, file, line)
    }) ?? [] {
      let cells = try cells(element, among: Self.organizationColumns, file, line)
      guard let organization = cells["organization"], let to = cells["to"] else { continue }
      alignment.organizations.append(.init(organization: organization, to: to, line: line(element)))
    }
    return alignment
  }

  private func elements(
    _ node: JSONNode, _ file: String, _ line: (JSONNode) -> Int
  ) throws(AlignmentError) -> [JSONNode] {
    if case .array(let elements) = node.value { return elements }
    // An object that has bodies only.
    if case .object(let members) = node.value, members.allSatisfy({ $0.key == "organizations" }) { return [] }
    throw AlignmentError(
      file: file, line: line(node), .unreadable(language.pick("应是数组", "expected an array")))
  }

  private func cells(
    _ node: JSONNode, among columns: [String], _ file: String, _ line: (JSONNode) -> Int
  ) throws(AlignmentError) -> [String: String] {
    guard case .object(let members) = node.value else {
      throw AlignmentError(
        file: file, line: line(node), .unreadable(language.pick("应是对象", "expected an object")))
    }
    try check(members.map(\.key), among: columns, file, line(node), required: Array(columns.prefix(2)))
    var cells: [String: String] = [:]
    for member in members {
      switch member.value.value {
      case .string(let text), .number(let text): cells[member.key] = text.withoutSpace
      default: break
      }
    }
    return cells
  }

  private func check(
    _ names: [String], among columns: [String], _ file: String, _ line: Int,
    required: [String] = ["family", "name"]
  ) throws(AlignmentError) {
    for name in names where !columns.contains(name) {
      let zh =
        nearestName(to: name, among: columns).map { "是否想写 \($0)？" } ?? "可用：\(columns.joined(separator: "、"))"
      let en =
        nearestName(to: name, among: columns).map { "did you mean \($0)?" }
        ?? "allowed: \(columns.joined(separator: ", "))"
      throw AlignmentError(
        file: file, line: line,
        .unreadable(language.pick("不认识的列 \(name)，\(zh)", "unknown column \(name); \(en)")))
    }
    for name in required where !names.contains(name) {
      throw AlignmentError(
        file: file, line: line, .unreadable(language.pick("缺少列 \(name)", "column \(name) is missing")))
    }
  }

  /// Nil for a row without family or name.
  private func row(
    _ cells: [String: String], _ file: String, _ line: Int
  ) throws(AlignmentError) -> AlignmentFile.Row? {
    guard let family = cells["family"], let name = cells["name"] else { return nil }
    func word<Word: RawRepresentable<String> & CaseIterable>(
      _ key: String, _: Word.Type
    ) throws(AlignmentError) -> Word? {
      guard let text = cells[key] else { return nil }
      if let word = Word(rawValue: text) { return word }
      let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw AlignmentError(
        file: file, line: line,
        .unreadable(
          language.pick(
            "\(key) 应是 \(allowed) 之一，实为 \(text)", "\(key) must be one of \(allowed), found \(text)")))
    }
    return AlignmentFile.Row(
      family: family, name: name, head: cells["head"],
      measure: try word("measure", ComparisonWords.Measure.self),
      polarity: try word("direction", ComparisonWords.Polarity.self), line: line)
  }
}

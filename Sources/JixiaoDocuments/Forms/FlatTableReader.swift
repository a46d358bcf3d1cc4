import Jixiao

/// The flat table: CSV with a header, one indicator a row, the rows of one sheet adjacent.
///
/// Columns in any order, by English name or Chinese heading; `sheet`, `level3`, `operator`, `target` and `weight` are
/// needed. A row that breaks a rule is reported with its place, the rest is read.
struct FlatTableReader: DocumentFormat {
  let name = "flat-csv"

  func recognise(_ input: ReaderInput) -> Recognition {
    var records = DelimitedRecords(input.bytes)
    let names = records.next()?.fields ?? []
    if Self.isHeader(names, input.vocabulary.sheets) { return .own }
    return .foreign(
      "首行不是含 sheet（表号）、level3（三级指标）的 CSV 表头", "the first line is no CSV header with sheet and level3")
  }

  /// Whether a row is the header of a flat table, the needed columns being there or not.
  static func isHeader(_ names: [String], _ words: SheetWords) -> Bool {
    let known = names.compactMap { words.flatColumn($0) }
    return known.contains(.flat(.sheet)) && known.contains(.field(.level3)) && known.count >= 3
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    var records = DelimitedRecords(input.bytes)
    guard let header = records.next() else { throw ReadError(file: input.file, .empty) }
    let columns = FlatColumns(header.fields, words: input.vocabulary.sheets)
    if let missing = columns.missing {
      throw ReadError(file: input.file, place: Place(line: header.line), .broken(reader: name, why: missing))
    }
    var table = FlatTable(columns: columns, input: input)
    var count = 0
    while let record = records.next() {
      count += 1
      if count > input.limits.rows {
        throw ReadError(
          file: input.file, place: Place(line: record.line), .tooManyRows(limit: input.limits.rows))
      }
      table.add(record)
    }
    var document = Document(file: input.file, sha256: input.sha256, reader: name, sheets: table.finished())
    document.unread = table.unread
    if !columns.unknown.isEmpty {
      let list = columns.unknown.joined(separator: "、")
      document.notices = [
        input.language.pick("不认识的列未使用：\(list)", "unknown columns were not used: \(list)")
      ]
    }
    return Reading(documents: [document])
  }
}

/// Which column of a flat table holds what.
struct FlatColumns {
  private(set) var fields: [Indicator.Field: Int] = [:]
  private(set) var flat: [SheetWords.FlatField: Int] = [:]
  private(set) var unknown: [String] = []
  let count: Int
  private var doubled: [String] = []

  init(_ header: [String], words: SheetWords) {
    count = header.count
    for (index, heading) in header.enumerated() {
      switch words.flatColumn(heading) {
      case .field(let field)?:
        if fields.updateValue(index, forKey: field) != nil { doubled.append(heading) }
      case .flat(let field)?:
        if flat.updateValue(index, forKey: field) != nil { doubled.append(heading) }
      case .other?: break
      case nil: if !heading.withoutSpace.isEmpty { unknown.append(heading.withoutSpace) }
      }
    }
  }

  /// What keeps the header from being usable; nil where nothing does.
  var missing: BothLanguages? {
    if !doubled.isEmpty {
      let list = doubled.joined(separator: ", ")
      return BothLanguages(zh: "同一内容有两列：\(list)", en: "two columns hold the same: \(list)")
    }
    var missing: [String] = flat[.sheet] == nil ? ["sheet（表号）"] : []
    let needed: [(Indicator.Field, String)] = [
      (.level3, "level3（三级指标）"), (.operator, "operator（指标性质）"), (.target, "target（指标值）"),
      (.weight, "weight（分值）"),
    ]
    missing += needed.filter { fields[$0.0] == nil }.map(\.1)
    if missing.isEmpty { return nil }
    let list = missing.joined(separator: "、")
    return BothLanguages(zh: "缺少列：\(list)", en: "missing columns: \(list)")
  }
}

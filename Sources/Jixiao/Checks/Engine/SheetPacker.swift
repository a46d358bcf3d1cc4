/// Sheets as bytes: what is kept of each until the checks between sheets are run.
///
/// Nothing is left out, so that those checks see the sheet itself; an indicator takes about 120 bytes rather than 1,000.
/// Texts that recur (levels, units, rules, organisations) are kept once a batch.
public struct PackedSheets: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var texts: [String] = []
  private var facts = PackedFacts()
  /// The first row of each sheet among all.
  private var rows: [Int] = []

  /// The sheets as they were.
  public var sheets: [Sheet] { starts.indices.map { self[$0] } }

  /// Packs sheets with what the words of their rows say.
  init(_ sheets: [CheckSheet]) {
    self.init(sheets.lazy.map(\.sheet))
    var count = 0
    for sheet in sheets {
      rows.append(count)
      count += sheet.rows.count
      for row in sheet.rows { facts.append(row.facts) }
    }
  }

  /// A sheet for the checks between sheets.
  func checkSheet(_ index: Int, _ tools: CheckTools) -> CheckSheet {
    let sheet = self[index]
    let facts = rows.isEmpty ? nil : sheet.indicators.indices.map { self.facts[rows[index] + $0] }
    return CheckSheet(sheet, tools, facts: facts, looksForShifts: false)
  }

  /// Packs sheets one after the other; for the thread that reads them.
  public init(_ sheets: some Collection<Sheet>) {
    var packer = SheetPacker()
    starts.reserveCapacity(sheets.count)
    for sheet in sheets {
      starts.append(packer.bytes.count)
      packer.add(sheet)
    }
    // Held long: no room is left for growing.
    bytes = Array(packer.bytes)
    texts = packer.texts
  }

  subscript(index: Int) -> Sheet {
    bytes.withUnsafeBufferPointer { buffer in
      var unpacker = SheetUnpacker(bytes: buffer, at: starts[index], texts: texts)
      return unpacker.sheet()
    }
  }
}

/// Writes sheets as bytes; `SheetUnpacker` reads the same fields in the same order.
struct SheetPacker {
  private(set) var bytes: [UInt8] = []
  private(set) var texts: [String] = []
  private var numbers: [ByteText: Int] = [:]

  // `allCases` makes a new array each time.
  static let kinds = Sheet.Kind.allCases
  static let relations = Relation.allCases
  static let fields = Indicator.Field.allCases

  mutating func add(_ sheet: Sheet) {
    add(sheet.ordinal)
    add(sheet.id)
    add(SheetPacker.kinds.firstIndex(of: sheet.kind) ?? 0)
    add(optional: sheet.year)
    add(recurring: sheet.organization)
    add(sheet.project)
    let funds = sheet.funds
    add(recurring: funds.unit)
    for amount in [
      funds.total, funds.fiscal, funds.other, funds.superior, funds.local, funds.initial, funds.adjusted,
      funds.executed, funds.weight, funds.claimed,
    ] { add(amount) }
    add(funds.rate)
    add(sheet.objective)
    add(sheet.subtotals.count)
    for subtotal in sheet.subtotals {
      add(recurring: subtotal.level1)
      add(subtotal.weight)
    }
    add(sheet.totalClaimed)
    add(sheet.gradeClaimed)
    add(sheet.isReadInPart ? 1 : 0)
    add(sheet.place)
    add(sheet.indicators.count)
    sheet.indicators.withUnsafeBufferPointer { indicators in
      guard let first = indicators.baseAddress else { return }
      for index in indicators.indices { add(first + index) }
    }
  }

  /// By its address, because an indicator handed over is copied with a dozen texts.
  private mutating func add(_ indicator: UnsafePointer<Indicator>) {
    add(indicator.pointee.ordinal)
    add(recurring: indicator.pointee.level1)
    add(recurring: indicator.pointee.level2)
    add(indicator.pointee.level3)
    add(indicator.pointee.target.printed)
    add(optional: indicator.pointee.target.relation.flatMap { SheetPacker.relations.firstIndex(of: $0) })
    add(indicator.pointee.target.value)
    add(indicator.pointee.target.upper)
    add(indicator.pointee.target.deadline == nil ? 0 : 1)
    if let deadline = indicator.pointee.target.deadline {
      add(optional: deadline.year)
      add(optional: deadline.month)
      add(optional: deadline.day)
    }
    add(recurring: indicator.pointee.target.unit)
    add(indicator.pointee.weight)
    add(recurring: indicator.pointee.basis)
    add(indicator.pointee.previous)
    add(recurring: indicator.pointee.rule)
    add(recurring: indicator.pointee.evidence)
    add(indicator.pointee.actual)
    add(indicator.pointee.claimed)
    add(indicator.pointee.reason)
    add(indicator.pointee.awarded)
    add(indicator.pointee.notApplicable ? 1 : 0)
    add(indicator.pointee.place)
    let count = bytes.count
    bytes.append(0)
    indicator.pointee.places.forEach { field, place in
      bytes[count] += 1
      bytes.append(UInt8(field))
      add(place)
    }
  }

  private mutating func add(_ number: Int) {
    bytes.append(addingCapacity: 10) { $0.append(packed: number) }
  }

  /// One more than a count or an ordinal, and 0 for nil; what is kept here is never negative but for odd input.
  private mutating func add(optional number: Int?) {
    guard let number else {
      bytes.append(0)
      return
    }
    bytes.append(1)
    add(number)
  }

  private mutating func add(_ text: String?) {
    guard var text else {
      add(-1)
      return
    }
    add(text.utf8.count)
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func add(recurring text: String?) {
    guard let text else {
      add(-1)
      return
    }
    let key = ByteText(text)
    if let number = numbers[key] {
      add(number)
      return
    }
    numbers[key] = texts.count
    add(texts.count)
    texts.append(text)
  }

  private mutating func add(_ number: Exact?) {
    guard let number else {
      bytes.append(0xFF)
      return
    }
    // Numbers of sheets hardly ever need their upper word; 0x80 says that it follows.
    let isShort = number.high == Int64(bitPattern: number.low) >> 63
    bytes.append(number.places | (isShort ? 0 : 0x80))
    if isShort {
      add(Int(Int64(bitPattern: number.low)))
    } else {
      add(Int(number.high))
      add(Int(Int64(bitPattern: number.low)))
    }
  }

  private mutating func add(_ place: Place) {
    var present: UInt8 = place.worksheet == nil ? 0 : 0x80
    if place.page != nil { present |= 1 }
    if place.line != nil { present |= 2 }
    if place.table != nil { present |= 4 }
    if place.row != nil { present |= 8 }
    if place.column != nil { present |= 16 }
    if place.offset != nil { present |= 32 }
    bytes.append(addingCapacity: 64) { bytes in
      bytes.append(present)
      if let page = place.page { bytes.append(packed: page) }
      if let line = place.line { bytes.append(packed: line) }
      if let table = place.table { bytes.append(packed: table) }
      if let row = place.row { bytes.append(packed: row) }
      if let column = place.column { bytes.append(packed: column) }
      if let offset = place.offset { bytes.append(packed: offset) }
    }
    if place.worksheet != nil { add(recurring: place.worksheet) }
  }
}

extension OutputSpan<UInt8> {
  /// At most ten bytes: a number of any sign, seven bits a byte, small ones first.
  fileprivate mutating func append(packed number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

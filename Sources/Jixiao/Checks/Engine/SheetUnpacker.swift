/// Reads what `SheetPacker` wrote, which is never anyone else's bytes.
struct SheetUnpacker {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  private let texts: [String]

  init(bytes: UnsafeBufferPointer<UInt8>, at: Int, texts: [String]) {
    self.bytes = bytes
    self.at = at
    self.texts = texts
  }

  mutating func sheet() -> Sheet {
    var sheet = Sheet(ordinal: number(), kind: .projectTarget)
    sheet.id = text()
    sheet.kind = SheetPacker.kinds[number()]
    sheet.year = optionalNumber()
    sheet.organization = recurring()
    sheet.project = text()
    sheet.funds.unit = recurring()
    sheet.funds.total = exact()
    sheet.funds.fiscal = exact()
    sheet.funds.other = exact()
    sheet.funds.superior = exact()
    sheet.funds.local = exact()
    sheet.funds.initial = exact()
    sheet.funds.adjusted = exact()
    sheet.funds.executed = exact()
    sheet.funds.weight = exact()
    sheet.funds.claimed = exact()
    sheet.funds.rate = text()
    sheet.objective = text()
    for _ in 0..<number() {
      let level1 = recurring() ?? ""
      sheet.subtotals.append(Sheet.Subtotal(level1: level1, weight: exact() ?? .zero))
    }
    sheet.totalClaimed = exact()
    sheet.gradeClaimed = text()
    sheet.isReadInPart = number() == 1
    sheet.place = place()
    let count = number()
    sheet.indicators.reserveCapacity(count)
    for _ in 0..<count { sheet.indicators.append(indicator()) }
    return sheet
  }

  private mutating func indicator() -> Indicator {
    var indicator = Indicator(ordinal: number())
    indicator.level1 = recurring()
    indicator.level2 = recurring()
    indicator.level3 = text()
    indicator.target.printed = text()
    indicator.target.relation = optionalNumber().map { SheetPacker.relations[$0] }
    indicator.target.value = exact()
    indicator.target.upper = exact()
    if number() == 1 {
      let year = optionalNumber(), month = optionalNumber()
      indicator.target.deadline = CalendarDate(year: year, month: month, day: optionalNumber())
    }
    indicator.target.unit = recurring()
    indicator.weight = exact()
    indicator.basis = recurring()
    indicator.previous = text()
    indicator.rule = recurring()
    indicator.evidence = recurring()
    indicator.actual = text()
    indicator.claimed = exact()
    indicator.reason = text()
    indicator.awarded = exact()
    indicator.notApplicable = number() == 1
    indicator.place = place()
    let count = Int(bytes[at])
    at += 1
    if count > 0 { indicator.places.reserveCapacity(count) }
    for _ in 0..<count {
      let field = SheetPacker.fields[Int(bytes[at])]
      at += 1
      indicator.places.add(field, at: place())
    }
    return indicator
  }

  private mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  private mutating func optionalNumber() -> Int? {
    at += 1
    return bytes[at - 1] == 0 ? nil : number()
  }

  private mutating func text() -> String? {
    let count = number()
    if count < 0 { return nil }
    at += count
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[(at - count)..<at]), as: UTF8.self)
  }

  private mutating func recurring() -> String? {
    let index = number()
    return index < 0 ? nil : texts[index]
  }

  private mutating func exact() -> Exact? {
    let mark = bytes[at]
    at += 1
    if mark == 0xFF { return nil }
    if mark & 0x80 == 0 { return Exact(coefficient: Int128(number()), places: mark) }
    let high = number()
    let low = UInt64(bitPattern: Int64(number()))
    return Exact(coefficient: Int128(high) << 64 | Int128(low), places: mark & 0x7F)
  }

  private mutating func place() -> Place {
    let present = bytes[at]
    at += 1
    var place = Place()
    if present & 1 != 0 { place.page = number() }
    if present & 2 != 0 { place.line = number() }
    if present & 4 != 0 { place.table = number() }
    if present & 8 != 0 { place.row = number() }
    if present & 16 != 0 { place.column = number() }
    if present & 32 != 0 { place.offset = number() }
    if present & 0x80 != 0 { place.worksheet = recurring() }
    return place
  }
}

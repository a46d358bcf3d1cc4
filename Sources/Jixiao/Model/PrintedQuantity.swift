/// A number as a cell prints it, with the sign before or after it and the unit behind it.
///
/// Reads `≥95%`, `‘=100％`, `2,004.85万元`, `90%以上`, `80%-90%`, `控制在5万元以内`. Refuses text in which anything but sign,
/// number and unit stands, so that words are never taken for a quantity: `9%0`, `20余人`, `15日前` and `1e9` are words.
struct PrintedQuantity: Sendable, Hashable {
  var relation: Relation?
  var value: Exact
  var upper: Exact?
  /// As printed, without white space.
  var unit: String?
  /// Written as a month or a span of years may be, `2023.07` or `2024-2025`, and without a unit that says otherwise.
  var mayBePeriod: Bool

  init?(_ printed: String, spellings: RelationSpellings) {
    guard let sign = Sign(printed, spellings: spellings), let first = Self.leadingNumber(sign.rest) else {
      return nil
    }
    relation = sign.relation
    value = first.value
    var unit = first.rest
    var lastNumber = first
    if let range = Self.range(after: first, spellings) {
      guard sign.allowsRange, first.value <= range.value else { return nil }
      relation = .range
      upper = range.value
      unit = range.rest
      lastNumber = range
    }
    if let plain = Self.withoutRemark(unit, isRange: upper != nil, spellings) { unit = plain }
    guard Self.canBeUnit(unit, spellings) else { return nil }
    let isYears = Self.isYear(first.digits) && Self.isYear(lastNumber.digits)
    if upper != nil, Self.calendarUnits.contains(String(unit)), isYears || !unit.hasPrefix("年") { return nil }
    mayBePeriod = unit.isEmpty && (upper != nil && isYears || Self.isYearAndMonth(first.digits))
    self.unit = unit.isEmpty ? nil : String(unit)
  }

  /// A range of these is a stretch of the calendar (1-12月, 2024-2025年), not a bound on a number.
  private static let calendarUnits: Set<String> = ["年", "年度", "月", "日", "号"]

  private typealias Number = (value: Exact, digits: Substring, rest: Substring)

  /// The second number of `80%-90%` or `80-90%`; nil where the text is no range.
  private static func range(after first: Number, _ spellings: RelationSpellings) -> Number? {
    if first.rest.isEmpty { return nil }
    for sign in spellings.rangeSigns {
      guard let place = first.rest.firstRange(of: sign),
        let second = leadingNumber(first.rest[place.upperBound...]), second.digits.first?.isNumber == true
      else { continue }
      // The unit may stand after both numbers or only after the second.
      let unit = first.rest[..<place.lowerBound]
      let after = withoutRemark(second.rest, isRange: true, spellings) ?? second.rest
      if unit.isEmpty || unit == after { return second }
    }
    return nil
  }

  /// The decimal a text begins with, as printed, and what follows it.
  private static func leadingNumber(_ text: Substring) -> Number? {
    var end = text.startIndex
    if let first = text.first, first == "-" || first == "+" { end = text.index(after: end) }
    while end < text.endIndex, text[end].isASCII, text[end].isNumber || text[end] == "." || text[end] == "," {
      end = text.index(after: end)
    }
    let digits = text[..<end]
    guard let value = try? Exact(parsing: digits) else { return nil }
    return (value, digits, text[end...])
  }

  /// The unit without a word that adds nothing to it, `%覆盖` or `天之间`; nil where there is none.
  private static func withoutRemark(_ unit: Substring, isRange: Bool, _ spellings: RelationSpellings)
    -> Substring?
  {
    if unit.isEmpty { return nil }
    guard let remark = spellings.remarks.first(where: { unit.hasSuffix($0) }) else { return nil }
    let stem = unit.dropLast(remark.count)
    return isRange || stem == "%" || stem == "‰" ? stem : nil
  }

  /// What may stand behind a number: a short name without sentence marks, without a second number, and without the
  /// words that would make a deadline or an estimate of it.
  private static func canBeUnit(_ text: Substring, _ spellings: RelationSpellings) -> Bool {
    if text.isEmpty || text == "%" { return true }
    if text.count > (text.contains("/") ? 12 : 6) { return false }
    if let first = text.first, "-+.,".contains(first) { return false }
    if text.contains(where: { "，。；：、,;:!?！？<>=≥≤“”\"".contains($0) }) { return false }
    if spellings.notInUnit.contains(where: { text.contains($0) }) { return false }
    // The only digits of a unit are the powers of a length: m2, km2, m3. (百 and 万 are numbers to Unicode, not here.)
    var before: Character?
    for character in text {
      if character.isASCII, character.isNumber {
        guard before == "m", character == "2" || character == "3" else { return false }
      }
      before = character
    }
    return true
  }

  private static func isYear(_ digits: Substring) -> Bool {
    digits.count == 4 && digits.allSatisfy(\.isNumber) && (digits.hasPrefix("19") || digits.hasPrefix("20"))
  }

  private static func isYearAndMonth(_ digits: Substring) -> Bool {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, isYear(parts[0]), parts[1].count == 2, let month = Int(parts[1]) else {
      return false
    }
    return (1...12).contains(month)
  }
}

extension PrintedQuantity {
  /// The sign of a cell and the text that is left without it.
  private struct Sign {
    var relation: Relation?
    /// No sign, an equals sign, or one that fits both a bound and a range: 控制在.
    var allowsRange = true
    var rest: Substring

    /// Nil where the signs before and after the number contradict each other: `≤90%以上`.
    init?(_ printed: String, spellings: RelationSpellings) {
      rest = PrintedQuantity.withoutQuotes(printed.folded, spellings)
      if let sign = spellings.sign(before: rest) {
        let meanings = spellings.before.filter { $0.text == sign.text }.map(\.relation)
        if meanings.contains(.qualitative) { return nil }
        relation = meanings.first { $0 != .range }
        allowsRange = meanings.contains(.range) || relation == .equalTo
        rest = PrintedQuantity.withoutQuotes(rest.dropFirst(sign.text.count), spellings)
      }
      guard let ending = spellings.ending(of: rest) else { return }
      if let relation {
        // ≥90%以上 and 不超过5天以内 say the same twice; the sign before the number is the more exact one.
        guard relation.isFloor == ending.relation.isFloor, relation.isCeiling == ending.relation.isCeiling
        else { return nil }
      }
      relation = relation ?? ending.relation
      allowsRange = false
      rest = rest.dropLast(ending.text.count)
    }
  }

  /// The text without quotation marks around it and sentence marks after it.
  private static func withoutQuotes(_ text: some StringProtocol, _ spellings: RelationSpellings) -> Substring
  {
    var text = Substring(text)
    while let first = text.first, spellings.quotes.contains(first) { text = text.dropFirst() }
    while let last = text.last, spellings.quotes.contains(last) || "。;".contains(last) {
      text = text.dropLast()
    }
    return text
  }

  /// Why a cell that begins with sign and digits holds no usable number: 60 digits, or more than 18 places.
  ///
  /// - Returns: nil for words, and for numbers that can be read.
  static func numberError(in printed: String, spellings: RelationSpellings) -> ExactError? {
    guard let sign = Sign(printed, spellings: spellings) else { return nil }
    let digits = sign.rest.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
    do {
      _ = try Exact(parsing: digits)
      return nil
    } catch {
      return error == .tooManyDigits || error == .tooManyPlaces ? error : nil
    }
  }
}

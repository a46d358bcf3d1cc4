/// A number as a cell prints it, with the sign before or after it and the unit behind it.
///
/// Reads `≥95%`, `‘=100％`, `2,004.85万元`, `90%以上`, `80%-90%`, `控制在5万元以内`. Refuses text in which anything but sign,
/// number and unit stands, so that words are never taken for a quantity.
struct PrintedQuantity: Sendable, Hashable {
  var relation: Relation?
  var value: Exact
  var upper: Exact?
  /// As printed, without white space.
  var unit: String?

  init?(_ printed: String, spellings: RelationSpellings) {
    var text = Substring(printed.folded)
    while let first = text.first, spellings.quotes.contains(first) { text = text.dropFirst() }
    while let last = text.last, spellings.quotes.contains(last) { text = text.dropLast() }
    if let sign = spellings.before.first(where: { text.hasPrefix($0.text) }) {
      relation = sign.relation
      text = text.dropFirst(sign.text.count)
      while let first = text.first, spellings.quotes.contains(first) { text = text.dropFirst() }
    }
    if let ending = spellings.after.first(where: { text.hasSuffix($0.text) && text.count > $0.text.count }) {
      let stem = text.dropLast(ending.text.count)
      // 控制在…以内 says ≤ twice; 以上 after another sign would contradict it and stays part of the text.
      if relation == nil || relation == ending.relation {
        relation = ending.relation
        text = stem
      }
    }
    guard let first = Self.leadingNumber(text) else { return nil }
    text = first.rest
    var unit = text
    if let sign = spellings.rangeSigns.first(where: { Self.isRangeSign($0, in: text) }),
      let split = Self.split(text, at: sign), let second = Self.leadingNumber(split.after)
    {
      // The unit may stand after both numbers or only after the second: 80%-90%, 80-90%.
      if !split.before.isEmpty && split.before != second.rest { return nil }
      guard relation == nil || relation == .equalTo, first.value <= second.value else { return nil }
      relation = .range
      upper = second.value
      unit = second.rest
    }
    value = first.value
    guard Self.canBeUnit(unit) else { return nil }
    self.unit = unit.isEmpty ? nil : String(unit)
  }

  private static func isRangeSign(_ sign: String, in text: Substring) -> Bool {
    guard let split = split(text, at: sign) else { return false }
    return split.after.first?.isASCII == true && split.after.first?.isNumber == true
  }

  private static func split(_ text: Substring, at sign: String) -> (before: Substring, after: Substring)? {
    guard let range = text.firstRange(of: sign) else { return nil }
    return (text[..<range.lowerBound], text[range.upperBound...])
  }

  /// The decimal a text begins with, and what follows it.
  private static func leadingNumber(_ text: Substring) -> (value: Exact, rest: Substring)? {
    var end = text.startIndex
    if let first = text.first, first == "-" || first == "+" { end = text.index(after: end) }
    while end < text.endIndex, text[end].isASCII, text[end].isNumber || text[end] == "." || text[end] == "," {
      end = text.index(after: end)
    }
    let digits = text[..<end]
    guard let value = try? Exact(parsing: digits) else { return nil }
    return (value, text[end...])
  }

  /// What may stand behind a number: a short name without digits at its start or sentence marks.
  private static func canBeUnit(_ text: Substring) -> Bool {
    if text.count > 12 { return false }
    if let first = text.first, first.isNumber || "-+.,".contains(first) { return false }
    return !text.contains { "，。；：、,;:!?！？<>=≥≤“”\"".contains($0) }
  }
}

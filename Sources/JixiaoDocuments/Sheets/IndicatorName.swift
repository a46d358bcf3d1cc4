import Jixiao

/// Names as sheets print them, and what must come off them before they are names.
enum IndicatorName {
  /// The name without white space, without a leading `指标3：`, without the marks of an empty template row.
  ///
  /// - Returns: nil for a blank cell, a bare `指标2：`, `……`.
  static func name(_ cell: String, words: SheetWords) -> String? {
    var text = Substring(cell.withoutSpace)
    for prefix in words.namePrefixes where text.utf8.starts(with: prefix.utf8) {
      let rest = text.dropFirst(prefix.count)
      let digits = rest.prefix { $0.isASCII && $0.isNumber || "一二三四五六七八九十".contains($0) }
      guard !digits.isEmpty else { continue }
      let behind = rest.dropFirst(digits.count)
      if let mark = behind.first, ":：.．、".contains(mark) {
        text = behind.dropFirst()
      } else if behind.isEmpty || digits.allSatisfy(\.isASCII) && behind.first?.isASCII == false {
        text = behind
      }
    }
    // 指标1：/ is as empty as 指标1：.
    let name = String(text)
    let folded = name.folded
    return name.isEmpty || words.isPlaceholder(folded) || words.isNoNumber(folded) ? nil : name
  }

  /// An organisation or project without the code before it: `219001-池州市…`, `(433001)乌海市…`, `505006州民族…`.
  static func withoutCode(_ cell: String) -> String? {
    let text = cell.withoutSpace
    var rest = Substring(text)
    let opened = rest.first == "(" || rest.first == "（"
    if opened { rest = rest.dropFirst() }
    let code = rest.prefix { $0.isASCII && ($0.isNumber || $0.isUppercase) }
    let behind = rest.dropFirst(code.count)
    // A year or a short number is part of the name: 2024年度…, 2025-…, 12315热线.
    let isYear = code.count == 4 && (code.hasPrefix("19") || code.hasPrefix("20"))
    if code.count >= 3, !isYear, code.contains(where: \.isNumber), let mark = behind.first {
      if opened, mark == ")" || mark == "）" { return nonEmpty(behind.dropFirst()) }
      if !opened, mark == "-" || mark == "—" { return nonEmpty(behind.dropFirst()) }
      if !opened, code.count >= 6, !mark.isASCII { return nonEmpty(behind) }
    }
    return nonEmpty(Substring(text))
  }

  /// A level's name and the subtotal printed with it: `产出指标（50分）` → 产出指标, 50.
  static func level(_ cell: String, words: SheetWords) -> (name: String, subtotal: Exact?)? {
    let text = cell.withoutSpace
    guard let end = text.utf8.last else { return nil }
    // The last bytes of the brackets of either width.
    if end != 0x29, end != 0x89 { return (text, nil) }
    guard let last = text.last, last == ")" || last == "）",
      let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }), open != text.startIndex
    else { return withoutBracket(text, words: words) }
    let inside = text[text.index(after: open)...].dropLast()
    guard inside.hasSuffix("分"), let weight = PrintedNumber(String(inside), words: words).value else {
      return (text, nil)
    }
    return (String(text[..<open]), weight)
  }

  /// `部门预算管理80分)`, of which the opening bracket was lost.
  private static func withoutBracket(_ text: String, words: SheetWords) -> (name: String, subtotal: Exact?) {
    let isClosed = text.hasSuffix("分)") || text.hasSuffix("分）")
    guard isClosed, !text.contains(where: { $0 == "(" || $0 == "（" }) else { return (text, nil) }
    let name = text.dropLast(2)
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, digits < name.count,
      let weight = PrintedNumber(String(name.suffix(digits)), words: words).value
    else { return (text, nil) }
    return (String(name.dropLast(digits)), weight)
  }

  private static func nonEmpty(_ text: Substring) -> String? { text.isEmpty ? nil : String(text) }
}

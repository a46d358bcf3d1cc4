import Jixiao

/// Why the cells of a row cannot be what the headings above them say.
enum RowDoubt {
  /// Two rows stand in one: two levels, two signs, two quantities in a cell.
  case twoRows
  /// The cells stand in other columns than their own, as in a row that has lost a cell.
  case shifted

  var reason: (zh: String, en: String) {
    switch self {
    case .twoRows:
      (
        "同一格里有两行的内容（两个级别、两个符号或两个数），分不清各属哪个指标",
        "cells hold what belongs to two rows: two levels, two signs or two quantities"
      )
    case .shifted:
      (
        "各格的内容与列名对不上，整行很可能错了列",
        "the cells do not hold what their headings say; the row seems to have moved by a column"
      )
    }
  }
}

/// Judges rows as a whole: every cell may be odd, but a row that would be sound elsewhere does not stand where it should.
struct RowJudge {
  private let vocabulary: Vocabulary
  private let words: SheetWords
  private let grammar: ColumnGrammar
  /// Fits that were asked before: signs, units, levels and points come again in row after row.
  private var known: [Indicator.Field: [String: Int]] = [:]

  /// By column the text that was sound in the row before; most of signs, units and levels stand there again.
  private var lastSound: [String] = []
  /// The columns that it was sound in.
  private var lastFields: [Indicator.Field?] = []

  /// More than any row has of texts in one column that come again. Chosen.
  private static let mostKnown = 1024
  /// By how much another placing must be better: two clear misfits, or one and a clear fit. Chosen.
  private static let margin = 4
  /// So many signs of two rows in one.
  private static let votesForTwo = 2
  /// Rows are narrower; the search below grows with the square.
  private static let mostColumns = 40

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    words = vocabulary.sheets
    grammar = ColumnGrammar(vocabulary: vocabulary)
  }

  mutating func doubt(_ row: Grid.Row, _ columns: ColumnMap) -> RowDoubt? {
    let isShort = row.cells.count < columns.width
    if lastSound.count < columns.width || isShort || lastFields != columns.fields {
      lastFields = columns.fields
      lastSound = [String](repeating: "", count: isShort ? 0 : columns.width)
    }
    var isStrange = false
    for index in row.cells.indices where !isStrange {
      if isShort || index >= columns.width {
        isStrange =
          !row.cells[index].isBlank
          && (index >= columns.width
            || self.isStrange(row.cells[index].text, columns.meant(index), isShort: true))
      } else if row.cells[index].text != lastSound[index], !row.cells[index].isBlank,
        !isPlainPoints(row.cells[index].text, columns.fields[index])
      {
        isStrange = self.isStrange(row.cells[index].text, columns.meant(index), isShort: false)
        if !isStrange { lastSound[index] = row.cells[index].text }
      }
    }
    guard isStrange else { return nil }
    // What was sound in one table may not be so in the next one.
    lastSound = []
    if votes(row, columns) >= Self.votesForTwo { return .twoRows }
    return isShifted(row, columns, isShort: isShort) ? .shifted : nil
  }

  /// One or two digits are points, whatever they are.
  private func isPlainPoints(_ text: String, _ field: Indicator.Field?) -> Bool {
    (field == .weight || field == .claimed) && text.utf8.count <= 2
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a cell gives reason to look at its row: quick, because every cell is asked.
  private mutating func isStrange(_ text: String, _ field: Indicator.Field?, isShort: Bool) -> Bool {
    let isLong = text.utf8.count > 30
    guard let field else { return !isLong && fit(text, nil) <= ColumnGrammar.strange }
    switch field {
    case .level3, .target, .actual, .previous, .reason, .basis, .rule, .evidence:
      if text.utf8.contains(0x0A) { return true }
      if isLong { return false }
      // A text of ideographs is looked at where it is as short as a level, a unit or a word of a closed set.
      if let first = text.utf8.first, first < 0x80 || first == 0xE2 || first == 0xEF || text.utf8.count <= 18
      {
        break
      }
      return text.utf8.contains { (0x30...0x39).contains($0) }
    default: break
    }
    let fit = fit(text, field)
    return fit <= ColumnGrammar.strange || fit < 0 && (isShort || field == .target || field == .actual)
  }

  private mutating func fit(_ text: String, _ field: Indicator.Field?) -> Int {
    guard let field, text.utf8.count <= 48 else { return grammar.fit(text, field) }
    if let fit = known[field]?[text] { return fit }
    let fit = grammar.fit(text, field)
    if known[field, default: [:]].count < Self.mostKnown { known[field, default: [:]][text] = fit }
    return fit
  }

  /// Whether the cells, kept in order, would fit clearly better in other columns.
  ///
  /// Of a row that is short of cells it is unknown where one is missing: another placing that fits as well is enough.
  private mutating func isShifted(_ row: Grid.Row, _ columns: ColumnMap, isShort: Bool) -> Bool {
    let width = columns.width
    guard width <= Self.mostColumns, row.cells.count <= 2 * Self.mostColumns else { return false }
    let filled = row.cells.indices.filter { !row.cells[$0].isBlank }
    let meant = (0..<width).map { columns.meant($0) }
    var fits: [[Int]] = []
    for index in filled {
      fits.append(meant.map { fit(row.cells[index].text, $0) })
    }
    let blanks = columns.fields.map { ColumnGrammar.blank($0) }
    func sum(_ placed: [Int]) -> Int {
      var sum = blanks.reduce(0, +)
      for (i, column) in placed.enumerated() {
        sum += column < width ? fits[i][column] - blanks[column] : ColumnGrammar.strange
      }
      return sum
    }
    let own = sum(filled)
    if isShort {
      for by in 1...(width - row.cells.count) {
        for from in filled {
          let moved = filled.map { $0 < from ? $0 : $0 + by }
          if moved.last ?? 0 < width, sum(moved) >= own { return true }
        }
      }
    }
    // A row that is longer than the headings has a blank too many, perhaps.
    if let last = filled.last, last >= width {
      for (i, from) in filled.enumerated() where from > (i > 0 ? filled[i - 1] + 1 : 0) {
        if sum(filled.map { $0 < from ? $0 : $0 - 1 }) >= own { return true }
      }
      return false
    }
    return best(fits, blanks) >= own + Self.margin
  }

  /// The best sum of fits of texts that keep their order, each in a column of its own.
  private func best(_ fits: [[Int]], _ blanks: [Int]) -> Int {
    let never = Int.min / 2
    var sums = [Int](repeating: never, count: fits.count + 1)
    sums[0] = 0
    for column in blanks.indices {
      for text in stride(from: fits.count, through: 0, by: -1) {
        var sum = sums[text] == never ? never : sums[text] + blanks[column]
        if text > 0, sums[text - 1] > never { sum = max(sum, sums[text - 1] + fits[text - 1][column]) }
        sums[text] = sum
      }
    }
    return sums[fits.count]
  }

  // MARK: Two rows in one

  private func votes(_ row: Grid.Row, _ columns: ColumnMap) -> Int {
    var votes = 0
    for (index, cell) in row.cells.enumerated() where index < columns.width && !cell.isBlank {
      guard cell.text.utf8.count <= 400 else { continue }
      let lines = cell.text.split(whereSeparator: \.isNewline).map(\.folded).filter { !$0.isEmpty }
      if beginsWithHeading(cell.text, lines) { return Self.votesForTwo }
      if let field = columns.fields[index] { votes += self.votes(cell.text, lines, field) }
    }
    return votes
  }

  /// 指标值 above 30, 符号 above ≥: a row of headings and the one below it.
  private func beginsWithHeading(_ text: String, _ lines: [String]) -> Bool {
    guard lines.count > 1, text.utf8.count <= 60, words.column(text) == nil,
      case .field? = words.column(lines[0])
    else { return false }
    return lines.dropFirst().allSatisfy {
      grammar.isSign($0) || grammar.isQuantity($0) || vocabulary.units.unit($0) != nil
    }
  }

  private func votes(_ text: String, _ lines: [String], _ field: Indicator.Field) -> Int {
    switch field {
    case .level1, .level2: return holdsTwoLevels(text.folded, lines) ? 2 : 0
    case .level3: return holdsTwoNames(text.folded) ? 2 : 0
    case .operator: return splits(text.folded) { grammar.isSign($0) } ? 2 : 0
    case .unit: return splits(text.folded) { vocabulary.units.unit($0) != nil } ? 1 : 0
    case .target, .actual: return holdsTwoQuantities(text.folded, lines) ? 1 : 0
    case .weight, .claimed:
      let pieces = text.split(whereSeparator: \.isWhitespace)
      if pieces.count > 1, pieces.allSatisfy({ PrintedNumber(String($0), words: words).value != nil }) {
        return 1
      }
      return PrintedNumber(text, words: words).value.map { $0 > Exact(100) } ?? false ? 1 : 0
    default: return 0
    }
  }

  /// 产出指标效益指标, 数量指标质量指标: whole names one behind the other, with nothing between them.
  private func holdsTwoLevels(_ folded: String, _ lines: [String]) -> Bool {
    func isName(_ text: String) -> Bool {
      grammar.isLevel(IndicatorName.level(text, words: words)?.name ?? text)
    }
    if isName(folded) { return false }
    if lines.count > 1, lines.allSatisfy(isName) { return true }
    var head = ""
    for character in folded {
      head.append(character)
      guard head.hasSuffix("指标") || head.hasSuffix("分)"), head.count < folded.count, isName(head) else {
        continue
      }
      let rest = String(folded.dropFirst(head.count))
      // 数量指标 above 指标2, of a row that the template offers.
      if isName(rest) || IndicatorName.name(rest, words: words) == nil { return true }
    }
    return false
  }

  /// 指标1：…指标2：… in one cell.
  private func holdsTwoNames(_ folded: String) -> Bool {
    var count = 0
    for prefix in words.namePrefixes {
      for piece in folded.split(separator: prefix, omittingEmptySubsequences: false).dropFirst() {
        let digits = piece.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let mark = piece.dropFirst(digits.count).first, ":：.．、".contains(mark) {
          count += 1
        }
      }
    }
    return count > 1
  }

  private func splits(_ folded: String, _ isWhole: (String) -> Bool) -> Bool {
    guard folded.count >= 2, folded.count <= 12, !isWhole(folded) else { return false }
    return folded.indices.dropFirst().contains {
      isWhole(String(folded[..<$0])) && isWhole(String(folded[$0...]))
    }
  }

  /// ≥30公里≥95%, 5个8个, or two lines that each are a quantity; a range such as ≥5个,≤8个 has its own way to be read.
  private func holdsTwoQuantities(_ folded: String, _ lines: [String]) -> Bool {
    if lines.count > 1, lines.allSatisfy({ grammar.isQuantity($0) }) { return true }
    if grammar.isQuantity(folded) { return false }
    return grammar.holdsTwoQuantities(folded)
  }
}

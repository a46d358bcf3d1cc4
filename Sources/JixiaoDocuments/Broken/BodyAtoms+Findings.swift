import Jixiao

extension BodyAtoms {
  /// Looks for words, signs and numbers in a body and notes where they begin and end.
  struct Findings {
    struct Item {
      var range: Range<Int>
      var kind: Span.Kind
      var score: Double
    }

    private let text: BrokenText
    private let range: Range<Int>
    private let lexicon: CellLexicon
    private let endings: [[Unicode.Scalar]]
    /// By distance from the body's first character.
    private(set) var isCut: [Bool]
    private(set) var items: [Item] = []

    /// Sheets print the same targets and units over and over.
    private var targets: [String: Target] = [:]
    private var units: [String: Bool] = [:]
    private let seeksRelation: Bool
    private let seeksUnit: Bool

    init(_ text: BrokenText, _ range: Range<Int>, fields: [Indicator.Field?], _ lexicon: CellLexicon) {
      seeksRelation = fields.contains(.operator)
      seeksUnit = fields.contains(.unit)
      self.text = text
      self.range = range
      self.lexicon = lexicon
      endings = lexicon.vocabulary.relations.endings.map { Array($0.unicodeScalars) }
      isCut = [Bool](repeating: false, count: range.count + 1)
    }

    mutating func search() {
      var index = range.lowerBound
      while index < range.upperBound {
        takeWords(at: index)
        takeQuantities(at: index)
        let scalar = text.folded[index]
        if ",、;/-—".unicodeScalars.contains(scalar) { cut(index..<index + 1) }
        index += 1
      }
    }

    private mutating func cut(_ piece: Range<Int>) {
      isCut[piece.lowerBound - range.lowerBound] = true
      isCut[piece.upperBound - range.lowerBound] = true
    }

    private func isGap(_ index: Int) -> Bool {
      index <= range.lowerBound || index >= range.upperBound || text.gaps[index] != .glued
    }

    private mutating func add(_ piece: Range<Int>, _ kind: Span.Kind, _ score: Double) {
      cut(piece)
      items.append(Item(range: piece, kind: kind, score: score))
    }

    private mutating func takeWords(at start: Int) {
      var matches: [(end: Int, word: CellLexicon.Word)] = []
      lexicon.words.match(text.folded, at: start, limit: range.upperBound) { end, values in
        for value in values { matches.append((end, value)) }
      }
      for (end, word) in matches {
        let piece = start..<end
        let isApart = isGap(start) && isGap(end)
        switch word {
        case .level1(let index):
          if isApart || end - start >= 4 { add(piece, .level1(index), SearchScores.level) }
          if let close = subtotal(after: end) { add(start..<close, .level1(index), SearchScores.level + 1) }
        case .level2(let name):
          if isApart || end - start >= 4 { add(piece, .level2(name), SearchScores.level) }
        case .closed(let field): if isApart || end - start >= 4 { add(piece, .closed(field), 5) }
        case .words: if isGap(start) || isGap(end) { add(piece, .phrase, piece.count >= 4 ? 3.5 : 2) }
        case .change: if isApart { add(piece, .phrase, 1.5) }
        case .noPrevious: if isApart || end - start >= 4 { add(piece, .noPrevious, 4) }
        case .degree: takePhrase(from: start, degreeEnd: end)
        case .sign: break
        }
      }
      if isGap(start), seeksUnit { takeUnit(at: start) }
      if isGap(start), seeksRelation {
        for end in [start + 1, start + 2] where end <= range.upperBound && isGap(end) {
          if lexicon.vocabulary.relations.relation(ofCell: text.foldedString(start..<end)) != nil {
            add(start..<end, .relation, 5)
          }
        }
      }
    }

    /// The end of a subtotal behind a level: 产出指标(50分).
    private func subtotal(after end: Int) -> Int? {
      guard end + 2 < range.upperBound, text.folded[end] == "(", text.isDigit(end + 1) else { return nil }
      var index = end + 1
      while index < range.upperBound, index < end + 8, text.isDigit(index) || text.folded[index] == "." {
        index += 1
      }
      guard index + 1 < range.upperBound, text.folded[index] == "分", text.folded[index + 1] == ")" else {
        return nil
      }
      return index + 2
    }

    /// 有效提升, 稳步提高.
    private mutating func takePhrase(from start: Int, degreeEnd: Int) {
      var ends: [Int] = []
      lexicon.words.match(text.folded, at: degreeEnd, limit: range.upperBound) { end, values in
        if values.contains(.change) { ends.append(end) }
      }
      for end in ends where isGap(start) || isGap(end) { add(start..<end, .phrase, 4) }
    }

    private mutating func takeUnit(at start: Int) {
      if text.isDigit(start) { return }
      for end in start + 1...start + 6 where end <= range.upperBound && isGap(end) {
        if isUnit(start..<end) { add(start..<end, .unit, 4) }
      }
    }

    private static let signs: Set<Unicode.Scalar> = [
      ">", "<", "=", "≥", "≤", "≧", "≦", "⩾", "⩽", "'", "‘", "’", "`",
    ]

    /// Numbers with what stands before and behind them, and numbers alone.
    private mutating func takeQuantities(at start: Int) {
      guard let first = firstDigit(from: start) else { return }
      var end = first
      var gaps = 0
      while end < range.upperBound, gaps <= 3 {
        let scalar = text.folded[end]
        guard text.isDigit(end) || scalar == "." || scalar == "," else { break }
        // 2.1 and 7 on two lines can be one number or two; both readings are offered.
        if end > first, text.gaps[end] != .glued {
          // Two numbers side by side are two cells.
          if text.gaps[end] == .space { break }
          gaps += 1
          takeNumber(start, first, end)
        }
        end += 1
      }
      takeNumber(start, first, end)
      if end < range.upperBound { takeRange(start, end) }
    }

    /// The first digit of a quantity that begins here with its sign; nil where none does.
    private func firstDigit(from start: Int) -> Int? {
      if text.isDigit(start) {
        if start > range.lowerBound, text.gaps[start] == .glued {
          let before = text.folded[start - 1]
          if text.isDigit(start - 1) || before == "." || before == "," || Self.signs.contains(before) {
            return nil
          }
        }
        return start
      }
      var index = start
      while index < range.upperBound, index < start + 4, Self.signs.contains(text.folded[index]) {
        index += 1
      }
      if index > start {
        // The sign begins with its first character.
        if start > range.lowerBound, text.gaps[start] == .glued, Self.signs.contains(text.folded[start - 1]) {
          return nil
        }
        return index < range.upperBound && text.isDigit(index) ? index : nil
      }
      var best: Int?
      lexicon.words.match(text.folded, at: start, limit: range.upperBound) { end, values in
        if values.contains(.sign), end < range.upperBound, text.isDigit(end) { best = end }
      }
      return best
    }

    private mutating func takeNumber(_ start: Int, _ first: Int, _ end: Int) {
      if start == first { takeBareNumber(start..<end) }
      takeQuantity(start..<end)
      // What may stand behind: a unit, a word such as 以上, the rest of a date.
      var ends: Set<Int> = []
      var limit = min(range.upperBound, end + 12)
      var gaps = 0
      for index in end..<max(end, limit) where text.gaps[index] != .glued {
        gaps += 1
        if gaps > 4 { limit = index }
      }
      var index = end
      while index < limit {
        index += 1
        let piece = end..<index
        let isShort = piece.count <= 10
        if isShort, isUnit(piece) { ends.insert(index) }
        if isGap(index), piece.count <= 6 { ends.insert(index) }
        if "日前底内末".unicodeScalars.contains(text.folded[index - 1]) { ends.insert(index) }
      }
      for known in ends.union([end]) {
        for ending in endings where known + ending.count <= range.upperBound {
          if text.folded[known..<known + ending.count].elementsEqual(ending) {
            ends.insert(known + ending.count)
            break
          }
        }
      }
      for known in ends.sorted() { takeQuantity(start..<known) }
    }

    /// 80%-90%.
    private mutating func takeRange(_ start: Int, _ end: Int) {
      var index = end
      while index < min(range.upperBound, end + 4) {
        if "-~—–至到".unicodeScalars.contains(text.folded[index]) {
          var last = index + 1
          while last < min(range.upperBound, index + 10),
            text.isDigit(last) || text.folded[last] == "." || text.folded[last] == "%"
          { last += 1 }
          if last > index + 1 { takeQuantity(start..<last) }
          return
        }
        index += 1
      }
    }

    private mutating func takeBareNumber(_ piece: Range<Int>) {
      var hundredths = 0
      var places = -1
      for index in piece {
        let scalar = text.folded[index]
        if scalar == "." {
          if places >= 0 { return }
          places = 0
          continue
        }
        guard let digit = Int(String(scalar)), hundredths <= 10_000 else { return }
        if places >= 2 { return }
        if places >= 0 { places += 1 }
        hundredths = hundredths * 10 + digit
      }
      if places == 0 { return }
      for _ in max(places, 0)..<2 { hundredths *= 10 }
      guard hundredths <= 10_000 else { return }
      var score = 4.0
      if hundredths % 50 == 0 { score += 0.5 }
      if hundredths % 100 != 0 { score -= 1 }
      if hundredths > 6_000 { score -= 2 }
      if hundredths == 0 { score -= 2 }
      add(piece, .number(hundredths), score)
      if piece.upperBound < range.upperBound, text.folded[piece.upperBound] == "分" {
        add(piece.lowerBound..<piece.upperBound + 1, .number(hundredths), score)
      }
    }

    private mutating func target(_ cell: String) -> Target {
      if let known = targets[cell] { return known }
      let target = Target(cell: cell, vocabulary: lexicon.vocabulary)
      targets[cell] = target
      return target
    }

    private mutating func isUnit(_ piece: Range<Int>) -> Bool {
      let name = text.string(piece)
      if let known = units[name] { return known }
      let isUnit = lexicon.vocabulary.units.unit(name) != nil
      units[name] = isUnit
      return isUnit
    }

    private mutating func takeQuantity(_ piece: Range<Int>) {
      guard piece.count <= 28 else { return }
      let target = target(text.string(piece))
      if target.deadline != nil {
        add(piece, .quantity, 5)
        return
      }
      guard let value = target.value else { return }
      // A number is not cut off from the sign, digit or unit that is glued to it.
      let next = piece.upperBound
      let isOpen = next < range.upperBound && text.gaps[next] == .glued
      if isOpen, "%‰./".unicodeScalars.contains(text.folded[next]) || text.isDigit(next) { return }
      // Nor from the word that says how it binds: 90% in 90%以上.
      if isOpen,
        endings.contains(where: {
          next + $0.count <= range.upperBound && text.folded[next..<next + $0.count].elementsEqual($0)
        })
      {
        return
      }
      let isSigned = target.relation != nil
      let score: Double
      if let unit = target.unit {
        if lexicon.vocabulary.units.unit(unit) != nil {
          // 2025年 is a year far more often than a stretch of time.
          let isYear = unit == "年" && value >= Exact(1990) && value <= Exact(2099)
          let isLonger =
            isOpen && hasLongerUnit(piece.upperBound - unit.unicodeScalars.count, piece.upperBound)
          score = isYear && !isSigned ? -2 : (isSigned ? 6 : 4) - (isLonger ? 3 : 0)
        } else {
          guard isGap(piece.upperBound) else { return }
          score = unit.count <= 2 ? (isSigned ? 3 : 1) : (isSigned ? 0.5 : -1.5)
        }
      } else {
        score = isOpen && beginsUnit(next) ? 0 : isSigned ? 4 : 1.5
      }
      add(piece, .quantity, score)
    }

    /// Whether a unit of measure begins here, as it does behind 17 in 17元.
    private mutating func beginsUnit(_ start: Int) -> Bool { hasLongerUnit(start, start) }

    /// Whether the text goes on to a longer unit than the one that ends here: 元/人 in 元/人·天.
    private mutating func hasLongerUnit(_ start: Int, _ end: Int) -> Bool {
      var longer = end + 1
      while longer <= min(range.upperBound, start + 10),
        longer == range.upperBound || text.gaps[longer - 1] == .glued
      {
        if isUnit(start..<longer) { return true }
        longer += 1
      }
      return false
    }
  }
}

import Jixiao

/// Whether a row can be one: what a wrong cut through a text leaves behind is seen in its cells.
///
/// Where a target or a word of another column stands inside a name, two cells were taken for one.
struct RowPlausibility {
  private let words: WordTree<Bool>
  private let levels: [String]

  init(_ vocabulary: Vocabulary) {
    var words = WordTree<Bool>()
    for word in vocabulary.sheets.closedWords + vocabulary.cells.closed where word.word.count >= 4 {
      words.insert(word.word, true)
    }
    self.words = words
    levels = vocabulary.cells.levels.flatMap { $0.names + $0.under }.filter { $0.count >= 4 }
  }

  func isPlausible(_ row: Indicator) -> Bool {
    if let name = row.level3?.folded {
      if holdsTarget(name) || holdsClosedWord(name) || name.allSatisfy(\.isASCII) { return false }
      if levels.contains(where: { name.hasPrefix($0) && name.count > $0.count + 1 }) { return false }
      // A name ends neither in a sign nor within a bracket.
      if let last = name.last, ">=<≥≤(《“、,".contains(last) { return false }
      if name.count(where: { $0 == "(" }) != name.count(where: { $0 == ")" }) { return false }
    }
    if let target = row.target.printed?.folded {
      if row.target.relation == .qualitative, row.target.deadline == nil,
        holdsClosedWord(target) || holdsTarget(target)
      {
        return false
      }
    }
    if let weight = row.weight, weight > Exact(100) { return false }
    return true
  }

  /// A sign with a digit behind it, anywhere but in brackets: the brackets of a name may state its target.
  func holdsTarget(_ text: String) -> Bool {
    var before: Character = " "
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, "><=≥≤≧≦".contains(before), character.isNumber || character == "=" { return true }
      before = character
    }
    return false
  }

  private func holdsClosedWord(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var holds = false
    for start in scalars.indices {
      words.match(scalars, at: start, limit: scalars.count) { _, _ in holds = true }
      if holds { return true }
    }
    return false
  }
}

import Jixiao

/// The vocabulary of a broken text as one tree, and how it weighs what a cell says.
struct CellLexicon: Sendable {
  /// What a word may be; one word may be several.
  enum Word: Sendable, Hashable {
    /// Index into `levels`.
    case level1(Int)
    case level2(String)
    case closed(Indicator.Field)
    case degree
    case change
    case words
    case noPrevious
    case sign
  }

  struct Heading: Sendable, Hashable {
    /// Nil for a column that is known and of no use here.
    var field: Indicator.Field?
  }

  let vocabulary: Vocabulary
  let levels: [CellWords.Level]
  let words: WordTree<Word>
  let headings: WordTree<Heading>
  let labels: WordTree<Bool>
  let stops: WordTree<Bool>
  private let level1: [String: Int]
  private let seconds: Set<String>
  let noPrevious: Set<String>
  let plainWords: Set<String>

  init(_ vocabulary: Vocabulary) {
    let cells = vocabulary.cells
    self.vocabulary = vocabulary
    levels = cells.levels
    var words = WordTree<Word>()
    var level1: [String: Int] = [:]
    var seconds: Set<String> = []
    for (index, level) in cells.levels.enumerated() {
      for name in level.names where level1[name] == nil {
        level1[name] = index
        words.insert(name, .level1(index))
      }
      for name in level.under where seconds.insert(name).inserted { words.insert(name, .level2(name)) }
    }
    for word in vocabulary.sheets.closedWords + cells.closed { words.insert(word.word, .closed(word.field)) }
    for word in cells.degrees { words.insert(word, .degree) }
    for word in cells.changes { words.insert(word, .change) }
    for word in cells.words { words.insert(word, .words) }
    for word in cells.noPrevious { words.insert(word, .noPrevious) }
    for sign in vocabulary.relations.signs { words.insert(sign, .sign) }
    self.words = words
    self.level1 = level1
    self.seconds = seconds
    noPrevious = Set(cells.noPrevious)
    plainWords = Set(cells.words)
    var headings = WordTree<Heading>()
    for name in vocabulary.sheets.headings where name.unicodeScalars.first.map({ !$0.isASCII }) ?? false {
      if case .field(let field)? = vocabulary.sheets.column(name) {
        headings.insert(name, Heading(field: field))
      } else {
        headings.insert(name, Heading(field: nil))
      }
    }
    for name in cells.headings { headings.insert(name, Heading(field: nil)) }
    self.headings = headings
    var labels = WordTree<Bool>()
    for name in vocabulary.sheets.headLabels { labels.insert(name, true) }
    for name in cells.labels { labels.insert(name, true) }
    self.labels = labels
    var stops = WordTree<Bool>()
    for name in cells.stops + cells.sectionMarks { stops.insert(name, true) }
    self.stops = stops
  }

  /// Whether sheets print the second level below the first.
  func belongs(_ second: String, under first: Int) -> Bool { levels[first].under.contains(second) }

  /// The place of a second level among those of a first one.
  func order(of second: String, under first: Int) -> Int? { levels[first].under.firstIndex(of: second) }

  func isSecond(_ name: String) -> Bool { seconds.contains(name) }

  func level1(_ name: String) -> Int? { level1[name] }
}

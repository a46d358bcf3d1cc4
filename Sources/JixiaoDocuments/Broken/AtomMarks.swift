import Jixiao

/// What free words are weighed by, counted once for every place so that a cell of any length is weighed in one step.
struct AtomMarks: Sendable {
  struct Ends: OptionSet, Sendable {
    let rawValue: UInt8
    static let name = Ends(rawValue: 1)
    static let basis = Ends(rawValue: 2)
    static let evidence = Ends(rawValue: 4)
    static let level = Ends(rawValue: 8)
    /// A comma, an opening bracket: no cell ends so.
    static let open = Ends(rawValue: 16)
  }

  /// By the atom that a cell ends before.
  private(set) var ends: [Ends] = []
  /// No cell begins with a comma or a closing bracket.
  private(set) var cannotBegin: [Bool] = []
  /// The rest of a level's name: 指标资金使用合规率.
  private(set) var isLevelRest: [Bool] = []
  /// Depth of brackets and quotation marks before each atom, and the lowest depth inside it.
  private(set) var depth: [Int] = []
  private(set) var lowest: [Int] = []
  private(set) var width: [Int] = []
  private(set) var ideographs: [Int] = []
  private(set) var criteria: [Int] = []
  private(set) var points: [Int] = []
  private(set) var books: [Int] = []

  init(_ text: BrokenText, _ starts: [Int], _ lexicon: CellLexicon) {
    let words = lexicon.vocabulary.cells
    let endings: [(Ends, [[Unicode.Scalar]])] = [
      (.name, words.nameEndings.map { Array($0.unicodeScalars) }),
      (.basis, words.basisEndings.map { Array($0.unicodeScalars) }),
      (.evidence, words.evidenceEndings.map { Array($0.unicodeScalars) }),
      (.level, [Array("指标".unicodeScalars)]),
    ]
    let criterionStarts = Set(words.criteria.compactMap(\.unicodeScalars.first))
    ends = [Ends](repeating: [], count: starts.count)
    depth = [Int](repeating: 0, count: starts.count)
    ideographs = depth
    criteria = depth
    points = depth
    books = depth
    for atom in 0..<(starts.count - 1) {
      let range = starts[atom]..<starts[atom + 1]
      var level = depth[atom]
      var low = level
      var (wide, cjk, marks, fen, book) = (0, ideographs[atom], criteria[atom], points[atom], books[atom])
      for index in range {
        let scalar = text.folded[index]
        wide += text.width(index)
        if !scalar.isASCII { cjk += 1 }
        if criterionStarts.contains(scalar) { marks += 1 }
        switch scalar {
        case "分": fen += 1
        case "(", "“", "【": level += 1
        case "《":
          level += 1
          book += 1
        case ")", "》", "”", "】":
          level -= 1
          low = min(low, level)
        default: break
        }
      }
      width.append(wide)
      lowest.append(low)
      depth[atom + 1] = level
      ideographs[atom + 1] = cjk
      criteria[atom + 1] = marks
      points[atom + 1] = fen
      books[atom + 1] = book
      cannotBegin.append(",、)”》:;。".unicodeScalars.contains(text.folded[range.lowerBound]))
      isLevelRest.append(Self.isLevelRest(text, range.lowerBound, starts[starts.count - 1]))
      ends[atom + 1] = Self.ends(text, range.upperBound, starts[0], endings)
    }
  }

  private static func ends(
    _ text: BrokenText, _ end: Int, _ start: Int, _ endings: [(Ends, [[Unicode.Scalar]])]
  ) -> Ends {
    var found: Ends = ",、(“《:;".unicodeScalars.contains(text.folded[end - 1]) ? .open : []
    for (mark, words) in endings {
      for word in words where word.last == text.folded[end - 1] && end - word.count >= start {
        if text.folded[(end - word.count)..<end].elementsEqual(word) {
          found.insert(mark)
          break
        }
      }
    }
    return found
  }

  private static func isLevelRest(_ text: BrokenText, _ start: Int, _ end: Int) -> Bool {
    guard start + 1 < end, text.folded[start] == "指", text.folded[start + 1] == "标" else { return false }
    guard start + 2 < end else { return true }
    return !"0123456789一二三四五六七八九十".unicodeScalars.contains(text.folded[start + 2])
  }
}

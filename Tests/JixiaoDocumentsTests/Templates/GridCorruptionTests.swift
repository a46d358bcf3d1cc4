import Jixiao
import JixiaoDocuments
import Testing

/// The tables of all families, damaged as grids: what is read of them is right, or it is not read.
@Suite struct GridCorruptionTests {
  enum Fault: String, CaseIterable {
    /// Merged cells become single ones, the others under them blank.
    case dropMerges
    /// Lines are broken inside cells.
    case wrapCells
    /// A row has lost one of its blank cells, so that what follows stands one column too far left.
    case shiftColumns
    /// Two rows stand in one, each cell holding the lines of both.
    case joinLines
    /// A row has lost one blank cell only, anywhere.
    case loseCell
    /// Two columns stand the other way round, headings included.
    case swapColumns
    /// The rows stand one column too far right from a column on; the headings do not.
    case moveBody
  }

  @Test(arguments: Fault.allCases)
  func wrongCellsAreRare(_ fault: Fault) throws {
    var cells = 0
    var wrong: [String] = []
    var silent: [String] = []
    var right = 0
    var rows = 0
    for (number, family) in TemplateFamiliesTests.families.enumerated() {
      for seed in 0..<UInt64(6) {
        var random = SheetBreaker.Generator(state: seed &* 31 &+ UInt64(number))
        let page = Self.page(family, fault, &random)
        let truth = try SheetLines.read(PageTable.page(family.title, family.rows)).flatMap(\.sheets)
          .flatMap(\.indicators)
        // A file that is refused as a whole says so.
        let documents = try? SheetLines.read(page)
        let read = documents?.flatMap(\.sheets).flatMap(\.indicators) ?? []
        if read.count < truth.count, documents?.allSatisfy(\.unread.isEmpty) ?? false {
          silent.append(family.name)
        }
        rows += truth.count
        cells += truth.reduce(0) { $0 + Self.cells(of: $1).count { $0 != nil } }
        for row in read {
          guard let own = truth.first(where: { $0.level3 == row.level3 }) else {
            wrong.append("\(family.name): \(row.level3 ?? "")")
            continue
          }
          let pairs = zip(Self.cells(of: row), Self.cells(of: own))
          let differing = pairs.filter { $0 != nil && $0 != $1 }
          wrong += differing.map { "\(family.name): \(row.level3 ?? ""): \($0 ?? "") for \($1 ?? "")" }
          if pairs.allSatisfy({ $0 == $1 }) { right += 1 }
        }
      }
    }
    print("\(fault.rawValue): rows \(rows), right \(right); cells \(cells), wrong \(wrong.count)")
    #expect(wrong.count * 200 < cells, "\(wrong.count) of \(cells), e.g. \(Set(wrong).sorted().prefix(12))")
    #expect(silent.isEmpty, "rows lost without a word: \(Set(silent).sorted())")
  }

  private static func cells(of row: Indicator) -> [String?] {
    [
      row.level1, row.level2, row.level3, row.target.printed, row.target.unit, row.weight?.description,
      row.actual, row.claimed?.description,
    ]
  }

  private static func page(
    _ family: TemplateFamiliesTests.Family, _ fault: Fault, _ random: inout SheetBreaker.Generator
  ) -> [UInt8] {
    var table = PageTable.matrix(family.rows).map { $0.map { $0 ?? "" } }
    let last = table.count - 1
    switch fault {
    case .dropMerges: break
    case .wrapCells:
      for r in table.indices {
        for c in table[r].indices where table[r][c].count > 3 && Bool.random(using: &random) {
          let text = table[r][c]
          let cut = text.index(text.startIndex, offsetBy: Int.random(in: 1..<text.count, using: &random))
          table[r][c] = text[..<cut] + "<br>" + text[cut...]
        }
      }
    case .shiftColumns:
      for r in table.indices.dropFirst(2) {
        let blank = table[r].indices.filter { table[r][$0].isEmpty }
        if let gone = blank.randomElement(using: &random) { table[r].remove(at: gone) }
      }
    case .loseCell:
      let blank = table.indices.dropFirst(2).flatMap { r in
        table[r].indices.filter { table[r][$0].isEmpty }.map { (r, $0) }
      }
      if let gone = blank.randomElement(using: &random) { table[gone.0].remove(at: gone.1) }
    case .moveBody:
      let column = Int.random(in: 0..<(table.map(\.count).min() ?? 1), using: &random)
      for r in table.indices.dropFirst(2) { table[r].insert("", at: column) }
    case .joinLines:
      let r = Int.random(in: max(0, last - 1)...last, using: &random)
      if r > 0 {
        table[r - 1] = zip(table[r - 1], table[r]).map {
          $0.isEmpty || $1.isEmpty ? $0 + $1 : $0 + "<br>" + $1
        }
        table.remove(at: r)
      }
    case .swapColumns:
      let width = table.map(\.count).min() ?? 0
      let one = Int.random(in: 0..<width, using: &random)
      let other = Int.random(in: 0..<width, using: &random)
      for r in table.indices { table[r].swapAt(one, other) }
    }
    var html = "<html><meta charset=utf-8><p>\(family.title)</p><table>"
    for row in table { html += "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }
    return Array((html + "</table></html>").utf8)
  }
}

import Jixiao

/// Breaks a clean sheet into the text that a PDF leaves of it; the same seed breaks it the same way everywhere.
struct SheetBreaker {
  enum Fault: String, CaseIterable {
    /// Cells are cut at the width of their column, as a PDF does.
    case cutCells
    /// Merged levels are printed once, or on every row.
    case dropMerges
    /// Neighbouring lines are put together.
    case joinLines
    /// A blank cell leaves nothing, so that what follows moves up.
    case shiftColumns
    /// Two columns stand the other way round, headings included.
    case swapColumns
    /// Cells are cut anywhere, not at the column's width.
    case wrapCells
    /// A page ends inside the table: a page number and the headings again.
    case breakPages
  }

  private var random: Generator

  init(seed: UInt64) { random = Generator(state: seed) }

  /// A seeded generator of our own: SplitMix64.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  mutating func text(of sheet: CleanSheet, _ faults: Set<Fault>) -> (text: String, truth: CleanSheet) {
    var sheet = sheet
    if faults.contains(.swapColumns) {
      let plain = sheet.columns.indices.filter {
        ![.level1, .level2, .level3].contains(sheet.columns[$0].field)
      }
      if let first = plain.randomElement(using: &random), let second = plain.randomElement(using: &random) {
        sheet.columns.swapAt(first, second)
        for row in sheet.rows.indices { sheet.rows[row].swapAt(first, second) }
      }
    }
    if faults.contains(.shiftColumns) {
      for row in sheet.rows.indices {
        for (index, column) in sheet.columns.enumerated()
        where [.previous, .basis, .actual].contains(column.field) {
          if Int.random(in: 0..<4, using: &random) == 0 { sheet.rows[row][index] = "" }
        }
      }
    }
    // Each column ends its lines in its own way.
    let inside = sheet.columns.map { _ in Bool.random(using: &random) ? "\n" : "\n\n" }
    let between = ["\n", "\n\n", " "]
    var text = sheet.title + "\n\n（2025年）\n\n"
    for entry in sheet.head { text += "\(entry.label) \(entry.value)\n\n" }
    let headings = zip(sheet.columns, inside).map { column, cut in
      faults.contains(.cutCells) ? wrap(column.heading, column.width, cut) : column.heading
    }.joined(separator: "\n")
    text += headings + "\n\n"
    let repeatsLevels = faults.contains(.dropMerges) && Bool.random(using: &random)
    var last: [String] = []
    for (number, row) in sheet.rows.enumerated() {
      if faults.contains(.breakPages), number > 0, Int.random(in: 0..<4, using: &random) == 0 {
        text += "\n- \(number) -\n\n\n\u{0C}" + headings + "\n"
      }
      for (index, cell) in row.enumerated() where !cell.isEmpty {
        let isLevel = index < 2
        if isLevel, !repeatsLevels, !last.isEmpty, row[...index] == last[...index] { continue }
        var printed = cell
        if faults.contains(.cutCells) {
          printed = wrap(cell, sheet.columns[index].width, inside[index])
        } else if faults.contains(.wrapCells), cell.count > 3, Bool.random(using: &random) {
          let cut = cell.index(cell.startIndex, offsetBy: Int.random(in: 1..<cell.count, using: &random))
          printed = cell[..<cut] + inside[index] + cell[cut...]
        }
        text += printed + (between.randomElement(using: &random) ?? "\n")
      }
      text += "\n"
      last = row
    }
    if faults.contains(.joinLines) { text = joined(text) }
    return (text + "\n\n（五）其他需说明的事项\n\n无其他需说明的事项。\n", sheet)
  }

  private func wrap(_ cell: String, _ width: Int, _ cut: String) -> String {
    var lines: [String] = [""]
    var used = 0
    for character in cell {
      let wide = character.isASCII ? 1 : 2
      if used + wide > width {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1].append(character)
      used += wide
    }
    return lines.joined(separator: cut)
  }

  /// Every eighth line end of the table becomes a space.
  private mutating func joined(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var result = ""
    for (number, line) in lines.enumerated() {
      result += line
      let joins = number > 12 && Int.random(in: 0..<8, using: &random) == 0
      result += joins ? " " : "\n"
    }
    return result
  }
}

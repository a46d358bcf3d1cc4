import Jixiao

/// A text as a run of characters without white space, each with its line and with what stood before it.
///
/// Columns and cells are gone from such a text; what is left of them are the gaps. One element is one scalar.
struct BrokenText: Sendable {
  /// What stood between a character and the one before it.
  enum Gap: Int, Sendable, CaseIterable {
    /// Nothing.
    case glued
    /// White space within a line.
    case space
    /// The end of a line.
    case line
    /// A blank line.
    case blank
    /// Several blank lines or a form feed.
    case page

    var endsLine: Bool { self != .glued && self != .space }
  }

  /// As printed.
  private(set) var printed: [Unicode.Scalar] = []
  /// Full-width forms folded, one for one.
  private(set) var folded: [Unicode.Scalar] = []
  private(set) var gaps: [Gap] = []
  /// 1-based.
  private(set) var lines: [Int] = []

  var count: Int { printed.count }

  init(_ text: TextLines) {
    var blanks = 0
    for line in text.lines {
      var gap = Gap.line
      if blanks >= 3 { gap = .page } else if blanks > 0 { gap = .blank }
      var isEmpty = true
      for scalar in text.text(line.range).unicodeScalars {
        if scalar.value == 0x0C { gap = .page }
        let isBlank = scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0xFEFF
        if isBlank {
          if gap == .glued { gap = .space }
          continue
        }
        if scalar.properties.generalCategory == .format { continue }
        printed.append(scalar)
        folded.append(Self.folded(scalar))
        gaps.append(gap)
        lines.append(line.number)
        gap = .glued
        isEmpty = false
      }
      blanks = isEmpty ? blanks + 1 : 0
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFE66: "="
    case 0xFE64: "<"
    case 0xFE65: ">"
    default: scalar
    }
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: printed[range])
    return String(view)
  }

  func foldedString(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: folded[range])
    return String(view)
  }

  /// The end of the line on which a character stands.
  func endOfLine(_ index: Int) -> Int {
    var end = index + 1
    while end < count, !gaps[end].endsLine { end += 1 }
    return end
  }

  func isDigit(_ index: Int) -> Bool { ("0"..."9").contains(folded[index]) }

  /// Width in half characters: 2 for an ideograph, 1 for ASCII.
  func width(_ index: Int) -> Int { printed[index].value < 0x2E80 ? 1 : 2 }

  /// The text without some ranges, in order and apart, as if the pages around them had been put together.
  func removing(_ ranges: [Range<Int>]) -> BrokenText {
    var kept = self
    kept.printed = []
    kept.folded = []
    kept.gaps = []
    kept.lines = []
    var from = 0
    for range in ranges + [count..<count] {
      let piece = from..<range.lowerBound
      kept.printed += printed[piece]
      kept.folded += folded[piece]
      kept.lines += lines[piece]
      if !piece.isEmpty { kept.gaps += [from == 0 ? gaps[from] : .page] + gaps[piece.dropFirst()] }
      from = range.upperBound
    }
    return kept
  }
}

import Jixiao

/// The families of a comparison cut into pieces of about as many indicators each, to be rendered at once.
struct FamilyChunks: Sendable {
  private static let indicators = 5_000

  private var ends: [Int] = []

  init(_ comparison: Comparison) {
    var gathered = 0
    for (index, family) in comparison.families.enumerated() {
      gathered += family.count
      if gathered >= Self.indicators {
        ends.append(index + 1)
        gathered = 0
      }
    }
    if gathered > 0 { ends.append(comparison.families.count) }
  }

  var count: Int { ends.count }

  subscript(piece: Int) -> Range<Int> { (piece == 0 ? 0 : ends[piece - 1])..<ends[piece] }
}

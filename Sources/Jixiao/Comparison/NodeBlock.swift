/// The names of one head, measure and direction: those among which families are looked for.
struct NodeBlock: Sendable {
  struct Key: Hashable {
    private let head: Int
    private let measure: ComparisonWords.Measure
    private let polarity: ComparisonWords.Polarity

    init(_ node: FamilyIndex.Node) {
      head = node.head
      measure = node.measure
      polarity = node.polarity
    }
  }

  struct Member: Sendable {
    let node: Int
    /// What is nearly one is looked for among the most frequent names only: no one reads more.
    let isFrequent: Bool
  }

  /// A name that follows another.
  struct Joined: Sendable {
    let node: Int
    let leader: Int
    let similarity: Ratio
  }

  private(set) var joined: [Joined] = []
  private(set) var borderline: [Borderline] = []
  private(set) var borderlineCount = 0

  /// Finds the leaders among names, the most frequent first.
  init(
    _ members: [Member], _ nodes: [FamilyIndex.Node], _ allTexts: [NodeText],
    _ parameters: ComparisonParameters
  ) {
    let texts = members.map { allTexts[$0.node] }
    let ranked = RankedGrams(texts)
    let near = Threshold(parameters.borderline), join = Threshold(parameters.similarity)
    /// The leaders in whose first pairs a pair stands.
    var index: [[Int32]] = Array(repeating: [], count: ranked.count)
    var seen: [Int32] = Array(repeating: -1, count: members.count)
    func note(_ own: Int, _ leader: Int, _ reason: Borderline.Reason) {
      borderlineCount += 1
      // The list is cut to the most important; until then it may grow to some times that.
      if borderline.count >= parameters.mostBorderline * 8 {
        borderline = Borderline.first(parameters.mostBorderline, of: borderline, nodes)
      }
      borderline.append(
        Borderline(
          left: members[leader].node, right: members[own].node,
          similarity: texts[own].grams.similarity(to: texts[leader].grams), reason: reason))
    }
    for own in members.indices {
      let isFrequent = members[own].isFrequent
      let limit = isFrequent ? near : join
      let grams = ranked.grams(own)
      let rare = grams.prefix(limit.prefix(of: grams.count))
      var best: (leader: Int, shared: Int, size: Int)?
      for gram in rare {
        for candidate in index[Int(gram)] where seen[Int(candidate)] != Int32(own) {
          seen[Int(candidate)] = Int32(own)
          let leader = Int(candidate), theirs = ranked.grams(leader)
          guard limit.canReach(grams.count, theirs.count) else { continue }
          let shared = RankedGrams.shared(grams, theirs), size = grams.count + theirs.count
          guard limit.holds(shared, size) else { continue }
          if let found = best, shared * found.size <= found.shared * size, !isFrequent { continue }
          if let reason = NameDifference.reason(texts[own], texts[leader]) {
            if isFrequent { note(own, leader, reason) }
          } else if !join.holds(shared, size) {
            note(own, leader, .similarity)
          } else if let found = best, shared * found.size <= found.shared * size {
            continue
          } else {
            best = (leader, shared, size)
          }
        }
      }
      if let best {
        joined.append(
          Joined(
            node: members[own].node, leader: members[best.leader].node,
            similarity: Ratio(2 * best.shared).divided(by: Ratio(best.size)) ?? .zero))
      } else {
        for gram in rare { index[Int(gram)].append(Int32(own)) }
      }
    }
  }
}

/// A bound on Dice's coefficient in whole numbers.
private struct Threshold {
  private let numerator: Int
  private let denominator: Int

  init(_ ratio: Ratio) {
    // Parameters are decimals of few places.
    numerator = Int(ratio.wholeParts?.numerator.coefficient ?? 1)
    denominator = Int(ratio.wholeParts?.denominator.coefficient ?? 1)
  }

  /// Whether 2·shared/size reaches the bound.
  func holds(_ shared: Int, _ size: Int) -> Bool { 2 * shared * denominator >= numerator * size }

  /// Whether names of so many pairs can reach it at all.
  func canReach(_ left: Int, _ right: Int) -> Bool { holds(min(left, right), left + right) }

  /// How many of the rarest pairs have to be looked at.
  func prefix(of count: Int) -> Int {
    let least = (count * numerator + 2 * denominator - numerator - 1) / (2 * denominator - numerator)
    return max(count - least + 1, 1)
  }
}

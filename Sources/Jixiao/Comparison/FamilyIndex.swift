/// Groups names into families without comparing all pairs.
///
/// Only names of one head, measure and direction can be one family. Among them the most frequent name leads; another
/// joins the leader it is most alike, if alike enough and nothing speaks against it. Leaders are found by their rarest
/// pairs of characters: a name of n pairs shares at least ⌈n·b/(2−b)⌉ of them with any other that reaches the
/// similarity b, so one of the rarest n−that+1 is among them, and no pair is missed.
struct FamilyIndex {
  /// A distinct name, as often as it stands in the sheets.
  struct Node: Sendable {
    let head: Int
    let measure: ComparisonWords.Measure
    let polarity: ComparisonWords.Polarity
    let core: String
    var count: Int
  }

  private struct Block: Hashable {
    let head: Int
    let measure: ComparisonWords.Measure
    let polarity: ComparisonWords.Polarity
  }

  private struct Entry: Hashable {
    let block: Int
    let gram: UInt64
  }

  /// The leader of every node, itself where it leads.
  private(set) var leaders: [Int]
  /// How alike a node and its leader are.
  private(set) var similarities: [Ratio]
  /// Pairs that were nearly one, by how many indicators they concern.
  private(set) var borderline: [Borderline] = []
  private(set) var borderlineCount = 0

  private let texts: [NodeText]
  private let nodes: [Node]
  private let parameters: ComparisonParameters

  init(_ nodes: [Node], words: ComparisonWords, parameters: ComparisonParameters) {
    self.nodes = nodes
    self.parameters = parameters
    texts = nodes.map { NodeText($0.core, words: words) }
    leaders = Array(nodes.indices)
    similarities = Array(repeating: .one, count: nodes.count)
    var blocks: [Block: Int] = [:]
    let blockOf = nodes.map { node in
      let block = Block(head: node.head, measure: node.measure, polarity: node.polarity)
      if let known = blocks[block] { return known }
      blocks[block] = blocks.count
      return blocks.count - 1
    }
    var frequency: [Entry: Int] = [:]
    for (index, text) in texts.enumerated() {
      for gram in text.grams.grams { frequency[Entry(block: blockOf[index], gram: gram), default: 0] += 1 }
    }
    let limit = Threshold(parameters.borderline), join = Threshold(parameters.similarity)
    let order = nodes.indices.sorted { left, right in
      (nodes[right].count, nodes[left].core, left) < (nodes[left].count, nodes[right].core, right)
    }
    var index: [Entry: [Int]] = [:]
    var seen: [Int] = Array(repeating: -1, count: nodes.count)
    for node in order {
      let block = blockOf[node]
      let grams = texts[node].grams.grams
      let rare = grams.sorted {
        let a = frequency[Entry(block: block, gram: $0)] ?? 0,
          b = frequency[Entry(block: block, gram: $1)] ?? 0
        return (a, $0) < (b, $1)
      }.prefix(limit.prefix(of: grams.count))
      var best: (leader: Int, shared: Int, size: Int)?
      for gram in rare {
        for leader in index[Entry(block: block, gram: gram)] ?? [] where seen[leader] != node {
          seen[leader] = node
          let size = grams.count + texts[leader].grams.grams.count
          guard limit.canReach(grams.count, texts[leader].grams.grams.count) else { continue }
          let shared = texts[node].grams.shared(with: texts[leader].grams)
          guard limit.holds(shared, size) else { continue }
          if let reason = NameDifference.reason(texts[node], texts[leader]) {
            note(node, leader, reason)
          } else if !join.holds(shared, size) {
            note(node, leader, .similarity)
          } else if let found = best, shared * found.size <= found.shared * size {
            continue
          } else {
            best = (leader, shared, size)
          }
        }
      }
      if let best {
        leaders[node] = best.leader
        similarities[node] = Ratio(2 * best.shared).divided(by: Ratio(best.size)) ?? .zero
      } else {
        for gram in rare { index[Entry(block: block, gram: gram), default: []].append(node) }
      }
    }
    borderline.sort { $0.order(self.nodes) < $1.order(self.nodes) }
    if borderline.count > parameters.mostBorderline {
      borderline.removeLast(borderline.count - parameters.mostBorderline)
    }
  }

  private mutating func note(_ node: Int, _ leader: Int, _ reason: Borderline.Reason) {
    borderlineCount += 1
    // The list is cut to the most important; until then it may grow to some times that.
    if borderline.count >= parameters.mostBorderline * 8 {
      let nodes = nodes
      borderline.sort { $0.order(nodes) < $1.order(nodes) }
      borderline.removeLast(borderline.count - parameters.mostBorderline)
    }
    borderline.append(
      Borderline(
        left: leader, right: node, similarity: texts[node].grams.similarity(to: texts[leader].grams),
        reason: reason))
  }

  /// The member that is most like all others, each counted as often as it stands; the leader of a large family.
  func medoid(of members: [Int]) -> Int {
    guard members.count > 2, members.count <= 64 else { return leaders[members[0]] }
    var best: (node: Int, sum: Ratio)?
    for node in members.sorted(by: { (nodes[$1].count, $0) < (nodes[$0].count, $1) }) {
      var sum = Ratio.zero
      for other in members where other != node {
        sum = sum + texts[node].grams.similarity(to: texts[other].grams) * Ratio(nodes[other].count)
      }
      sum = sum + Ratio(nodes[node].count)
      if let found = best, sum <= found.sum { continue }
      best = (node, sum)
    }
    return best?.node ?? leaders[members[0]]
  }

  func similarity(_ left: Int, _ right: Int) -> Ratio { texts[left].grams.similarity(to: texts[right].grams) }
}

/// A pair of names that was kept apart although it is nearly one; a person may know better.
public struct Borderline: Sendable, Hashable {
  public enum Reason: String, Sendable, Hashable {
    /// Alike, but less than it takes.
    case similarity
    /// Numbers in the names differ.
    case numbers
    /// A marking word stands in one only.
    case words
    /// One word stands in the place of another.
    case replaced
  }

  let left: Int
  let right: Int
  public let similarity: Ratio
  public let reason: Reason

  fileprivate func order(_ nodes: [FamilyIndex.Node]) -> (Int, Int, Int) {
    (-(nodes[left].count + nodes[right].count), left, right)
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

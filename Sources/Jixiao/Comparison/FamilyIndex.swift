/// Groups names into families without comparing all pairs.
///
/// Only names of one head, measure and direction can be one family. Among them the most frequent name leads; another
/// joins the leader it is most alike, if alike enough and nothing speaks against it. Leaders are found by their rarest
/// pairs of characters: a name of n pairs shares at least ⌈n·b/(2−b)⌉ of them with any other that reaches the
/// similarity b, so one of the rarest n−that+1 is among them, and no pair is missed. Leaders are entered with the pairs
/// that their own place in the order asks for, never fewer than those that come later look for.
struct FamilyIndex {
  /// A distinct name, as often as it stands in the sheets.
  struct Node: Sendable {
    let head: Int
    let measure: ComparisonWords.Measure
    let polarity: ComparisonWords.Polarity
    let core: String
    var count: Int
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

  init(
    _ nodes: [Node], words: ComparisonWords, parameters: ComparisonParameters,
    sharing: some WorkSharing = InTurn()
  ) {
    self.nodes = nodes
    self.parameters = parameters
    texts = sharing.map(nodes.indices, by: 1_000) { range in
      range.map { NodeText(nodes[$0].core, words: words) }
    }.flatMap(\.self)
    leaders = Array(nodes.indices)
    similarities = Array(repeating: .one, count: nodes.count)
    let order = nodes.indices.sorted { left, right in
      if nodes[left].count != nodes[right].count { return nodes[left].count > nodes[right].count }
      let a = ByteText(nodes[left].core), b = ByteText(nodes[right].core)
      return a == b ? left < right : a < b
    }
    // Names that never meet need not be looked at one after another.
    var numbers: [NodeBlock.Key: Int] = [:]
    var members: [[NodeBlock.Member]] = []
    for (position, node) in order.enumerated() {
      let own = NodeBlock.Member(node: node, isFrequent: position < parameters.mostSearched)
      let key = NodeBlock.Key(nodes[node])
      if let number = numbers[key] {
        members[number].append(own)
      } else {
        numbers[key] = members.count
        members.append([own])
      }
    }
    let (texts, blocks) = (texts, members)
    let found = sharing.map(blocks.count) { NodeBlock(blocks[$0], nodes, texts, parameters) }
    for block in found {
      for joined in block.joined {
        leaders[joined.node] = joined.leader
        similarities[joined.node] = joined.similarity
      }
      borderline += block.borderline
      borderlineCount += block.borderlineCount
    }
    borderline = Borderline.first(parameters.mostBorderline, of: borderline, nodes)
  }

  /// The member that is most like all others, each counted as often as it stands; the leader of a large family.
  func medoid(of members: [Int]) -> Int {
    guard members.count > 2, members.count <= 12 else { return leaders[members[0]] }
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

  /// The most important, those of most indicators first.
  static func first(_ count: Int, of pairs: [Borderline], _ nodes: [FamilyIndex.Node]) -> [Borderline] {
    func order(_ pair: Borderline) -> (Int, Int, Int) {
      (-(nodes[pair.left].count + nodes[pair.right].count), pair.left, pair.right)
    }
    return Array(pairs.sorted { order($0) < order($1) }.prefix(count))
  }
}

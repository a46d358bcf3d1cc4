import Testing

@testable import Jixiao

/// Which names become one family.
struct FamilyIndexTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let left: String
    let right: String
    let together: Bool
    var testDescription: String { "\(left) ~ \(right)" }

    init(_ left: String, _ right: String, _ together: Bool) {
      self.left = left
      self.right = right
      self.together = together
    }
  }

  @Test(arguments: [
    Pair("数量指标|慰问人数|>=|500|人", "数量指标|慰问职工人数|>|300|人数", true),
    Pair("数量指标|慰问人数|>=|500|人", "数量指标|培训人数|>=|500|人", false),
    Pair("时效指标|资金拨付及时率|=|100|%", "质量指标|资金拨付完成率|=|100|%", false),
    Pair("成本指标|开展慰问工作成本|<=|8|万元", "数量指标|慰问人数|>=|500|人", false),
    Pair("满意度指标|职工满意度|>=|95|%", "服务对象满意度指标|受益群众满意程度|>=|90|%", true),
    Pair("满意度指标|在档会员|=|100|%", "满意度指标|职工满意度|>=|95|%", true),
    Pair("数量指标|孕产妇7天访视数|>=|9|人", "数量指标|孕产妇42天访视数|>=|9|人", false),
    Pair("数量指标|开展职工文体活动（次）|>=|4|次", "数量指标|开展职工文体活动次数|>=|5|批次", true),
    Pair("数量指标|开展职工文体活动|=|12|月", "数量指标|开展职工文体活动次数|>=|5|批次", false),
    Pair("经济成本指标|上缴经费|>=|50|万元", "经济成本指标|上缴经费|<=|50|万元", false),
    Pair("社会效益指标|提升工作效率|定性|有效提升|", "社会效益指标|提升工作效率|定性|显著提升|", true),
  ])
  func namesAreOneFamily(_ pair: Pair) throws {
    let comparison = try Compared.rows([("甲县总工会", pair.left), ("乙县总工会", pair.right)])
    #expect((comparison.families.count == 1) == pair.together)
  }

  /// The index finds what comparing all pairs finds: 400 random names, leaders chosen by the same rule.
  @Test func noPairIsMissed() throws {
    let words = try Compared.words(), parameters = try Compared.parameters()
    var random = SplitMix64(seed: 7)
    let parts = Array("道路桥梁河道林地学校医院公园车站村庄社区农田水库".unicodeScalars)
    var nodes: [FamilyIndex.Node] = []
    var seen: Set<String> = []
    while nodes.count < 400 {
      var name = String.UnicodeScalarView()
      for _ in 0..<(4 + Int(random.next() % 5)) { name.append(parts[Int(random.next() % 12)]) }
      guard seen.insert(String(name)).inserted else { continue }
      nodes.append(
        FamilyIndex.Node(
          head: 1, measure: .share, polarity: .up, core: String(name), count: Int(random.next() % 9)))
    }
    let index = FamilyIndex(nodes, words: words, parameters: parameters)
    let texts = nodes.map { NodeText($0.core, words: words) }
    let order = nodes.indices.sorted {
      (nodes[$1].count, nodes[$0].core, $0) < (nodes[$0].count, nodes[$1].core, $1)
    }
    var leaders: [Int] = []
    var borderline = 0, joined = 0
    for node in order {
      var best: (leader: Int, similarity: Ratio)?
      for leader in leaders {
        let similarity = texts[node].grams.similarity(to: texts[leader].grams)
        if similarity < parameters.borderline { continue }
        if NameDifference.reason(texts[node], texts[leader]) != nil || similarity < parameters.similarity {
          borderline += 1
        } else if similarity > best?.similarity ?? .zero {
          best = (leader, similarity)
        }
      }
      if let best {
        joined += 1
        #expect(index.similarities[node] == best.similarity)
      } else {
        leaders.append(node)
        #expect(index.leaders[node] == node)
      }
    }
    #expect(index.borderlineCount == borderline)
    #expect(joined > 0 && borderline > 0)
  }

  @Test func medoidIsTheMostTypical() throws {
    let comparison = try Compared.rows([
      ("甲", "数量指标|农村公路日常养护里程|>=|9|公里"), ("乙", "数量指标|农村公路日常养护里程|>=|9|公里"),
      ("丙", "数量指标|县农村公路日常养护里程|>=|9|公里"),
    ])
    #expect(comparison.families.map(\.name) == ["农村公路日常养护里程"])
    #expect(comparison.families.first?.confidence.map { $0 < .one } == true)
  }
}

import Jixiao
import Testing

@testable import JixiaoStream

/// The short way in whole numbers gives the share of the pack's own function, or no answer.
@Suite struct QuickRuleTests {
  @Test(arguments: Streaming.packs)
  func sharesOfTheKernel(pack: String) throws {
    let kernel = Kernel(try Streaming.scorer(pack).pack)
    var random = SplitMix64(seed: 3)
    var answered = 0
    for relation in Relation.allCases where relation != .qualitative {
      for name in [nil] + ScoringRuleName.allCases.map({ $0 }) {
        let quick = kernel.quickRule(for: relation, named: name)
        let rule = kernel.rule(for: relation, named: name).rule.rule
        for _ in 0..<40 {
          let target = Int.random(in: 1...200, using: &random)
          let actual = Bool.random(using: &random) ? target : Int.random(in: 0...400, using: &random)
          guard let share = quick.share(actual: UInt64(actual), target: UInt64(target)) else { continue }
          answered += 1
          let claim = Claim(
            relation: relation, target: Exact(target), actual: Exact(actual), weight: Exact(10))
          let credit = try #require(kernel.credit(claim, under: rule))
          let mine = try #require(Ratio(Exact(Int(share.part)), over: Exact(Int(share.whole))))
          #expect(credit.share.ratio == mine, "\(relation) \(name?.rawValue ?? "") \(actual)/\(target)")
        }
      }
    }
    // A pack with a pass mark on everything leaves all of it to the kernel.
    if pack == "literal" { #expect(answered == 5 * 5 * 40) }
  }
}

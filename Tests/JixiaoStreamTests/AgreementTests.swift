import Jixiao
import JixiaoDocuments
import Testing

@testable import JixiaoStream

/// The stream and the single-sheet path are one: the same totals, the same complaints, whatever the blocks.
@Suite struct AgreementTests {
  @Test(arguments: Streaming.packs, [RandomTable.plain, RandomTable.full])
  func everyPack(pack: String, columns: [String]) throws {
    let scorer = try Streaming.scorer(pack)
    for seed in 1...4 {
      let table = RandomTable(seed: UInt64(seed), sheets: 40, columns: columns).bytes
      let streamed = try Streaming.flat(table, scorer)
      let whole = try Streaming.wholly(table, scorer)
      try same(streamed, whole, "\(pack) \(seed)")
    }
  }

  @Test func lineEndsOfWindows() throws {
    let scorer = try Streaming.scorer("literal")
    let table = RandomTable(seed: 9, sheets: 60, columns: RandomTable.full, ending: "\r\n").bytes
    try same(Streaming.flat(table, scorer), Streaming.wholly(table, scorer), "CR LF")
  }

  @Test(arguments: [1, 2, 7], [700, 4096, 1 << 16])
  func blocksAndWorkersChangeNothing(workers: Int, blockSize: Int) throws {
    let scorer = try Streaming.scorer("literal")
    let table = RandomTable(seed: 5, sheets: 300, columns: RandomTable.plain).bytes
    let once = try Streaming.flat(table, scorer, blockSize: 1 << 20)
    let again = try Streaming.flat(table, scorer, workers: workers, blockSize: blockSize, step: 333)
    try same(again, once, "\(workers) × \(blockSize)")
  }

  private func same(_ left: Streamed, _ right: Streamed, _ what: String) throws {
    #expect(left.lines.count == right.lines.count, "\(what)")
    for (mine, theirs) in zip(left.lines, right.lines) where mine != theirs {
      Issue.record("\(what): \(mine) is not \(theirs)")
    }
    #expect(left.problems == right.problems, "\(what)")
  }
}

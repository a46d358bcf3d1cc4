import Testing

@testable import JixiaoDocuments

@Suite struct ByteSearchTests {
  @Test(arguments: ["a", "ab", "aab", "abab", "</sheetData"])
  func findsWhatASlowSearchFinds(word: String) {
    let word = Array(word.utf8)
    let search = ByteSearch(word)
    var random: UInt64 = 7
    for length in 0..<60 {
      var bytes: [UInt8] = (0..<length).map { _ in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return random >> 40 & 1 == 0 ? UInt8(ascii: "a") : UInt8(ascii: "b")
      }
      if length % 3 == 0 { bytes.insert(contentsOf: word, at: length / 2) }
      for start in 0...bytes.count {
        let slow = (start..<max(start, bytes.count - word.count + 1)).first {
          bytes[$0..<($0 + word.count)].elementsEqual(word)
        }
        #expect(search.first(in: bytes, from: start) == slow)
      }
    }
  }

  @Test(arguments: [
    ("年度绩效目标", "绩效", true), ("年度", "年度绩效", false), ("绩绩效", "绩效", true), ("", "扣", false), ("扣", "扣", true),
    ("每少1场扣2分", "扣", true), ("得", "得分", false), ("一二三四五六七八九得十", "得分", false),
  ])
  func wordsInTexts(text: String, word: String, isHeld: Bool) {
    #expect(text.holds(word) == isHeld)
    #expect(text.holds(Array(word.utf8)[0]) == text.utf8.contains(Array(word.utf8)[0]))
  }
}

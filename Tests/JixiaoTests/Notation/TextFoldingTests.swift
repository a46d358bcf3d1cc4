import Testing

@testable import Jixiao

struct TextFoldingTests {
  @Test(
    "forms of one text fold alike",
    arguments: [
      ("＞＝ ５０ ％", ">=50%"), ("﹦１００﹪", "=100%"), ("═1", "=1"), ("﹤3", "<3"), ("﹥3", ">3"), ("−5", "-5"),
      ("－５", "-5"), ("２，００４．８５", "2,004.85"), ("户（套）", "户(套)"),
      ("４００㎡", "400m2"), ("5㎥", "5m3"), ("3㎞", "3km"), ("2㎢", "2km2"), ("￥5", "¥5"), ("８０％～９０％", "80%~90%"),
      ("人\u{200B}次\u{FEFF}", "人次"), (" \u{3000}\u{A0}\t\r\n", ""), ("ABCabc", "ABCabc"),
      ("ＡＢＣ", "ABC"), ("、。《》", "、。《》"), ("人·次", "人·次"), ("25℃", "25℃"),
    ])
  func folds(text: String, expected: String) {
    #expect(text.folded == expected)
  }

  @Test func foldingTwiceChangesNothing() {
    var scalars =
      (0...0x33FF).compactMap(Unicode.Scalar.init) + (0xFE00...0xFFFF).compactMap(Unicode.Scalar.init)
    var random = SplitMix64(seed: 1)
    scalars.shuffle(using: &random)
    for start in stride(from: 0, to: scalars.count, by: 16) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start..<min(start + 16, scalars.count)])
      let folded = String(text).folded
      #expect(Array(folded.folded.utf8) == Array(folded.utf8))
      let spaceless = String(text).withoutSpace
      #expect(Array(spaceless.withoutSpace.utf8) == Array(spaceless.utf8))
      #expect(Array(spaceless.folded.utf8) == Array(folded.utf8))
    }
  }

  @Test func removingSpaceKeepsCharactersAsPrinted() {
    #expect(" ＞＝ ５０\n％".withoutSpace == "＞＝５０％")
    #expect("有效".withoutSpace == "有效")
  }
}

import JixiaoReports
import Testing

@Test(arguments: [("abc", 3), ("绩效", 4), ("“绩”", 4), ("ａ", 2), ("e\u{301}", 1), ("", 0)])
func chineseIsTwoColumnsWide(_ text: String, _ width: Int) {
  #expect(DisplayWidth.of(text) == width)
}

@Test func textIsCutBetweenCharactersAndTheCutShows() {
  #expect(DisplayWidth.cut("绩效表", to: 5) == "绩效…")
  #expect(DisplayWidth.cut("绩效表", to: 6) == "绩效表")
  #expect(DisplayWidth.padded("绩效", to: 6) == "绩效  ")
  #expect(DisplayWidth.padded("9", to: 3, right: true) == "  9")
}

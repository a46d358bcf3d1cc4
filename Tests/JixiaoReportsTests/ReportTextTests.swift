import Testing

@testable import JixiaoReports

@Test(arguments: [
  ("平常的文字 ≥95%，a-b", "平常的文字 ≥95%，a-b"), ("a\tb\nc", "a b c"), ("表\u{202E}txt", "表⟨U+202E⟩txt"),
  ("零\u{200B}宽", "零⟨U+200B⟩宽"), ("\u{1b}[31m", "⟨U+001B⟩[31m"), ("a\u{0}b", "a⟨U+0000⟩b"),
  ("\u{FFFE}", "⟨U+FFFE⟩"),
  ("\u{E0041}", "⟨U+E0041⟩"), ("𠮷", "𠮷"),
])
func whatCannotBeSeenIsShown(_ text: String, _ shown: String) {
  #expect(ReportText.visible(text) == shown)
}

@Test(arguments: [
  ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"), ("无标记", "无标记"), ("]]>", "]]&gt;"), ("<\u{0}", "&lt;⟨U+0000⟩"),
])
func markupIsEscaped(_ text: String, _ escaped: String) {
  #expect(XMLText.escaped(text) == escaped)
}

@Test(arguments: [("一二三", 3, "一二三"), ("一二三四", 3, "一二三…"), ("", 3, "")])
func aCutShows(_ text: String, _ limit: Int, _ cut: String) {
  #expect(ReportText.cut(text, to: limit) == cut)
}

import Jixiao

/// Rows that a template offers and nobody filled: 指标2：, ……, 指标1：/.
enum TemplateRows {
  /// The pieces without unfilled names and the blanks and dashes behind them; what follows begins a new row.
  static func removed(from tokens: [LooseToken], words: SheetWords, log: inout ReadLog) -> [LooseToken] {
    var kept: [LooseToken] = []
    var at = 0
    while at < tokens.count {
      var token = tokens[at]
      if isUnfilledName(token.text, words) {
        log.dropped(token.text, at: token.place, zh: "模板的空行", en: "an empty row of the template")
        at += 1
        while at < tokens.count,
          tokens[at].isBlank || words.isNoNumber(tokens[at].text.folded)
            || isUnfilledName(tokens[at].text, words)
        {
          at += 1
        }
        if at < tokens.count { token = tokens[at] } else { break }
        token.gap = .rowEnd
        // Its own cells may be broken over the pieces that follow; only what stands before it is another row.
        kept.append(token)
        at += 1
        continue
      }
      kept.append(token)
      at += 1
    }
    return kept
  }

  private static func isUnfilledName(_ text: String, _ words: SheetWords) -> Bool {
    !text.withoutSpace.isEmpty && text.utf8.count < 60 && !words.isNoNumber(text.folded)
      && IndicatorName.name(text, words: words) == nil
  }
}

import Jixiao

/// Rows of which a text gives the names first and the values after: 指标24:… 指标25:… 14例 14例 2 2 2469人 2258人 2 1.7.
///
/// Only numbered names are put back before their values, and only where as many equal sets of values follow as names.
enum NamesAhead {
  static func untangled(_ tokens: [LooseToken], vocabulary: Vocabulary) -> [LooseToken] {
    let words = vocabulary.sheets
    func isNumbered(_ token: LooseToken) -> Bool {
      let folded = token.text.folded
      return words.namePrefixes.contains {
        folded.hasPrefix($0) && folded.dropFirst($0.count).first.map { $0.isASCII && $0.isNumber } ?? false
      } && IndicatorName.name(token.text, words: words) != nil
    }
    /// Words, a quantity with a unit, or a bare number.
    func kind(_ token: LooseToken) -> Int {
      let target = Target(cell: token.text, vocabulary: vocabulary)
      if target.value == nil { return 0 }
      return target.unit == nil ? 1 : 2
    }
    var result: [LooseToken] = []
    var at = 0
    while at < tokens.count {
      guard isNumbered(tokens[at]), tokens[at].gap.sameCell != nil else {
        result.append(tokens[at])
        at += 1
        continue
      }
      var names: [[LooseToken]] = []
      var next = at
      while next < tokens.count, kind(tokens[next]) == 0 {
        if isNumbered(tokens[next]) { names.append([]) }
        names[names.count - 1].append(tokens[next])
        next += 1
      }
      var end = next
      while end < tokens.count, kind(tokens[end]) != 0 { end += 1 }
      let values = Array(tokens[next..<end])
      let size = names.count > 1 && values.count % names.count == 0 ? values.count / names.count : 0
      let shapes =
        size > 1 ? stride(from: 0, to: values.count, by: size).map { values[$0..<($0 + size)].map(kind) } : []
      if let first = shapes.first, shapes.allSatisfy({ $0 == first }), first.contains(2), first.contains(1) {
        for (i, name) in names.enumerated() { result += name + values[(i * size)..<((i + 1) * size)] }
      } else {
        result += tokens[at..<end]
      }
      at = end
    }
    return result
  }
}

/// What a name says once spelling, years, bodies and filling words are gone: a head and what it is said of.
///
/// `开展2025年职工文体活动次数` is occasions of `文体`; `慰问活动完成率` is completion of `慰问`.
struct NameKey: Sendable, Hashable {
  /// Index of the head; nil where the name ends in none and its unit has to say.
  var head: Int?
  /// What the head is said of, without filling words; may be empty.
  var core: String
  /// The same with them, for names of nothing else.
  var body: String
}

/// Brings names to one form.
struct NameForms: Sendable {
  let words: ComparisonWords
  let units: UnitTable

  /// The key of a name as printed, years and the names of body and project left out.
  func key(_ name: String) -> NameKey {
    var text = plain(name)
    text = withSynonyms(withoutYears(text))
    if text.hasSuffix("指标"), text.count > 2 { text = String(text.dropLast(2)) }
    let (head, body) = split(text)
    let core = words.generic.masked(body).filter { $0 != "|" }
    return NameKey(head: head, core: core, body: body.isEmpty ? text : body)
  }

  /// The name without the body's own name and, where the head speaks of the whole project, without the project's title.
  func specific(_ name: String, organization: String, projectCore: String) -> String {
    var text = name
    if organization.utf8.count >= 12, let range = text.firstRange(of: organization) {
      text.removeSubrange(range)
    }
    if projectCore.utf8.count >= 18, let range = text.firstRange(of: projectCore) {
      let (head, _) = split(plain(name))
      if let head, words.heads[head].isWhole { text.removeSubrange(range) }
    }
    return text.isEmpty ? name : text
  }

  /// A project's title without year, remark and the words for money: `2024年走访志愿者服务活动补助资金（实有资金）`
  /// → `走访志愿者服务活动补助`.
  func projectCore(_ project: String, organization: String) -> String {
    var text = project.folded
    if let open = text.firstIndex(of: "("), open != text.startIndex { text = String(text[..<open]) }
    if !organization.isEmpty, let range = text.firstRange(of: organization) { text.removeSubrange(range) }
    text = withoutYears(text)
    var found = true
    while found {
      found = false
      for ending in ["项目", "资金", "经费", "专项"] where text.hasSuffix(ending) && text.count > 2 {
        text = String(text.dropLast(2))
        found = true
      }
    }
    return text
  }

  /// Folded, without quotes and sentence marks, without a unit in brackets at its end.
  private func plain(_ name: String) -> String {
    var text = name.folded
    if text.last == ")", let open = text.lastIndex(of: "("), open != text.startIndex {
      let remark = text[text.index(after: open)...].dropLast()
      if remark.count <= 3 || units.unit(String(remark)) != nil { text = String(text[..<open]) }
    }
    return text.filter { !"“”\"‘’'《》、,，。.;；:：()（）[]【】·-—".contains($0) }
  }

  /// Without `2024年度`, `2024年`, and a bare year at the beginning.
  private func withoutYears(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "2")) || text.utf8.contains(UInt8(ascii: "1")) else { return text }
    var kept = ""
    var digits = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      let isYear = digits.count == 4 && (digits.hasPrefix("20") || digits.hasPrefix("19"))
      if isYear, character == "年" {
        if rest.first == "度" { rest.removeFirst() }
      } else {
        if !(isYear && kept.isEmpty) { kept += digits }
        kept.append(character)
      }
      digits = ""
    }
    return kept + digits
  }

  private func withSynonyms(_ text: String) -> String {
    var matches: [(range: Range<Int>, number: Int)] = []
    words.synonymWords.forEachMatch(in: text) { number, range in
      // By start; a longer match at the same place comes later and takes the place of the shorter.
      if let last = matches.last, range.lowerBound < last.range.upperBound {
        if range.lowerBound == last.range.lowerBound { matches[matches.count - 1] = (range, number) }
        return
      }
      matches.append((range, number))
    }
    if matches.isEmpty { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var at = 0
    for match in matches {
      kept += bytes[at..<match.range.lowerBound]
      kept += words.synonyms[match.number].to.utf8
      at = match.range.upperBound
    }
    kept += bytes[at...]
    return String(decoding: kept, as: UTF8.self)
  }

  /// The longest head at the end of a name, and what stands before it.
  private func split(_ text: String) -> (head: Int?, body: String) {
    let end = text.utf8.count
    var longest = 0
    var head: Int?
    words.endings.forEachMatch(in: text) { number, range in
      if range.upperBound == end, range.count > longest {
        longest = range.count
        head = number
      }
    }
    guard let head else { return (nil, text) }
    return (head, String(decoding: Array(text.utf8.prefix(end - longest)), as: UTF8.self))
  }
}

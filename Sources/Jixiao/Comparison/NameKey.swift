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
    var text = withSynonyms(withoutYears(plain(name)))
    // More than the ending itself: two characters are six bytes here.
    if text.endsWith("指标"), text.utf8.count > 6 { text = text.dropping(last: 6) }
    let (head, body) = split(text)
    let core = words.generic.masked(body, with: nil)
    return NameKey(head: head, core: core, body: body.isEmpty ? text : body)
  }

  /// The name without the body's own name and, where the head speaks of the whole project, without the project's title.
  func specific(_ name: String, organization: String, projectCore: String) -> String {
    var text = name
    if organization.utf8.count >= 12, let cut = text.removing(organization) { text = cut }
    // Bytes are at least as many as characters, and counted at once.
    if projectCore.utf8.count >= words.titleLength, let cut = text.removing(projectCore),
      projectCore.count >= words.titleLength
    {
      let (head, _) = split(plain(name))
      if let head, words.heads[head].isWhole { text = cut }
    }
    return text.isEmpty ? name : text
  }

  /// A project's title without year, remark and the words for money: `2024年走访志愿者服务活动补助资金（实有资金）`
  /// → `走访志愿者服务活动补助`.
  func projectCore(_ project: String, organization: String) -> String {
    var text = project.folded
    if let open = text.firstIndex(of: "("), open != text.startIndex { text = String(text[..<open]) }
    if !organization.isEmpty, let cut = text.removing(organization) { text = cut }
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
    if text.utf8.last == UInt8(ascii: ")"), let open = text.lastIndex(of: "("), open != text.startIndex {
      let remark = text[text.index(after: open)...].dropLast()
      if remark.count <= 3 || units.unit(String(remark)) != nil { text = String(text[..<open]) }
    }
    return Self.marks.masked(text, with: nil)
  }

  /// Marks that say nothing about what is measured.
  private static let marks = PhraseMatcher("“”\"‘’'《》、,，。.;；:：()（）[]【】·-—".map { (String($0), 0) })

  /// Without `2024年度`, `2024年`, and a bare year at the beginning.
  private func withoutYears(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "1") || $0 == UInt8(ascii: "2") }) else {
      return text
    }
    let bytes = Array(text.utf8)
    let year = Array("年".utf8), degree = Array("度".utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      var end = at
      while end < bytes.count, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "9") { end += 1 }
      let digits = bytes[at..<end]
      let isYear = digits.count == 4 && (digits.starts(with: "20".utf8) || digits.starts(with: "19".utf8))
      if isYear, bytes[end...].starts(with: year) {
        at = end + year.count
        if bytes[at...].starts(with: degree) { at += degree.count }
        continue
      }
      if !(isYear && kept.isEmpty && end < bytes.count) { kept += digits }
      if end < bytes.count { kept.append(bytes[end]) }
      at = end + 1
    }
    return String(decoding: kept, as: UTF8.self)
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

extension String {
  fileprivate func endsWith(_ ending: String) -> Bool { utf8.reversed().starts(with: ending.utf8.reversed()) }

  fileprivate func dropping(last count: Int) -> String {
    String(decoding: utf8.dropLast(count), as: UTF8.self)
  }

  /// The text without the first occurrence of another; nil where it does not occur. Compared byte by byte, as this is asked
  /// of every indicator.
  fileprivate func removing(_ part: String) -> String? {
    let whole = utf8Span.span, sought = part.utf8Span.span
    guard sought.count > 0, sought.count <= whole.count else { return nil }
    let first = sought[0]
    for start in 0...(whole.count - sought.count) where whole[start] == first {
      var length = 1
      while length < sought.count, whole[start + length] == sought[length] { length += 1 }
      if length == sought.count {
        let bytes = Array(utf8)
        return String(decoding: bytes[..<start] + bytes[(start + length)...], as: UTF8.self)
      }
    }
    return nil
  }
}

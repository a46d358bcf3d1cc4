import Jixiao

/// A title such as `专项预算项目绩效目标完成情况自评表（2024年度）`: what kind of sheet follows, and of which year.
struct SheetTitle: Sendable, Equatable {
  var isSelfAssessment: Bool
  /// Nil where the title does not say whether a department or a project is meant.
  var subject: SheetWords.Subject?
  var year: Int?
  var text: String
  var place: Place

  /// A title is short, is no sentence, and ends in the words of one.
  init?(_ text: String, at place: Place, words: SheetWords) {
    guard text.utf8.count <= 240 else { return nil }
    let folded = text.folded
    if folded.isEmpty || folded.unicodeScalars.contains(where: Self.endsSentence) { return nil }
    let core = SheetWords.core(folded)
    // 本年度绩效目标 is a label of the head.
    guard core.count <= 50, words.label(text) == nil, let isSelfAssessment = words.titleIsSelfAssessment(core)
    else { return nil }
    self.isSelfAssessment = isSelfAssessment
    subject = words.subject(ofTitle: core)
    year = SheetYear.first(in: folded)
    self.text = text.withoutSpace
    self.place = place
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", ";", ",", "!", "?": true
    default: false
    }
  }
}

/// The years that sheets print.
enum SheetYear {
  /// The year of a line that says nothing else: `（2024年度）`, `(2025 年)`.
  static func alone(in folded: String) -> Int? {
    var text = Substring(folded)
    if text.hasPrefix("(") { text = text.dropFirst() }
    if text.hasSuffix(")") { text = text.dropLast() }
    if text.hasSuffix("度") { text = text.dropLast() }
    guard text.hasSuffix("年") else { return nil }
    return year(text.dropLast())
  }

  /// The first year within a text: `2023年项目绩效目标表`, `…自评表(2021)`; the year of a date such as 2022年4月2日 is none.
  static func first(in folded: String) -> Int? {
    var rest = Substring(folded)
    while let mark = rest.firstIndex(of: "年") {
      let behind = rest[rest.index(after: mark)...]
      let month = behind.prefix { $0.isASCII && $0.isNumber }
      let isDate = !month.isEmpty && behind.dropFirst(month.count).first == "月"
      if !isDate, let year = year(rest[..<mark].suffix(4)) { return year }
      rest = behind
    }
    if folded.hasSuffix(")"), folded.dropLast().dropLast(4).last == "(" {
      return year(folded.dropLast().suffix(4))
    }
    return nil
  }

  private static func year(_ digits: Substring) -> Int? {
    guard digits.utf8.count == 4, let year = Int(digits), (1990...2099).contains(year) else { return nil }
    return year
  }
}

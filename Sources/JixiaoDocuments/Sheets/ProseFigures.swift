import Jixiao

/// Finds changes against last year and counts of projects in the running text between two tables.
///
/// Lines are joined, because a text layer breaks them anywhere: `增长` and `5.09%` may stand on two.
struct ProseFigures {
  private var text = ""
  private var starts: [(offset: Int, place: Place)] = []
  /// More than this is no explanation of a budget.
  private static let limit = 1 << 20

  mutating func add(_ line: String, at place: Place) {
    guard text.utf8.count < Self.limit else { return }
    starts.append((text.utf8.count, place))
    text += line.folded
  }

  mutating func hand(to figures: inout PublishedFigures) {
    defer {
      text = ""
      starts = []
    }
    guard text.utf8.count > 30 else { return }
    let characters = Array(text)
    var index = 0
    while index + 2 < characters.count {
      if characters[index] == "增" && characters[index + 1] == "长"
        || characters[index] == "下" && characters[index + 1] == "降"
      {
        if let change = change(characters, index) { figures.changes.append(change) }
        index += 2
      } else if characters[index] == "项", Self.holds(characters, index, "项目共") {
        if let statement = statement(characters, index) { figures.statements.append(statement) }
        index += 3
      } else {
        index += 1
      }
    }
  }

  /// Reads backwards from 增长 or 下降: `…14.37万元,比上年预算减少3.96万元,下降21.60%`.
  private func change(_ text: [Character], _ word: Int) -> PublishedFigures.Change? {
    var end = word + 2
    guard let percent = Self.number(text, from: &end), end < text.count, text[end] == "%" else { return nil }
    var back = word - 1
    Self.skip(text, &back, ",;")
    guard let difference = Self.amount(text, back: &back) else { return nil }
    let falls: Bool
    if Self.ends(text, back, "增加") {
      falls = false
    } else if Self.ends(text, back, "减少") {
      falls = true
    } else {
      return nil
    }
    back -= 2
    // 比上年预算, 较上年执行数: the words between the amount and what it is held against.
    var begin = back
    while begin >= 0, back - begin < 12, text[begin] != ",", text[begin] != "比", text[begin] != "较" {
      begin -= 1
    }
    guard begin >= 0, text[begin] == "比" || text[begin] == "较",
      String(text[begin...back]).contains("上年") || String(text[begin...back]).contains("去年")
    else { return nil }
    begin -= 1
    Self.skip(text, &begin, ",")
    // 占10.25%,
    if begin >= 0, text[begin] == "%" {
      while begin >= 0, text[begin] != "占" { begin -= 1 }
      begin -= 1
      Self.skip(text, &begin, ",")
    }
    guard let amount = Self.amount(text, back: &begin) else { return nil }
    let isFall = text[word] == "下"
    return PublishedFigures.Change(
      text: String(text[(begin + 1)...end]), amount: amount,
      difference: falls ? difference.negated : difference, percent: isFall ? percent.negated : percent,
      place: place(text, word))
  }

  /// `项目共40个,其中:财政拨款项目涉及预算金额0.20万元;非财政拨款项目涉及预算金额2,004.85万元`.
  private func statement(_ text: [Character], _ word: Int) -> PublishedFigures.Statement? {
    var end = word + 3
    guard let count = Self.number(text, from: &end), count.places == 0, end < text.count, text[end] == "个",
      let projects = Int(count.description)
    else { return nil }
    let rest = String(text[end..<min(text.count, end + 80)])
    func amount(_ label: String) -> Exact? {
      guard let range = rest.firstRange(of: label) else { return nil }
      let tail = Array(rest[range.upperBound...])
      var index = 0
      guard let value = Self.number(tail, from: &index), index < tail.count, tail[index] == "万" else {
        return nil
      }
      return value
    }
    let other = amount("非财政拨款项目涉及预算金额")
    let fiscal = amount(":财政拨款项目涉及预算金额")
    return PublishedFigures.Statement(
      text: String(text[word...end]), projects: projects, fiscal: fiscal, other: other,
      place: place(text, word))
  }

  private func place(_ text: [Character], _ index: Int) -> Place {
    let offset = String(text[..<index]).utf8.count
    return starts.last { $0.offset <= offset }?.place ?? Place()
  }

  private static func holds(_ text: [Character], _ index: Int, _ word: String) -> Bool {
    let word = Array(word)
    return index + word.count <= text.count && Array(text[index..<(index + word.count)]) == word
  }

  private static func ends(_ text: [Character], _ index: Int, _ word: String) -> Bool {
    index >= word.count - 1 && holds(text, index - word.count + 1, word)
  }

  private static func skip(_ text: [Character], _ index: inout Int, _ characters: String) {
    while index >= 0, characters.contains(text[index]) { index -= 1 }
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private static func number(_ text: [Character], from index: inout Int) -> Exact? {
    let start = index
    while index < text.count, isDigit(text[index]) || text[index] == "." || text[index] == "," { index += 1 }
    return index == start ? nil : parsed(text[start..<index])
  }

  /// The amount in 万元 that ends at an index.
  private static func amount(_ text: [Character], back index: inout Int) -> Exact? {
    guard ends(text, index, "万元") else { return nil }
    var start = index - 1
    while start > 0, isDigit(text[start - 1]) || text[start - 1] == "." || text[start - 1] == "," {
      start -= 1
    }
    guard start < index - 1, isDigit(text[start]) || text[start] == ",",
      let value = parsed(text[start..<(index - 1)])
    else { return nil }
    index = start - 1
    return value
  }

  private static func parsed(_ digits: ArraySlice<Character>) -> Exact? {
    try? Exact(parsing: String(digits.filter { $0 != "," }))
  }
}

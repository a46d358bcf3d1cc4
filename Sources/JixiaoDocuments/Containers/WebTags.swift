/// The tags that text copied out of a web page keeps: `<p>目标1…</p>`.
///
/// Only tags of HTML's inline and paragraph set go; `<=5`, `<工会户外劳动者…>` stay.
enum WebTags {
  private static let names: Set<String> = [
    "p", "br", "div", "span", "b", "strong", "i", "em", "u", "font", "sup", "sub", "li", "ul", "ol", "td",
    "tr",
  ]

  static func removed(from text: String) -> String {
    var kept = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "<", let end = endOfTag(scalars, from: index) {
        index = end
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    return String(kept)
  }

  /// The index behind a tag that starts at `start`; nil where that is no tag of the set.
  private static func endOfTag(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start + 1
    if index < scalars.count, scalars[index] == "/" { index += 1 }
    var name = ""
    while index < scalars.count, name.utf8.count < 8, scalars[index].isASCII,
      scalars[index].properties.isAlphabetic
    {
      name.unicodeScalars.append(scalars[index])
      index += 1
    }
    guard names.contains(name.lowercased()), index < scalars.count else { return nil }
    guard scalars[index] == ">" || scalars[index] == "/" || scalars[index] == " " else { return nil }
    // Attributes are short and hold no further bracket.
    for end in index..<min(scalars.count, index + 200) {
      if scalars[end] == ">" { return end + 1 }
      if scalars[end] == "<" { return nil }
    }
    return nil
  }
}

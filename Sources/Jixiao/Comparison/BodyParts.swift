/// Finds sheets that name a part of a body, such as its own office, where others of the same document name the whole.
///
/// A department's sheet often leaves out the place (总工会部门) that its projects' sheets print (渠县总工会). A name that ends
/// in a word for a part is taken for the whole if, without that word, it is the end of exactly one other name in its document.
struct BodyParts {
  private struct Part: Hashable {
    let file: UInt32
    let name: UInt32
  }

  /// In the order of the sheets.
  private var found: [(part: Part, whole: UInt32)] = []

  init(_ sheets: inout [ObservedSheet], _ texts: StringTable, words: ComparisonWords) {
    var names: [UInt32: [UInt32]] = [:]
    var known: Set<Part> = []
    for sheet in sheets where sheet.organization != 0 {
      let own = Part(file: sheet.file, name: sheet.organization)
      if known.insert(own).inserted { names[sheet.file, default: []].append(sheet.organization) }
    }
    var wholes: [Part: UInt32] = [:]
    for (file, all) in names where all.count > 1 {
      // By their ends, so that those with one ending are neighbours.
      var ends: [(text: ByteText, name: UInt32)]?
      for name in all {
        guard let stem = Self.stem(texts[name], words) else { continue }
        let sorted = ends ?? all.map { (Self.reversed(texts[$0].folded), $0) }.sorted { $0.0 < $1.0 }
        ends = sorted
        if let whole = Self.only(Self.reversed(stem), in: sorted, but: name) {
          wholes[Part(file: file, name: name)] = whole
        }
      }
    }
    if wholes.isEmpty { return }
    var told: Set<Part> = []
    for index in sheets.indices {
      let own = Part(file: sheets[index].file, name: sheets[index].organization)
      guard let whole = wholes[own] else { continue }
      sheets[index].body = whole
      if told.insert(own).inserted { found.append((own, whole)) }
    }
  }

  /// What was joined; not what the alignment file decides.
  func notes(_ texts: StringTable, _ aliases: [UInt32: String]) -> [ComparisonNote] {
    found.filter { aliases[$0.part.name] == nil }.map {
      .partOfBody(file: texts[$0.part.file], part: texts[$0.part.name], whole: texts[$0.whole])
    }
  }

  /// The name without the word for a part; nil without one, or where too little is left to know a body by.
  private static func stem(_ name: String, _ words: ComparisonWords) -> String? {
    let folded = name.folded
    guard let word = words.bodyParts.first(where: { folded.hasSuffix($0) }) else { return nil }
    let stem = folded.dropLast(word.count)
    return stem.count >= words.bodyLength ? String(stem) : nil
  }

  private static func reversed(_ text: String) -> ByteText {
    ByteText(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
  }

  /// The only other name with an ending; nil for none or several.
  private static func only(
    _ ending: ByteText, in sorted: [(text: ByteText, name: UInt32)], but own: UInt32
  ) -> UInt32? {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].text < ending { low = middle + 1 } else { high = middle }
    }
    var found: UInt32?
    while low < sorted.count, sorted[low].text.text.utf8.starts(with: ending.text.utf8) {
      if sorted[low].name != own {
        if found != nil { return nil }
        found = sorted[low].name
      }
      low += 1
    }
    return found
  }
}

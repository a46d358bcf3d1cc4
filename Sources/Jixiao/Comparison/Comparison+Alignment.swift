/// A person's word on names and bodies, held against what the sheets print.
extension Comparison {
  /// The family that a person gave each variant.
  static func pins(
    _ alignment: AlignmentFile?, _ builder: ComparisonBuilder
  ) throws(AlignmentError) -> [Int: String] {
    guard let alignment else { return [:] }
    var byName: [String: [Int]] = [:]
    for (number, variant) in builder.variants.enumerated() {
      byName[builder.texts[variant.name].folded, default: []].append(number)
    }
    var pins: [Int: String] = [:]
    for row in alignment.rows {
      guard let found = byName[row.name.folded] else {
        throw AlignmentError(
          file: alignment.file, line: row.line,
          .unknownName(row.name, nearest: nearest(row.name, among: byName.keys.sorted())))
      }
      for number in found {
        let node = builder.nodes[builder.variants[number].node]
        if let head = row.head, head != builder.words.heads[node.head].name { continue }
        if let measure = row.measure, measure != node.measure { continue }
        if let polarity = row.polarity, polarity != node.polarity { continue }
        if let other = pins[number], other != row.family {
          throw AlignmentError(
            file: alignment.file, line: row.line, .contradiction(row.name, other, row.family))
        }
        pins[number] = row.family
      }
    }
    return pins
  }

  static func aliases(
    _ alignment: AlignmentFile?, _ builder: ComparisonBuilder
  ) throws(AlignmentError) -> [UInt32: String] {
    guard let alignment else { return [:] }
    var bodies: [UInt32: String] = [:]
    for sheet in builder.sheets where sheet.organization != 0 {
      bodies[sheet.organization] = builder.texts[sheet.organization]
    }
    var aliases: [UInt32: String] = [:]
    for alias in alignment.organizations {
      guard let number = builder.texts.known(alias.organization), bodies[number] != nil else {
        throw AlignmentError(
          file: alignment.file, line: alias.line,
          .unknownOrganization(
            alias.organization, nearest: nearest(alias.organization, among: bodies.values.sorted())))
      }
      aliases[number] = alias.to
    }
    return aliases
  }

  /// The name most likely meant: by few edits, else the one that shares most pairs of characters.
  static func nearest(_ name: String, among names: [String]) -> String? {
    // Edit distance is quadratic; of very many names only those of like length are tried.
    let near = names.filter { abs($0.utf8.count - name.utf8.count) <= name.utf8.count / 3 + 3 }
    if near.count <= 20_000, let found = nearestName(to: name, among: near) { return found }
    let grams = NameGrams(name.folded)
    var best: (name: String, shared: Int)?
    for candidate in names {
      let shared = NameGrams(candidate).shared(with: grams)
      if shared > best?.shared ?? 1 { best = (candidate, shared) }
    }
    return best?.name
  }
}

/// Sheets held side by side: their indicators in families, from which everything else is worked out on demand.
public struct Comparison: Sendable {
  let texts: StringTable
  let vocabulary: Vocabulary
  public let words: ComparisonWords
  public let parameters: ComparisonParameters
  public let sheets: [ObservedSheet]
  public let observations: [Observation]
  let points: [Points]
  let variants: [ComparisonBuilder.Variant]
  let nodes: [FamilyIndex.Node]
  /// Those that most bodies share come first.
  public let families: [Family]
  /// Indices of observations, family by family.
  let order: [UInt32]
  /// Family of every variant.
  let familyOfVariant: [UInt32]
  /// Similarity of every variant to its family's leader; nil where a person decided.
  let similarityOfVariant: [Ratio?]
  /// Nearly one family, for a person to decide: the most frequent pairs.
  public let borderline: [Borderline]
  public let borderlineCount: Int
  public let notes: [ComparisonNote]
  /// Names of bodies by the text that sheets print, where the alignment file says so.
  let aliases: [UInt32: String]

  init(_ builder: consuming ComparisonBuilder, alignment: AlignmentFile?) throws(AlignmentError) {
    let index = FamilyIndex(builder.nodes, words: builder.words, parameters: builder.parameters)
    let pins = try Self.pins(alignment, builder)
    let texts = builder.texts, sheets = builder.sheets, observations = builder.observations
    let variants = builder.variants, nodes = builder.nodes

    // A family is known by its leading node, or by the label that a person gave it.
    var numbers: [Label: Int] = [:]
    var members: [[Int]] = []
    var labels: [Label] = []
    for (number, variant) in variants.enumerated() {
      let label = pins[number].map { Label.pinned($0) } ?? .found(index.leaders[variant.node])
      if let known = numbers[label] {
        members[known].append(number)
      } else {
        numbers[label] = members.count
        members.append([number])
        labels.append(label)
      }
    }
    var familyOf = [UInt32](repeating: 0, count: variants.count)
    for (family, list) in members.enumerated() { for variant in list { familyOf[variant] = UInt32(family) } }

    // Bodies that share a family, and its size.
    var bodies = [Int](repeating: 0, count: members.count), sizes = bodies
    var last: [Set<UInt32>] = Array(repeating: [], count: members.count)
    for observation in observations {
      let family = Int(familyOf[Int(observation.variant)])
      sizes[family] += 1
      let body = sheets[Int(observation.sheet)]
      // A body without a name counts by its file.
      if last[family].insert(body.organization == 0 ? body.file | 1 << 31 : body.organization).inserted {
        bodies[family] += 1
      }
    }
    last = []
    var names: [String] = []
    for (family, list) in members.enumerated() {
      names.append(Self.name(labels[family], list, variants, nodes, index, texts))
    }
    let ranking = members.indices.sorted { left, right in
      (bodies[right], sizes[right], names[left], left) < (bodies[left], sizes[left], names[right], right)
    }
    var place = [UInt32](repeating: 0, count: members.count)
    for (position, family) in ranking.enumerated() { place[family] = UInt32(position) }
    let familyOfVariant = familyOf.map { place[Int($0)] }

    // The observations, family by family and else in the order of the inputs.
    var starts = [Int](repeating: 0, count: members.count + 1)
    for observation in observations { starts[Int(familyOfVariant[Int(observation.variant)]) + 1] += 1 }
    for family in 0..<members.count { starts[family + 1] += starts[family] }
    var next = starts
    var order = [UInt32](repeating: 0, count: observations.count)
    for (number, observation) in observations.enumerated() {
      let family = Int(familyOfVariant[Int(observation.variant)])
      order[next[family]] = UInt32(number)
      next[family] += 1
    }
    let similarities = variants.indices.map { pins[$0] == nil ? index.similarities[variants[$0].node] : nil }
    var families: [Family] = []
    families.reserveCapacity(ranking.count)
    for (position, family) in ranking.enumerated() {
      let list = members[family].sorted { (variants[$1].count, $0) < (variants[$0].count, $1) }
      let leader = nodes[variants[list[0]].node]
      var isPinned = false
      if case .pinned = labels[family] { isPinned = true }
      families.append(
        Family(
          name: names[family], head: leader.measure == .words ? nil : builder.words.heads[leader.head].name,
          measure: leader.measure, polarity: leader.polarity,
          confidence: isPinned ? nil : list.compactMap { similarities[$0] }.min(), isPinned: isPinned,
          variants: list, members: starts[position]..<starts[position + 1]))
    }
    aliases = try Self.aliases(alignment, builder)
    self.texts = texts
    self.sheets = sheets
    self.observations = observations
    self.variants = variants
    self.nodes = nodes
    self.families = families
    self.order = order
    self.familyOfVariant = familyOfVariant
    similarityOfVariant = similarities
    vocabulary = builder.vocabulary
    words = builder.words
    parameters = builder.parameters
    points = builder.points
    borderline = index.borderline
    borderlineCount = index.borderlineCount
    notes = builder.notes + Self.notes(sheets, texts)
  }

  private enum Label: Hashable {
    case found(Int)
    case pinned(String)
  }

  /// The typical name of a family: that of its medoid, as most sheets print it; satisfaction by what is measured.
  private static func name(
    _ label: Label, _ variants: [Int], _ all: [ComparisonBuilder.Variant], _ nodes: [FamilyIndex.Node],
    _ index: FamilyIndex, _ texts: StringTable
  ) -> String {
    if case .pinned(let name) = label { return name }
    var distinct: [Int] = []
    var seen: Set<Int> = []
    for variant in variants where seen.insert(all[variant].node).inserted {
      distinct.append(all[variant].node)
    }
    let medoid = index.medoid(of: distinct)
    let best = variants.filter { all[$0].node == medoid }.min {
      (all[$1].count, texts[all[$0].name]) < (all[$0].count, texts[all[$1].name])
    }
    return best.map { texts[all[$0].name] } ?? ""
  }

  /// The family that a person gave each variant.
  private static func pins(
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

  private static func aliases(
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

  private static func notes(_ sheets: [ObservedSheet], _ texts: StringTable) -> [ComparisonNote] {
    var unnamed: [UInt32: Int] = [:], undated: [UInt32: Int] = [:]
    var files: [UInt32] = []
    var known: Set<UInt32> = []
    for sheet in sheets {
      if known.insert(sheet.file).inserted { files.append(sheet.file) }
      if sheet.organization == 0 { unnamed[sheet.file, default: 0] += 1 }
      if sheet.year == nil { undated[sheet.file, default: 0] += 1 }
    }
    var notes: [ComparisonNote] = []
    for file in files {
      if let count = unnamed[file] { notes.append(.withoutOrganization(file: texts[file], sheets: count)) }
    }
    for file in files {
      if let count = undated[file] { notes.append(.withoutYear(file: texts[file], sheets: count)) }
    }
    if files.count <= 1 { notes.append(.onlyOneDocument) }
    return notes
  }
}

extension Comparison {
  public func file(_ sheet: ObservedSheet) -> String { texts[sheet.file] }
  public func project(_ sheet: ObservedSheet) -> String? { sheet.project == 0 ? nil : texts[sheet.project] }

  /// The body's name, or that under which the alignment file puts it; nil where the sheet names none.
  public func organization(_ sheet: ObservedSheet) -> String? {
    sheet.organization == 0 ? nil : aliases[sheet.organization] ?? texts[sheet.organization]
  }

  public func sheet(of observation: Observation) -> ObservedSheet { sheets[Int(observation.sheet)] }
  public func name(of observation: Observation) -> String {
    texts[variants[Int(observation.variant)].name]
  }
  func nameNumber(of observation: Observation) -> UInt32 { variants[Int(observation.variant)].name }
  public func unit(of observation: Observation) -> String? { text(observation.unit) }
  public func level1(of observation: Observation) -> String? { text(observation.level1) }
  public func level2(of observation: Observation) -> String? { text(observation.level2) }
  public func actual(of observation: Observation) -> String? { text(observation.actual.printed) }
  public func previous(of observation: Observation) -> String? { text(observation.previous.printed) }
  public func points(of observation: Observation) -> Points? {
    observation.points == 0 ? nil : points[Int(observation.points) - 1]
  }

  /// Sign, number and unit, or the printed words.
  public func target(of observation: Observation) -> String {
    Target(
      printed: text(observation.printed), relation: observation.relation, value: observation.value,
      upper: observation.upper, unit: unit(of: observation)
    ).readable
  }

  private func text(_ number: UInt32) -> String? { number == 0 ? nil : texts[number] }

  /// A printed name of a family: how often it stands, what it measures and how alike it is to the typical one.
  public struct Name: Sendable {
    public let name: String
    public let count: Int
    /// What is measured; for words without meaning.
    public let head: String
    public let measure: ComparisonWords.Measure
    public let polarity: ComparisonWords.Polarity
    /// Nil where a person decided.
    public let similarity: Ratio?
  }

  /// The names of a family as printed, the most frequent first.
  public func names(of family: Family) -> [Name] {
    family.variants.map { number in
      let variant = variants[number], node = nodes[variant.node]
      return Name(
        name: texts[variant.name], count: variant.count, head: words.heads[node.head].name,
        measure: node.measure, polarity: node.polarity,
        similarity: similarityOfVariant[number])
    }
  }

  /// The observations of a family in the order of the inputs.
  public func members(of family: Family) -> [Int] { order[family.members].map { Int($0) } }

  /// The most frequent printed name of a normalised one.
  func typicalName(ofNode node: Int) -> String {
    var best: ComparisonBuilder.Variant?
    for variant in variants where variant.node == node && variant.count > best?.count ?? 0 { best = variant }
    return best.map { texts[$0.name] } ?? ""
  }
}

extension Comparison {
  /// The two names of a pair that was kept apart, as most sheets print them.
  public func names(of pair: Borderline) -> (left: String, right: String) {
    (typicalName(ofNode: pair.left), typicalName(ofNode: pair.right))
  }
}

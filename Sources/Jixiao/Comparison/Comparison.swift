/// Sheets held side by side: their indicators in families, from which everything else is worked out on demand.
public struct Comparison: Sendable {
  let texts: StringTable
  let vocabulary: Vocabulary
  /// Every unit that an observation prints, read once.
  let units: ObservedUnits
  public let words: ComparisonWords
  public let parameters: ComparisonParameters
  public let sheets: [ObservedSheet]
  public let observations: [Observation]
  let points: [Points]
  /// The other rule packs under which the sheets were scored; empty where one was asked for.
  public let packs: [String]
  let packPoints: [[UInt32]]
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

  init(
    _ builder: consuming ComparisonBuilder, alignment: AlignmentFile?, sharing: some WorkSharing
  ) throws(AlignmentError) {
    let index = FamilyIndex(
      builder.nodes, words: builder.words, parameters: builder.parameters, sharing: sharing)
    let pins = try Self.pins(alignment, builder)
    let texts = builder.texts, observations = builder.observations
    var sheets = builder.sheets
    let parts = BodyParts(&sheets, texts, words: builder.words)
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
      if last[family].insert(body.organization == 0 ? body.file | 1 << 31 : body.body).inserted {
        bodies[family] += 1
      }
    }
    last = []
    let reach = Self.reach(observations, sheets, of: variants.count)
    var names: [String] = []
    for (family, list) in members.enumerated() {
      names.append(Self.name(labels[family], list, variants, bodies[family] > 1 ? reach : nil, index, texts))
    }
    let ranking = members.indices.sorted { left, right in
      if bodies[left] != bodies[right] { return bodies[left] > bodies[right] }
      if sizes[left] != sizes[right] { return sizes[left] > sizes[right] }
      let a = ByteText(names[left]), b = ByteText(names[right])
      return a == b ? left < right : a < b
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
    units = ObservedUnits(observations, texts, builder.vocabulary.units)
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
    packs = builder.packs
    packPoints = builder.packPoints
    borderline = index.borderline
    borderlineCount = index.borderlineCount
    notes = builder.notes + parts.notes(texts, aliases) + Self.notes(sheets, texts)
  }

  private enum Label: Hashable {
    case found(Int)
    case pinned(String)
  }

  /// How many bodies print each variant.
  private static func reach(
    _ observations: [Observation], _ sheets: [ObservedSheet], of variants: Int
  ) -> [Int] {
    var pairs = observations.map { observation in
      let sheet = sheets[Int(observation.sheet)]
      let body = sheet.organization == 0 ? sheet.file | 1 << 31 : sheet.body
      return UInt64(observation.variant) << 32 | UInt64(body)
    }
    pairs.sort()
    var reach = [Int](repeating: 0, count: variants)
    var last: UInt64?
    for pair in pairs where pair != last {
      reach[Int(pair >> 32)] += 1
      last = pair
    }
    return reach
  }

  /// The typical name of a family: that of its medoid, as most bodies print it, or most sheets of a single one.
  private static func name(
    _ label: Label, _ variants: [Int], _ all: [ComparisonBuilder.Variant], _ reach: [Int]?,
    _ index: FamilyIndex, _ texts: StringTable
  ) -> String {
    if case .pinned(let name) = label { return name }
    var distinct: [Int] = []
    var seen: Set<Int> = []
    for variant in variants where seen.insert(all[variant].node).inserted {
      distinct.append(all[variant].node)
    }
    let medoid = index.medoid(of: distinct)
    // Of equally frequent spellings the shortest: it has no year.
    let best = variants.filter { all[$0].node == medoid }.min { left, right in
      let a = texts[all[left].name], b = texts[all[right].name]
      let (own, other) = reach.map { ($0[left], $0[right]) } ?? (all[left].count, all[right].count)
      return (other, a.utf8.count, a) < (own, b.utf8.count, b)
    }
    return best.map { texts[all[$0].name] } ?? ""
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
    if files.count <= 1, Set(sheets.map(\.body)).count <= 1 { notes.append(.onlyOneDocument) }
    return notes
  }
}

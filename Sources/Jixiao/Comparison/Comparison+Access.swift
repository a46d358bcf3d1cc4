/// What the numbers of a comparison stand for.
extension Comparison {
  public func file(_ sheet: ObservedSheet) -> String { texts[sheet.file] }
  public func project(_ sheet: ObservedSheet) -> String? { sheet.project == 0 ? nil : texts[sheet.project] }

  /// The body's name, that of the whole where the sheet names a part, or that under which the alignment file puts it; nil
  /// where the sheet names none.
  public func organization(_ sheet: ObservedSheet) -> String? {
    if sheet.organization == 0 { return nil }
    return aliases[sheet.organization] ?? aliases[sheet.body] ?? texts[sheet.body]
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

  /// The points of an observation under one of `packs`, by its index; nil for the pack that is its document's own.
  func points(ofRow row: Int, under pack: Int?) -> Points? {
    let number = pack.map { packPoints[$0][row] } ?? observations[row].points
    return number == 0 ? nil : points[Int(number) - 1]
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

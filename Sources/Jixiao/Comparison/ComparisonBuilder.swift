/// Gathers observations sheet by sheet; documents need not be kept.
public struct ComparisonBuilder: Sendable {
  /// A name as printed with what is measured and in which direction, and the normalised name it comes to.
  struct Variant: Sendable {
    let name: UInt32
    let node: Int
    var count: Int
  }

  private struct VariantKey: Hashable {
    let name: UInt32
    let specific: UInt32
    let unit: UInt32
    let relation: Relation?
    let isNumber: Bool
    let isSatisfaction: Bool
  }

  /// What an alignment file can tell apart: where a name comes to two nodes, by its project's title, the first decides.
  private struct VariantIdentity: Hashable {
    let name: UInt32
    let head: Int
    let measure: ComparisonWords.Measure
    let polarity: ComparisonWords.Polarity
  }

  private struct NodeKey: Hashable {
    let head: Int
    let measure: ComparisonWords.Measure
    let polarity: ComparisonWords.Polarity
    let core: ByteText
  }

  let words: ComparisonWords
  let parameters: ComparisonParameters
  let vocabulary: Vocabulary
  private let forms: NameForms
  private(set) var texts = StringTable()
  private(set) var sheets: [ObservedSheet] = []
  private(set) var observations: [Observation] = []
  private(set) var points: [Points] = []
  /// The other rule packs under which sheets are scored.
  let packs: [String]
  /// 1 + index of the points of every observation under each of those packs; 0 for none.
  private(set) var packPoints: [[UInt32]]
  private(set) var variants: [Variant] = []
  private(set) var nodes: [FamilyIndex.Node] = []
  private(set) var notes: [ComparisonNote] = []
  private var hashes: [String: String] = [:]
  private var pointNumbers: [Points: UInt32] = [:]
  private var variantNumbers: [VariantKey: UInt32] = [:]
  private var identities: [VariantIdentity: UInt32] = [:]
  private var nodeNumbers: [NodeKey: Int] = [:]
  private var keys: [UInt32: NameKey] = [:]
  private var unitsByText: [UInt32: MeasureUnit?] = [:]
  private var projectCores: [UInt32: String] = [:]
  private var reports: [ByteText: Actual] = [:]
  private var satisfactionLevels: [UInt32: Bool] = [:]

  /// `packs`: those of the readings' other scorers, in their order.
  public init(
    words: ComparisonWords, parameters: ComparisonParameters, vocabulary: Vocabulary, packs: [String] = []
  ) {
    self.packs = packs
    packPoints = packs.map { _ in [] }
    self.words = words
    self.parameters = parameters
    self.vocabulary = vocabulary
    forms = NameForms(words: words, units: vocabulary.units)
  }

  /// Whether a document is new; one with the bytes of another is named once and left out.
  public mutating func admits(file: String, sha256: String?) -> Bool {
    guard let sha256, !sha256.isEmpty else { return true }
    if let first = hashes[sha256], first != file {
      notes.append(.sameDocument(file: file, as: first))
      return false
    }
    hashes[sha256] = file
    return true
  }

  /// Adds the indicators of one sheet.
  ///
  /// A sheet out of a stream does not know its position and its lines; `ordinal` and `linesAbove` say them.
  public mutating func add(_ reading: SheetReading, ordinal: Int? = nil, linesAbove: Int = 0) {
    var sheet = reading.sheet
    if let ordinal { sheet.ordinal = ordinal }
    func moved(_ place: Place) -> Place {
      guard linesAbove > 0, let line = place.line else { return place }
      var place = place
      place.line = line + linesAbove
      return place
    }
    let index = UInt32(sheets.count)
    let organization = texts.number(sheet.organization), project = texts.number(sheet.project)
    let start = observations.count
    for (position, indicator) in sheet.indicators.enumerated() {
      let target = indicator.target
      let unit = texts.number(target.unit), level2 = texts.number(indicator.level2)
      let points = position < reading.points.count ? reading.points[position] : nil
      observations.append(
        Observation(
          sheet: index, ordinal: Int32(clamping: indicator.ordinal),
          variant: variant(
            indicator, unit: unit, level2: level2, organization: organization, project: project),
          level1: texts.number(indicator.level1), level2: level2,
          printed: texts.number(target.printed), unit: unit, relation: target.relation, value: target.value,
          upper: target.upper, weight: indicator.weight, previous: reported(indicator.previous),
          actual: reported(indicator.actual), points: points.map { number(of: $0) } ?? 0,
          place: moved(indicator.place)))
      for (pack, own) in reading.others.enumerated() where pack < packPoints.count {
        let points = position < own.count ? own[position] : nil
        packPoints[pack].append(points.map { number(of: $0) } ?? 0)
      }
    }
    sheets.append(
      ObservedSheet(
        file: texts.number(reading.file), ordinal: sheet.ordinal, id: sheet.id, kind: sheet.kind,
        year: sheet.year, organization: organization, body: organization, project: project,
        funds: sheet.funds,
        place: moved(sheet.place), rows: start..<observations.count, isPlan: sheet.isPlan))
  }

  private mutating func number(of points: Points) -> UInt32 {
    if let known = pointNumbers[points] { return known }
    self.points.append(points)
    pointNumbers[points] = UInt32(self.points.count)
    return UInt32(self.points.count)
  }

  private mutating func reported(_ cell: String?) -> Reported {
    guard let cell, !cell.isEmpty else { return Reported() }
    let actual: Actual
    if let known = reports[ByteText(cell)] {
      actual = known
    } else {
      actual = Actual(cell: cell, vocabulary: vocabulary)
      // A file of a million different results would fill the memo with what is never asked again.
      if reports.count >= 1 << 14 { reports.removeAll(keepingCapacity: true) }
      reports[ByteText(cell)] = actual
    }
    switch actual {
    case .missing: return Reported()
    case .quantity(let value, let unit):
      return Reported(value: value, unit: texts.number(unit), printed: texts.number(cell))
    case .date, .words: return Reported(printed: texts.number(cell))
    }
  }

  mutating func unit(_ number: UInt32) -> MeasureUnit? {
    if number == 0 { return nil }
    if let known = unitsByText[number] { return known }
    let unit = vocabulary.units.unit(texts[number])
    unitsByText[number] = unit
    return unit
  }

  private mutating func variant(
    _ indicator: Indicator, unit: UInt32, level2: UInt32, organization: UInt32, project: UInt32
  ) -> UInt32 {
    let printed = indicator.level3 ?? ""
    let name = texts.number(printed)
    let core: String
    if let known = projectCores[project] {
      core = known
    } else {
      core = project == 0 ? "" : forms.projectCore(texts[project], organization: texts[organization])
      if projectCores.count >= 1 << 14 { projectCores.removeAll(keepingCapacity: true) }
      projectCores[project] = core
    }
    let specific = forms.specific(printed, organization: texts[organization], projectCore: core)
    let key = VariantKey(
      name: name, specific: specific == printed ? name : texts.number(specific), unit: unit,
      relation: indicator.target.relation, isNumber: indicator.target.value != nil,
      isSatisfaction: isSatisfaction(level2))
    let variant: UInt32
    if let known = variantNumbers[key] {
      variant = known
    } else {
      let node = node(key)
      let identity = VariantIdentity(
        name: name, head: nodes[node].head, measure: nodes[node].measure, polarity: nodes[node].polarity)
      if let known = identities[identity] {
        variant = known
      } else {
        variant = UInt32(variants.count)
        variants.append(Variant(name: name, node: node, count: 0))
        identities[identity] = variant
      }
      variantNumbers[key] = variant
    }
    variants[Int(variant)].count += 1
    nodes[variants[Int(variant)].node].count += 1
    return variant
  }

  private mutating func isSatisfaction(_ level2: UInt32) -> Bool {
    if let known = satisfactionLevels[level2] { return known }
    let answer = level2 != 0 && words.isSatisfaction(level2: texts[level2])
    satisfactionLevels[level2] = answer
    return answer
  }

  /// The normalised name of a variant, made where it is new.
  private mutating func node(_ key: VariantKey) -> Int {
    let form: NameKey
    if let known = keys[key.specific] {
      form = known
    } else {
      form = forms.key(texts[key.specific])
      keys[key.specific] = form
    }
    var head = form.head
    if key.isSatisfaction { head = words.satisfaction }
    if head == nil, let unit = unit(key.unit) { head = words.impliedHead(unit.dimension) }
    // A name that promises no number and has none is compared as words.
    let isWords = head == nil || (form.head == nil && !key.isNumber && !key.isSatisfaction)
    let index = head ?? 0
    let rule = words.heads[index]
    var polarity = rule.polarity
    if let relation = key.relation, key.isNumber {
      if relation.isFloor { polarity = .up } else if relation.isCeiling { polarity = .down }
    }
    let core =
      index == words.satisfaction && !isWords
      ? "" : form.core.isEmpty && !(rule.isWhole && !isWords) ? form.body : form.core
    let node = NodeKey(
      head: isWords ? 0 : index, measure: isWords ? .words : rule.measure,
      polarity: isWords ? .none : polarity,
      core: ByteText(core))
    if let known = nodeNumbers[node] { return known }
    nodes.append(
      FamilyIndex.Node(head: node.head, measure: node.measure, polarity: node.polarity, core: core, count: 0))
    nodeNumbers[node] = nodes.count - 1
    return nodes.count - 1
  }

  /// Aligns what has been gathered.
  public consuming func finished(
    alignment: AlignmentFile? = nil, sharing: some WorkSharing = InTurn()
  ) throws(AlignmentError) -> Comparison {
    try Comparison(self, alignment: alignment, sharing: sharing)
  }
}

/// Something a reader of the comparison has to know about its inputs.
public enum ComparisonNote: Sendable, Hashable {
  case sameDocument(file: String, as: String)
  /// A sheet that names no body; it stands under its file's name.
  case withoutOrganization(file: String, sheets: Int)
  case withoutYear(file: String, sheets: Int)
  case onlyOneDocument
  /// Sheets of a document that name a part of a body which others of its sheets name in full.
  case partOfBody(file: String, part: String, whole: String)
}

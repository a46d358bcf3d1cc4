import Synchronization

/// What every check may look things up in; units are parsed once each.
public final class CheckTools: Sendable {
  public let vocabulary: Vocabulary
  public let words: CheckWords
  public let parameters: CheckParameters
  public let pack: RulePack
  public let language: Language
  let scorer: Scorer
  private static let mostRemembered = 4096

  private let units = Mutex<[ByteText: MeasureUnit?]>([:])
  private let categories = Mutex<[ByteText: Category?]>([:])
  private let usualNames = Mutex<[ByteText: String?]>([:])

  init(
    vocabulary: Vocabulary, words: CheckWords, parameters: CheckParameters, pack: RulePack, language: Language
  ) {
    self.vocabulary = vocabulary
    self.words = words
    self.parameters = parameters
    self.pack = pack
    self.language = language
    scorer = Scorer(pack: pack, vocabulary: vocabulary, language: language)
  }

  /// Why a check that needs the whole sheet cannot decide.
  var readInPart: String {
    language.pick("表中有没有读出的内容", "something in the sheet could not be read")
  }

  func unit(_ printed: String) -> MeasureUnit? {
    let key = ByteText(printed)
    if let known = units.withLock({ $0[key] }) { return known }
    let unit = vocabulary.units.unit(printed)
    units.withLock { units in
      if units.count >= CheckTools.mostRemembered { units.removeAll(keepingCapacity: true) }
      units[key] = .some(unit)
    }
    return unit
  }

  func category(_ heading: String?) -> Category? {
    guard let heading else { return nil }
    let key = ByteText(heading)
    if let known = categories.withLock({ $0[key] }) { return known }
    let category = words.category(heading.folded)
    categories.withLock { categories in
      if categories.count >= CheckTools.mostRemembered { categories.removeAll(keepingCapacity: true) }
      categories[key] = .some(category)
    }
    return category
  }

  /// The usual name of level 2 that a heading most likely means; nil where it is one itself, or like none.
  func usualLevel2(for heading: String) -> String? {
    let key = ByteText(heading)
    if let known = usualNames.withLock({ $0[key] }) { return known }
    let folded = heading.folded
    var usual: String?
    if !words.isLevel2(folded), !words.isLevel2(folded + "指标") || !folded.hasSuffix("指标") {
      usual =
        words.level2.first { folded.contains($0) && folded != $0 }
        ?? nearestName(to: folded, among: words.level2)
    }
    usualNames.withLock { names in
      // Sheets have a handful of headings; what broken documents hold there must not fill the memory.
      if names.count >= CheckTools.mostRemembered { names.removeAll(keepingCapacity: true) }
      names[key] = .some(usual)
    }
    return usual
  }

  func number(_ code: String, _ name: String) -> Exact { parameters.number(code, name) ?? .zero }
  func ratio(_ code: String, _ name: String) -> Ratio { Ratio(number(code, name)) }
  func int(_ code: String, _ name: String) -> Int { Int(exactly: number(code, name).coefficient) ?? 0 }
}

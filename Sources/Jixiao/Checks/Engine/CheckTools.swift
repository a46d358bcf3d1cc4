import Synchronization

/// What every check may look things up in; units are parsed once each.
public final class CheckTools: Sendable {
  public let vocabulary: Vocabulary
  public let words: CheckWords
  public let parameters: CheckParameters
  public let pack: RulePack
  public let language: Language
  let scorer: Scorer
  private let units = Mutex<[ByteText: MeasureUnit?]>([:])
  private let categories = Mutex<[ByteText: Category?]>([:])

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
    units.withLock { $0[key] = .some(unit) }
    return unit
  }

  func category(_ heading: String?) -> Category? {
    guard let heading else { return nil }
    let key = ByteText(heading)
    if let known = categories.withLock({ $0[key] }) { return known }
    let category = words.category(heading.folded)
    categories.withLock { $0[key] = .some(category) }
    return category
  }

  func number(_ code: String, _ name: String) -> Exact { parameters.number(code, name) ?? .zero }
  func ratio(_ code: String, _ name: String) -> Ratio { Ratio(number(code, name)) }
  func int(_ code: String, _ name: String) -> Int { Int(exactly: number(code, name).coefficient) ?? 0 }
}

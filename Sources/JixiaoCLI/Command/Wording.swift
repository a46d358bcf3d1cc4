import Jixiao

/// One text for people in both languages, side by side in the source.
struct Wording: Sendable, Hashable {
  let zh: String
  let en: String

  init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in both languages: a name, a number, a file.
  init(same text: String) {
    self.init(text, text)
  }

  func text(in language: Language) -> String { language.pick(zh, en) }
}

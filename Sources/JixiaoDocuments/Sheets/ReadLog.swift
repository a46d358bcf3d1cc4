import Jixiao

/// What the reading of one document could not use, in the order of the file.
struct ReadLog: Sendable {
  let language: Language
  private(set) var unread: [Document.Unread] = []

  init(language: Language) {
    self.language = language
  }

  mutating func unread(_ text: String, at place: Place, zh: String, en: String) {
    let seen = text.withoutSpace
    // A long passage is named by its beginning.
    let shown = seen.count > 120 ? String(seen.prefix(120)) + "…" : seen
    unread.append(Document.Unread(place: place, text: shown, why: language.pick(zh, en)))
  }

  mutating func append(_ entries: [Document.Unread]) { unread += entries }
}

import Jixiao

/// Which language is spoken where.
struct LanguageChoice: Sendable, Hashable {
  /// For messages, and for text that goes to a terminal: `--lang`, else the locale, else Chinese.
  let message: Language
  /// For files and machine formats: `--lang`, else Chinese, whatever the locale.
  let output: Language

  init(asked: Language?, environment: [String: String]) {
    message = asked ?? Self.ofLocale(environment)
    output = asked ?? .zh
  }

  /// The language that the locale names: Chinese for `zh*`, `C`, `POSIX` and none, English for any other.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty decides.
  static func ofLocale(_ environment: [String: String]) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    guard let locale = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
      return .zh
    }
    let name = locale.prefix { $0 != "." && $0 != "@" }.lowercased()
    return name.hasPrefix("zh") || name == "c" || name == "posix" ? .zh : .en
  }

  /// The `--lang` of a command line that has not been parsed yet, so that its mistakes are told in that language.
  static func asked(in arguments: [String]) -> Language? {
    var asked: Language?
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument.hasPrefix("--lang=") { asked = Language(rawValue: String(argument.dropFirst(7))) ?? asked }
      if argument == "--lang", index + 1 < arguments.count {
        asked = Language(rawValue: arguments[index + 1]) ?? asked
      }
    }
    return asked
  }
}

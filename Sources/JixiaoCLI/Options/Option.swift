import Jixiao

/// An option as it is declared once: help, parsing and completions are all made from this.
struct OptionDeclaration: Sendable, Hashable {
  /// Without dashes: `format`.
  let name: String
  var short: Character?
  let form: ValueForm
  var repeats = false
  let summary: Wording
  /// What holds when the option is not given, for the help page.
  var fallback: Wording?

  /// As it is written: `--format`.
  var spelling: String { "--" + name }
}

/// A declared option together with the type of its value.
struct Option<Value: Sendable>: Sendable {
  let declaration: OptionDeclaration
  /// The value when the option is not given.
  let fallback: Value?
  let decode: @Sendable (String) -> Value?
}

extension Option where Value == Bool {
  static func flag(_ name: String, short: Character? = nil, _ summary: Wording) -> Option {
    Option(
      declaration: OptionDeclaration(name: name, short: short, form: .flag, summary: summary),
      fallback: false, decode: { _ in true })
  }
}

extension Option where Value == String {
  static func text(
    _ name: String, short: Character? = nil, _ placeholder: Wording, completion: ValueForm.Completion,
    repeats: Bool = false, fallback: Wording? = nil, _ summary: Wording
  ) -> Option {
    Option(
      declaration: OptionDeclaration(
        name: name, short: short, form: .text(placeholder: placeholder, completion: completion),
        repeats: repeats, summary: summary, fallback: fallback),
      fallback: nil, decode: { $0 })
  }
}

extension Option where Value == Int {
  static func number(
    _ name: String, _ range: ClosedRange<Int>, fallback: Int, shownAs shown: Wording? = nil,
    _ summary: Wording
  ) -> Option {
    Option(
      declaration: OptionDeclaration(
        name: name, form: .number(range), summary: summary, fallback: shown ?? Wording(same: String(fallback))
      ),
      fallback: fallback, decode: { Int($0) })
  }

  /// A number of bytes; the fallback is written as a user would, `1G`.
  static func size(_ name: String, fallback: String, _ summary: Wording) -> Option {
    Option(
      declaration: OptionDeclaration(
        name: name, form: .size, summary: summary, fallback: Wording(same: fallback)),
      fallback: ValueForm.bytes(fallback), decode: ValueForm.bytes)
  }
}

extension Option where Value: RawRepresentable<String> {
  /// One of a closed set, listed in the order given.
  static func choice(
    _ name: String, of values: [Value], fallback: Value?, shownAs shown: Wording? = nil, _ summary: Wording
  ) -> Option {
    Option(
      declaration: OptionDeclaration(
        name: name, form: .choice(values.map(\.rawValue)), summary: summary,
        fallback: shown ?? fallback.map { Wording(same: $0.rawValue) }),
      fallback: fallback, decode: { Value(rawValue: $0) })
  }
}

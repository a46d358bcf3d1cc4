/// A command line that has been understood: the values of options by name, and what is left.
struct Invocation: Sendable, Hashable {
  /// Every value that was given, in order; a flag has one empty value.
  private(set) var values: [String: [String]] = [:]
  private(set) var arguments: [String] = []

  mutating func record(_ value: String, for name: String) { values[name, default: []].append(value) }

  mutating func record(argument: String) { arguments.append(argument) }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value given, else the option's fallback.
  subscript<Value>(option: Option<Value>) -> Value? {
    values[option.declaration.name]?.last.flatMap(option.decode) ?? option.fallback
  }

  /// Whether a flag was given.
  subscript(option: Option<Bool>) -> Bool { has(option.declaration.name) }

  /// Every value of an option that may be repeated.
  func all<Value>(_ option: Option<Value>) -> [Value] {
    (values[option.declaration.name] ?? []).compactMap(option.decode)
  }
}

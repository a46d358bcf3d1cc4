/// Typed access to a JSON object that remembers its path, so that errors read `scoring.">=".parameters.mode`.
struct JSONObject {
  let node: JSONNode
  let path: String
  let members: [JSONNode.Member]

  init(_ node: JSONNode, path: String) throws(RuleError) {
    guard case .object(let members) = node.value else {
      throw RuleError(path: path, offset: node.offset, .wrongKind(expected: "object", found: node.kindName))
    }
    self.node = node
    self.path = path
    self.members = members
  }

  /// Refuses any key outside `keys`, naming the nearest one.
  func allowOnly(_ keys: [String]) throws(RuleError) {
    for member in members where !keys.contains(member.key) {
      throw RuleError(
        path: path(of: member.key), offset: member.value.offset,
        .unknownKey(member.key, nearest: nearestName(to: member.key, among: keys), allowed: keys))
    }
  }

  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The member's value; nil where the key is absent or null.
  func optional(_ key: String) -> JSONNode? {
    guard let node = members.first(where: { $0.key == key })?.value, !node.isNull else { return nil }
    return node
  }

  func required(_ key: String) throws(RuleError) -> JSONNode {
    guard let node = optional(key) else {
      throw RuleError(path: path, offset: node.offset, .missingKey(key))
    }
    return node
  }

  func error(_ key: String, _ kind: RuleError.Kind) -> RuleError {
    RuleError(path: path(of: key), offset: optional(key)?.offset ?? node.offset, kind)
  }

  func string(_ key: String) throws(RuleError) -> String {
    try string(required(key), key)
  }

  func optionalString(_ key: String) throws(RuleError) -> String? {
    guard let node = optional(key) else { return nil }
    return try string(node, key)
  }

  private func string(_ node: JSONNode, _ key: String) throws(RuleError) -> String {
    guard case .string(let text) = node.value else {
      throw error(key, .wrongKind(expected: "string", found: node.kindName))
    }
    return text
  }

  /// A decimal, written as a number or as a string.
  func exact(_ key: String) throws(RuleError) -> Exact {
    let node = try required(key)
    switch node.value {
    case .number(let text), .string(let text):
      do { return try Exact(parsing: text) } catch { throw self.error(key, .badNumber(text)) }
    default: throw error(key, .wrongKind(expected: "number", found: node.kindName))
    }
  }

  func optionalExact(_ key: String) throws(RuleError) -> Exact? {
    optional(key) == nil ? nil : try exact(key)
  }

  func optionalInt(_ key: String) throws(RuleError) -> Int? {
    guard let node = optional(key) else { return nil }
    guard case .number(let text) = node.value, let number = Int(text) else {
      throw error(key, .wrongKind(expected: "whole number", found: node.kindName))
    }
    return number
  }

  func optionalBool(_ key: String) throws(RuleError) -> Bool? {
    guard let node = optional(key) else { return nil }
    guard case .bool(let value) = node.value else {
      throw error(key, .wrongKind(expected: "true/false", found: node.kindName))
    }
    return value
  }

  func array(_ key: String) throws(RuleError) -> [JSONNode] {
    let node = try required(key)
    guard case .array(let elements) = node.value else {
      throw error(key, .wrongKind(expected: "array", found: node.kindName))
    }
    return elements
  }

  func optionalArray(_ key: String) throws(RuleError) -> [JSONNode] {
    optional(key) == nil ? [] : try array(key)
  }

  func strings(_ key: String) throws(RuleError) -> [String] {
    var strings: [String] = []
    for (i, element) in try optionalArray(key).enumerated() {
      guard case .string(let text) = element.value else {
        throw RuleError(
          path: "\(path(of: key))[\(i)]", offset: element.offset,
          .wrongKind(expected: "string", found: element.kindName))
      }
      strings.append(text)
    }
    return strings
  }

  func object(_ key: String) throws(RuleError) -> JSONObject {
    try JSONObject(required(key), path: path(of: key))
  }

  func optionalObject(_ key: String) throws(RuleError) -> JSONObject? {
    guard let node = optional(key) else { return nil }
    return try JSONObject(node, path: path(of: key))
  }

  /// An object without keys, where one may be left out.
  func empty(_ key: String) -> JSONObject {
    JSONObject(members: [], node: JSONNode(.object([]), at: node.offset), path: path(of: key))
  }

  private init(members: [JSONNode.Member], node: JSONNode, path: String) {
    self.members = members
    self.node = node
    self.path = path
  }

  func objects(_ key: String) throws(RuleError) -> [JSONObject] {
    var objects: [JSONObject] = []
    for (i, element) in try optionalArray(key).enumerated() {
      objects.append(try JSONObject(element, path: "\(path(of: key))[\(i)]"))
    }
    return objects
  }

  /// One of a closed set of words; an unknown one names the nearest.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type = Choice.self)
    throws(RuleError) -> Choice where Choice.RawValue == String
  {
    let word = try string(key)
    if let choice = Choice(rawValue: word) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    throw error(key, .unknownChoice(word, nearest: nearestName(to: word, among: allowed), allowed: allowed))
  }

  func optionalChoice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type = Choice.self)
    throws(RuleError) -> Choice? where Choice.RawValue == String
  {
    optional(key) == nil ? nil : try choice(key, Choice.self)
  }
}

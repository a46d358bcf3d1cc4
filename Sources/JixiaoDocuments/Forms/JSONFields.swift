import Jixiao

/// Reads the members of one JSON object of ours: tolerant of absent keys, exact about everything else.
///
/// What cannot be used is reported with its place and read as absent; unknown keys are collected, each once a file.
struct JSONFields {
  let node: JSONValue
  private let index: JSONIndex

  init?(_ node: JSONValue) {
    guard let members = node.members else { return nil }
    self.node = node
    index = JSONIndex(members)
  }

  var members: JSONMembers { index.members }

  /// The member's value; nil where the key is absent or null.
  subscript(key: JSONName) -> JSONValue? {
    guard let value = index[key], !value.isNull else { return nil }
    return value
  }

  func has(_ key: JSONName) -> Bool { index[key] != nil }

  /// Text without white space; a number or a truth value is taken as it is written.
  func text(_ key: JSONName, _ context: inout JSONContext) -> String? {
    guard let node = self[key] else { return nil }
    guard let text = node.string ?? node.number else {
      context.unread(key, node, zh: "应是文字，实为 \(node.kindName)", en: "expected text, found \(node.kindName)")
      return nil
    }
    let kept = text.withoutSpace
    return kept.isEmpty ? nil : kept
  }

  /// Text as it stands, white space included.
  func raw(_ key: JSONName, _ context: inout JSONContext) -> String? {
    guard let node = self[key] else { return nil }
    return node.string ?? text(key, &context)
  }

  func exact(_ key: JSONName, _ context: inout JSONContext) -> Exact? {
    guard let node = self[key] else { return nil }
    guard let text = node.number ?? node.string else {
      context.unread(
        key, node, zh: "应是数，实为 \(node.kindName)", en: "expected a number, found \(node.kindName)")
      return nil
    }
    if text.withoutSpace.isEmpty { return nil }
    do { return try Exact(parsing: text.withoutSpace) } catch {
      context.unread(
        key, node, text, zh: "不是可用的数：\(error.reason(in: .zh))",
        en: "not a usable number: \(error.reason(in: .en))")
    }
    return nil
  }

  func integer(_ key: JSONName, _ context: inout JSONContext) -> Int? {
    if let integer = self[key]?.integer { return integer }
    guard let value = exact(key, &context) else { return nil }
    guard value.places == 0, let integer = Int(exactly: value.coefficient) else {
      if let node = self[key] {
        context.unread(key, node, value.description, zh: "应是整数", en: "expected a whole number")
      }
      return nil
    }
    return integer
  }

  func flag(_ key: JSONName, _ context: inout JSONContext) -> Bool? {
    guard let node = self[key] else { return nil }
    if let value = node.bool { return value }
    context.unread(key, node, zh: "应是 true 或 false", en: "expected true or false")
    return nil
  }

  func object(_ key: JSONName, _ context: inout JSONContext) -> JSONFields? {
    guard let node = self[key] else { return nil }
    if let fields = JSONFields(node) { return fields }
    context.unread(
      key, node, zh: "应是对象，实为 \(node.kindName)", en: "expected an object, found \(node.kindName)")
    return nil
  }

  /// The elements of an array of objects; an element that is none is reported and left out.
  func objects(_ key: JSONName, _ context: inout JSONContext) -> [JSONFields] {
    guard let node = self[key] else { return [] }
    guard let elements = node.elements else {
      context.unread(
        key, node, zh: "应是数组，实为 \(node.kindName)", en: "expected an array, found \(node.kindName)")
      return []
    }
    var objects: [JSONFields] = []
    for element in elements {
      if let fields = JSONFields(element) {
        objects.append(fields)
      } else {
        context.unread(
          key, element, zh: "应是对象，实为 \(element.kindName)", en: "expected an object, found \(element.kindName)"
        )
      }
    }
    return objects
  }

  /// Collects the keys that are not in `keys`.
  func note(unknownBeside keys: KnownKeys, _ context: inout JSONContext) {
    for member in members where !keys.contains(member.key) {
      context.noteUnknown(member.key.text, at: member.value.offset, known: keys)
    }
  }
}

/// What all objects of one JSON file share: places, reports, words.
struct JSONContext {
  let input: ReaderInput
  /// Where this text begins in the file, for records of NDJSON.
  let start: Int
  private(set) var unread: [Document.Unread] = []
  private var notices: [(key: String, text: String)] = []
  private var noted: Set<String> = []

  init(_ input: ReaderInput, start: Int = 0) {
    self.input = input
    self.start = start
  }

  func place(_ offset: Int) -> Place {
    input.place(line: input.lines.number(ofByte: start + offset), offset: start + offset)
  }

  mutating func unread(_ key: JSONName, _ node: JSONValue, _ seen: String? = nil, zh: String, en: String) {
    let text = seen.map { $0.count > 120 ? String($0.prefix(120)) + "…" : $0 } ?? node.kindName
    unread.append(
      Document.Unread(
        place: place(node.offset), text: "\(key): \(text)", why: input.language.pick(zh, en)))
  }

  mutating func noteUnknown(_ key: String, at offset: Int, known: KnownKeys) {
    guard noted.insert(key).inserted else { return }
    let place = place(offset).described(in: input.language)
    let nearest = nearestName(to: key, among: known.all)
    let zh = nearest.map { "，是否想写 \($0)？" } ?? ""
    let en = nearest.map { "; did you mean \($0)?" } ?? ""
    let shown = key.utf8.count > 120 ? String(key.prefix(40)) + "…" : key
    let text = input.language.pick(
      "\(place)：不认识的键 \(shown)，未使用\(zh)", "\(place): unknown key \(shown), not used\(en)")
    notices.append((key, text))
  }

  mutating func take() -> (unread: [Document.Unread], notices: [String]) {
    let found = takeKeyed()
    return (found.unread, found.notices.map(\.text))
  }

  /// What has gathered, each unknown key with what to say of it.
  mutating func takeKeyed() -> (unread: [Document.Unread], notices: [(key: String, text: String)]) {
    defer {
      unread = []
      notices = []
    }
    return (unread, notices)
  }

  /// Goes on with another record of the same file; keys already named stay named.
  func following(start: Int) -> JSONContext {
    var next = JSONContext(input, start: start)
    next.noted = noted
    return next
  }
}

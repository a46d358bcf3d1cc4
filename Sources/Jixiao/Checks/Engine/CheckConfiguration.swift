/// Which checks are run, how heavy they are, and what is let pass: the `check` part of `.jixiao.json`.
///
/// ```json
/// {"schema": "jixiao.config/1", "rules": "xinjiang",
///  "check": {"ignore": ["JX213"], "severity": {"rate-cannot-exceed": "note"}, "failOn": "warning",
///            "suppress": [{"fingerprint": "0123456789abcdef", "reason": "已核实"}]}}
/// ```
public struct CheckConfiguration: Sendable, Hashable {
  /// The pack to use; nil leaves the choice to the documents.
  public var rules: String?
  /// Codes, names, classes or beginnings of codes (`JX2`); empty means all.
  public var select: [String] = []
  public var ignore: [String] = []
  /// Lighter findings are not shown; nil shows all.
  public var least: Severity?
  /// `error`, `warning`, `note` or `never`.
  public var failOn: String?
  public var parameters = CheckParameters()
  public var suppressed: Set<String> = []

  public init() {}

  /// Reads a configuration file; an unknown key or check names the nearest one.
  public init(parsing bytes: [UInt8], file: String) throws(RuleError) {
    do throws(RuleError) { try self.init(JSONObject(parsing: bytes, file: file)) } catch {
      throw error.located(in: file, bytes)
    }
  }

  private init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["schema", "about", "rules", "check"])
    rules = try object.optionalString("rules")
    guard let check = try object.optionalObject("check") else { return }
    try check.allowOnly(["select", "ignore", "severity", "parameters", "show", "failOn", "suppress"])
    select = try check.strings("select")
    ignore = try check.strings("ignore")
    for (key, words) in [("select", select), ("ignore", ignore)] {
      for word in words where Check.matching(word).isEmpty {
        throw check.error(
          key, .unknownChoice(word, nearest: Check.nearest(to: word), allowed: Check.registry.map(\.code)))
      }
    }
    least = try check.optionalChoice("show")
    if let word = try check.optionalString("failOn") {
      let allowed = ["error", "warning", "note", "never"]
      guard allowed.contains(word) else {
        throw check.error(
          "failOn", .unknownChoice(word, nearest: nearestName(to: word, among: allowed), allowed: allowed))
      }
      failOn = word
    }
    var numbers: [JSONNode.Member] = []
    for member in check.members where member.key == "severity" || member.key == "parameters" {
      numbers.append(member)
    }
    parameters = try CheckParameters(
      pack: JSONObject(JSONNode(.object(numbers), at: check.node.offset), path: check.path))
    for entry in try check.objects("suppress") {
      try entry.allowOnly(["fingerprint", "reason"])
      suppressed.insert(try entry.string("fingerprint"))
    }
  }

  /// The checks that remain after `select` and `ignore`.
  public var checks: [Check] {
    let selected = Set((select.isEmpty ? Check.registry : select.flatMap(Check.matching)).map(\.code))
    let ignored = Set(ignore.flatMap(Check.matching).map(\.code))
    return Check.registry.filter { selected.contains($0.code) && !ignored.contains($0.code) }
  }
}

extension Check {
  /// The checks that a word names: a code, a name, a class, or the beginning of codes.
  public static func matching(_ word: String) -> [Check] {
    if let check = named(word) { return [check] }
    let upper = word.uppercased()
    return registry.filter { $0.group == word || upper.hasPrefix("JX") && $0.code.hasPrefix(upper) }
  }

  /// The nearest name or code to a mistyped one.
  public static func nearest(to word: String) -> String? {
    nearestName(to: word, among: registry.map(\.name))
      ?? nearestName(to: word.uppercased(), among: registry.map(\.code))
  }
}

/// The numbers and severities by which checks are run: the defaults, a pack's own, and the user's.
public struct CheckParameters: Sendable, Hashable {
  private var numbers: [String: [String: Exact]] = [:]
  public private(set) var severities: [String: Severity] = [:]

  public static func embedded() throws(RuleError) -> CheckParameters {
    let name = "checks/parameters.json"
    do throws(RuleError) {
      let object = try EmbeddedRules.object(named: name)
      try object.allowOnly(["schema", "about", "parameters"])
      var parameters = CheckParameters()
      try parameters.read(numbers: object.object("parameters"))
      return parameters
    } catch {
      throw error.located(in: name, EmbeddedRules.bytes(named: name) ?? [])
    }
  }

  public init() {}

  /// Reads a pack's `checks`: `{"severity": {"JX202": "warning"}, "parameters": {"JX504": {"bound": 1.3}}}`.
  init(pack object: JSONObject) throws(RuleError) {
    try object.allowOnly(["severity", "parameters"])
    if let severities = try object.optionalObject("severity") {
      for member in severities.members {
        let check = try CheckParameters.check(member.key, in: severities)
        self.severities[check.code] = try severities.choice(member.key, Severity.self)
      }
    }
    if let numbers = try object.optionalObject("parameters") { try read(numbers: numbers) }
  }

  private mutating func read(numbers object: JSONObject) throws(RuleError) {
    for member in object.members {
      let check = try CheckParameters.check(member.key, in: object)
      let values = try object.object(member.key)
      try values.allowOnly(check.parameters.map(\.name))
      for value in values.members {
        numbers[check.code, default: [:]][value.key] = try values.exact(value.key)
      }
    }
  }

  private static func check(_ key: String, in object: JSONObject) throws(RuleError) -> Check {
    if let check = Check.named(key) { return check }
    let names = Check.registry.flatMap { [$0.code, $0.name] }
    throw object.error(
      key, .unknownKey(key, nearest: nearestName(to: key, among: names), allowed: Check.registry.map(\.code)))
  }

  /// These, changed by what another set states.
  public func overridden(by other: CheckParameters?) -> CheckParameters {
    guard let other else { return self }
    var merged = self
    merged.severities.merge(other.severities) { $1 }
    for (code, values) in other.numbers { merged.numbers[code, default: [:]].merge(values) { $1 } }
    return merged
  }

  public mutating func set(_ severity: Severity, for code: String) { severities[code] = severity }

  /// A number of a check; nil where neither file states it, which a test of the registry rules out.
  public func number(_ code: String, _ name: String) -> Exact? { numbers[code]?[name] }

  func severity(of check: Check) -> Severity { severities[check.code] ?? check.severity }
}

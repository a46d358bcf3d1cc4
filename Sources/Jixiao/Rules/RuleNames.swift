/// The names under which sheets print their scoring methods.
public struct RuleNames: Sendable {
  private let byName: [ByteText: ScoringRuleName]

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["schema", "about", "names"])
    let names = try object.object("names")
    try names.allowOnly(ScoringRuleName.allCases.map(\.rawValue))
    var byName: [ByteText: ScoringRuleName] = [:]
    for name in ScoringRuleName.allCases {
      for spelling in [name.rawValue] + (try names.strings(name.rawValue)) {
        byName[ByteText(spelling.folded)] = name
      }
    }
    self.byName = byName
  }

  /// The method a printed rule names, nil for any other text.
  public func name(of printed: String) -> ScoringRuleName? { byName[ByteText(printed.folded)] }
}

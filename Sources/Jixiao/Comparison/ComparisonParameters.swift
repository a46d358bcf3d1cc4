/// The numbers of a comparison: the data of `Rules/comparison/parameters.json`, some of which the command line overrides.
public struct ComparisonParameters: Sendable {
  /// Names at least this alike are one family, 0…1.
  public let similarity: Ratio
  /// Pairs at least this alike that were kept apart are listed.
  public let borderline: Ratio
  /// Below so many peers nothing is said of them.
  public var minimumPeers: Int
  /// A value is far out beyond `outlierFactor × consistency × MAD` from the median.
  public let outlierFactor: Ratio
  public let consistency: Ratio
  /// The percentage from which a rate leaves no room.
  public let fullRate: Exact
  /// So many borderline pairs are kept, those of most indicators first.
  public let mostBorderline: Int

  public static func embedded() throws(RuleError) -> ComparisonParameters {
    let name = "comparison/parameters.json"
    do { return try ComparisonParameters(EmbeddedRules.object(named: name)) } catch {
      throw error.located(in: name, EmbeddedRules.bytes(named: name) ?? [])
    }
  }

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly([
      "schema", "about", "similarity", "borderline", "minimumPeers", "outlierFactor", "consistency",
      "fullRate", "mostBorderline",
    ])
    func share(_ key: String) throws(RuleError) -> Ratio {
      let value = try object.exact(key)
      guard value > .zero, value <= .one else {
        throw object.error(key, .outOfRange(value.description, range: "0…1"))
      }
      return Ratio(value)
    }
    func count(_ key: String) throws(RuleError) -> Int {
      guard let number = try object.optionalInt(key) else { throw object.error(key, .missingKey(key)) }
      guard number > 0 else { throw object.error(key, .outOfRange(String(number), range: "> 0")) }
      return number
    }
    similarity = try share("similarity")
    borderline = try share("borderline")
    guard borderline <= similarity else {
      throw object.error(
        "borderline", .outOfRange(borderline.description, range: "≤ similarity"))
    }
    minimumPeers = try count("minimumPeers")
    outlierFactor = Ratio(try object.exact("outlierFactor"))
    consistency = Ratio(try object.exact("consistency"))
    fullRate = try object.exact("fullRate")
    mostBorderline = try count("mostBorderline")
  }
}

/// A unit of measure as a dimension and an exact factor to that dimension's base unit.
///
/// Units of one dimension convert: 1 年 is 12 月, 1 万元/个 is 10000 元/个. Others never do, and are reported.
public struct MeasureUnit: Sendable, Hashable {
  /// As the sheet prints it.
  public let printed: String
  /// `money`, `person`, or for a rate `money/person·month`.
  public let dimension: String
  /// How many base units one of these is.
  public let factor: Ratio

  public func isComparable(with other: MeasureUnit) -> Bool { dimension == other.dimension }
}

/// The units the vocabulary knows, and the way rates are written with them.
public struct UnitTable: Sendable {
  private let units: [ByteText: (dimension: String, factor: Ratio)]
  private let longestName: Int

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["schema", "about", "dimensions"])
    var units: [ByteText: (dimension: String, factor: Ratio)] = [:]
    for dimension in try object.objects("dimensions") {
      try dimension.allowOnly(["dimension", "units"])
      let name = try dimension.string("dimension")
      for unit in try dimension.objects("units") {
        try unit.allowOnly(["factor", "names"])
        let text = try unit.string("factor")
        let factor: Ratio
        do { factor = try Ratio(parsing: text) } catch { throw unit.error("factor", .badNumber(text)) }
        guard factor > .zero else { throw unit.error("factor", .outOfRange(text, range: "> 0")) }
        for spelling in try unit.strings("names") {
          if let known = units[ByteText(spelling.folded)], known.dimension != name || known.factor != factor {
            throw unit.error(
              "names", .inconsistent(zh: "单位 \(spelling) 出现两次", en: "unit \(spelling) appears twice"))
          }
          units[ByteText(spelling.folded)] = (name, factor)
        }
      }
    }
    self.units = units
    longestName = units.keys.map(\.text.count).max() ?? 0
  }

  /// The unit a text names; nil where the vocabulary does not know it.
  ///
  /// Rates are read as `元/人·次`, `元/人年`, `万元/个`, `次/年`, `元/每人每月`.
  public func unit(_ printed: String) -> MeasureUnit? {
    let folded = printed.folded
    if folded.isEmpty { return nil }
    if let known = units[ByteText(folded)] {
      return MeasureUnit(printed: printed, dimension: known.dimension, factor: known.factor)
    }
    let parts = folded.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, let top = units[ByteText(String(parts[0]))] else { return nil }
    var factor = top.factor
    var below: [String] = []
    for part in parts.dropFirst() {
      guard let factors = factors(of: part) else { return nil }
      for unit in factors {
        below.append(unit.dimension)
        guard let quotient = factor.divided(by: unit.factor) else { return nil }
        factor = quotient
      }
    }
    return MeasureUnit(
      printed: printed, dimension: top.dimension + "/" + below.sorted().joined(separator: "·"), factor: factor
    )
  }

  /// The units of a denominator such as `人·次`, `人年`, `每人每月`, longest names first; nil where a part is unknown.
  private func factors(of text: Substring) -> [(dimension: String, factor: Ratio)]? {
    var rest = text
    var factors: [(dimension: String, factor: Ratio)] = []
    while !rest.isEmpty {
      if let first = rest.first, "·.*•・×每".contains(first) {
        rest = rest.dropFirst()
        continue
      }
      var found = false
      for length in stride(from: min(longestName, rest.count), through: 1, by: -1) {
        if let unit = units[ByteText(String(rest.prefix(length)))] {
          factors.append(unit)
          rest = rest.dropFirst(length)
          found = true
          break
        }
      }
      if !found { return nil }
    }
    return factors.isEmpty ? nil : factors
  }
}

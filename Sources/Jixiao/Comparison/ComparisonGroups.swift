/// What is held side by side: bodies, years, projects or groups of indicators.
public enum ComparisonAxis: String, Sendable, Hashable, CaseIterable {
  case organization, year, project, level1, family
}

/// The groups of a comparison, in the order in which they first appear.
public struct ComparisonGroups: Sendable {
  public let axis: ComparisonAxis
  public private(set) var names: [String] = []
  private var ofSheet: [Int] = []
  private var ofLevel: [UInt32: Int] = [:]

  /// `family` holds bodies side by side too; it only shows less of each.
  public init(_ comparison: Comparison, by axis: ComparisonAxis) {
    self.axis = axis
    var known: [String: Int] = [:]
    func group(_ name: String) -> Int {
      if let number = known[name] { return number }
      known[name] = names.count
      names.append(name)
      return names.count - 1
    }
    if axis == .level1 {
      for observation in comparison.observations where ofLevel[observation.level1] == nil {
        let name = comparison.level1(of: observation).map(comparison.words.level)
        ofLevel[observation.level1] = group(name ?? "—")
      }
      return
    }
    for sheet in comparison.sheets {
      let body = comparison.organization(sheet) ?? "[\(comparison.file(sheet))]"
      switch axis {
      case .organization, .family, .level1: ofSheet.append(group(body))
      case .year: ofSheet.append(group(sheet.year.map { String($0) } ?? "—"))
      case .project: ofSheet.append(group(comparison.project(sheet).map { "\(body) · \($0)" } ?? body))
      }
    }
  }

  public func group(of observation: Observation) -> Int {
    axis == .level1 ? ofLevel[observation.level1] ?? 0 : ofSheet[Int(observation.sheet)]
  }

  /// The group of a sheet; nil where groups cut through sheets.
  public func group(ofSheet index: Int) -> Int? { axis == .level1 ? nil : ofSheet[index] }
}

/// Finds what changed between two sheets of one project.
struct TimeLinker {
  private let comparison: Comparison

  init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  func link(_ before: Int, _ after: Int, years: ClosedRange<Int>) -> TimeLink {
    var open = Array(comparison.sheets[before].rows)
    var pairs: [(before: Int, after: Int)] = []
    var added: [Int] = []
    // The same printed name first, so that a changed name never takes the place of a kept one.
    var late: [Int] = []
    for row in comparison.sheets[after].rows {
      if let match = open.firstIndex(where: { name($0) == name(row) && sameLevel($0, row) })
        ?? open.firstIndex(where: { name($0) == name(row) })
      {
        pairs.append((open.remove(at: match), row))
      } else {
        late.append(row)
      }
    }
    for row in late {
      if let match = open.firstIndex(where: { family($0) == family(row) && sameLevel($0, row) }) {
        pairs.append((open.remove(at: match), row))
      } else {
        added.append(row)
      }
    }
    pairs.sort { $0.after < $1.after }
    var changes: [TimeLink.Change] = []
    var toMet = Exact.zero, toMissed = Exact.zero
    func move(_ missed: Bool?, _ from: Exact?, _ to: Exact?) {
      guard let missed, let change = (to ?? .zero).subtracting(from ?? .zero) else { return }
      if missed {
        toMissed = toMissed.adding(change) ?? toMissed
      } else {
        toMet = toMet.adding(change) ?? toMet
      }
    }
    for pair in pairs {
      let first = comparison.observations[pair.before], second = comparison.observations[pair.after]
      let missed = wasMissed(pair.before)
      func add(_ kind: TimeLink.Change.Kind, _ from: String, _ to: String) {
        changes.append(
          .init(kind: kind, before: pair.before, after: pair.after, from: from, to: to, wasMissed: missed))
      }
      if let kind = targetChange(pair.before, pair.after) {
        add(kind, comparison.target(of: first), comparison.target(of: second))
      }
      if contradicts(pair.before, pair.after) {
        add(.contradicted, comparison.actual(of: first) ?? "", comparison.previous(of: second) ?? "")
      }
      if let from = first.weight, let to = second.weight, from != to {
        add(.weight, from.description, to.description)
        move(missed, from, to)
      }
    }
    var gone: [Int] = []
    for row in open {
      let missed = wasMissed(row)
      move(missed, comparison.observations[row].weight, nil)
      if let match = added.firstIndex(where: { sameLevel(row, $0) }) {
        let new = added.remove(at: match)
        changes.append(
          .init(
            kind: .swapped, before: row, after: new, from: name(row), to: name(new), wasMissed: missed))
      } else {
        gone.append(row)
      }
    }
    changes += gone.map {
      .init(kind: .dropped, before: $0, after: nil, from: name($0), to: "", wasMissed: wasMissed($0))
    }
    changes += added.map {
      .init(kind: .added, before: nil, after: $0, from: "", to: name($0), wasMissed: nil)
    }
    return TimeLink(
      before: before, after: after, years: years, changes: changes, weightToMet: toMet,
      weightToMissed: toMissed)
  }

  private func name(_ row: Int) -> String { comparison.name(of: comparison.observations[row]) }

  private func family(_ row: Int) -> UInt32 {
    comparison.familyOfVariant[Int(comparison.observations[row].variant)]
  }

  private func sameLevel(_ left: Int, _ right: Int) -> Bool {
    comparison.observations[left].level2 == comparison.observations[right].level2
  }

  /// A number with its unit in base units, and the dimension.
  private func amount(_ value: Exact?, _ unit: UInt32) -> (Ratio, String)? {
    guard let value else { return nil }
    guard unit != 0 else { return (Ratio(value), "") }
    let printed = comparison.texts[unit]
    guard let known = comparison.vocabulary.units.unit(printed) else { return (Ratio(value), "?" + printed) }
    return (Ratio(value) * known.factor, known.dimension)
  }

  private func target(_ row: Int) -> (Ratio, String)? {
    let observation = comparison.observations[row]
    return observation.upper == nil ? amount(observation.value, observation.unit) : nil
  }

  private func reported(_ cell: Reported, of row: Int) -> (Ratio, String)? {
    amount(cell.value, cell.unit == 0 ? comparison.observations[row].unit : cell.unit)
  }

  private func polarity(_ row: Int) -> ComparisonWords.Polarity {
    comparison.nodes[comparison.variants[Int(comparison.observations[row].variant)].node].polarity
  }

  private func targetChange(_ before: Int, _ after: Int) -> TimeLink.Change.Kind? {
    let first = comparison.observations[before], second = comparison.observations[after]
    guard let old = target(before), let new = target(after), old.1 == new.1 else {
      let isSame =
        first.value == second.value && first.upper == second.upper && first.unit == second.unit
        && comparison.target(of: first).folded == comparison.target(of: second).folded
      return isSame ? nil : .changed
    }
    if old.0 == new.0 { return nil }
    switch polarity(after) {
    case .up: return new.0 < old.0 ? .lowered : .raised
    case .down: return new.0 > old.0 ? .lowered : .raised
    case .none: return .changed
    }
  }

  /// Whether the later sheet's 上年完成值 is not the result that the earlier one reports.
  private func contradicts(_ before: Int, _ after: Int) -> Bool {
    guard let actual = reported(comparison.observations[before].actual, of: before),
      let previous = reported(comparison.observations[after].previous, of: after), actual.1 == previous.1
    else { return false }
    return actual.0 != previous.0
  }

  /// Whether the reported result is short of the target.
  private func wasMissed(_ row: Int) -> Bool? {
    let observation = comparison.observations[row]
    guard let target = target(row), let actual = reported(observation.actual, of: row), target.1 == actual.1
    else { return nil }
    switch observation.relation {
    case .atLeast?: return actual.0 < target.0
    case .moreThan?: return actual.0 <= target.0
    case .atMost?: return actual.0 > target.0
    case .lessThan?: return actual.0 >= target.0
    case .equalTo?, nil: return polarity(row) == .down ? actual.0 > target.0 : actual.0 < target.0
    case .range?, .qualitative?: return nil
    }
  }
}

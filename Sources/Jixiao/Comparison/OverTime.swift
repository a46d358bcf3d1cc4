/// One project from one sheet to the next: plan of a year, its self-assessment, plan of the next year.
public struct TimeLink: Sendable {
  /// What changed on the way, with the rows on both sides.
  public struct Change: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Less is asked than before.
      case lowered
      case raised
      /// The target is no longer one that can be held against the former.
      case changed
      case dropped
      case added
      /// One indicator under a heading of level 2 went and one came.
      case swapped
      /// 上年完成值 is not what last year's sheet reports.
      case contradicted
      case weight
    }

    public let kind: Kind
    /// Indices of the observations; nil where there is none on that side.
    public let before: Int?
    public let after: Int?
    /// What stood and what stands: targets, weights, or last year's result and what is now printed of it.
    public let from: String
    public let to: String
    /// Whether the former target was missed, as its own sheet reports; nil where it does not say.
    public let wasMissed: Bool?
  }

  public let before: Int
  public let after: Int
  /// The years for which the sheets stand: that of the project's title, else that of the sheet.
  public let years: ClosedRange<Int>
  public let changes: [Change]
  /// By how much the weights of rows grew that had been met, and of rows that had been missed; dropped rows lost theirs.
  public let weightToMet: Exact
  public let weightToMissed: Exact

  /// Weights moved from what was missed to what was achieved.
  public var movesTowardsAchieved: Bool { weightToMet > .zero && weightToMissed < .zero }
}

/// Several sheets stand for one project, year and kind, so that none of them was linked.
public struct AmbiguousLink: Sendable, Hashable {
  public let sheets: [Int]
}

extension Comparison {
  /// Links sheets of one body and project over the years, in the order of their first appearance.
  ///
  /// A year in the project's title counts before that of the sheet; sheets without any are left out.
  public func overTime() -> (links: [TimeLink], ambiguous: [AmbiguousLink]) {
    struct Key: Hashable {
      let body: String
      let project: String
      let isDepartment: Bool
    }
    struct Moment: Hashable {
      let year: Int
      let isSelfAssessment: Bool
    }
    let forms = NameForms(words: words, units: vocabulary.units)
    var order: [Key] = []
    var moments: [Key: [Moment: [Int]]] = [:]
    for (index, sheet) in sheets.enumerated() {
      let title = texts[sheet.project], body = organization(sheet) ?? ""
      guard let year = CommonText.years(in: title.folded).first ?? sheet.year,
        sheet.kind.isDepartment || sheet.project != 0, !body.isEmpty
      else { continue }
      let key = Key(
        body: body,
        project: sheet.kind.isDepartment ? "" : forms.projectCore(title, organization: body),
        isDepartment: sheet.kind.isDepartment)
      if moments[key] == nil { order.append(key) }
      moments[key, default: [:]][
        Moment(year: year, isSelfAssessment: !sheet.kind.isTarget), default: []
      ].append(index)
    }
    var links: [TimeLink] = []
    var ambiguous: [AmbiguousLink] = []
    for key in order {
      let steps = (moments[key] ?? [:]).sorted {
        ($0.key.year, $0.key.isSelfAssessment ? 1 : 0) < ($1.key.year, $1.key.isSelfAssessment ? 1 : 0)
      }
      if steps.count < 2 { continue }
      ambiguous += steps.filter { $0.value.count > 1 }.map { AmbiguousLink(sheets: $0.value) }
      for (before, after) in zip(steps, steps.dropFirst()) {
        guard before.value.count == 1, after.value.count == 1, let first = before.value.first,
          let second = after.value.first
        else { continue }
        links.append(TimeLinker(self).link(first, second, years: before.key.year...after.key.year))
      }
    }
    return (links, ambiguous)
  }
}

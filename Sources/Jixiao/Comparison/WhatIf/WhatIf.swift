/// A sheet as it is and as it would be, with the smallest improvements that lift it to the next grades.
public struct WhatIf: Sendable {
  /// One indicator that would be otherwise.
  public struct Change: Sendable {
    public let before: IndicatorScore
    public let after: IndicatorScore
  }

  public let file: String
  public let pack: String
  public let before: SheetScore
  /// The same as `before` where nothing was supposed about the sheet.
  public let after: SheetScore
  public let changes: [Change]
  /// From `after` on, the nearest grade first; empty for plans and for sheets without a total.
  public let goals: [Goal]

  /// Scores the sheets of a document with and without the assumptions.
  ///
  /// - Returns: one a sheet, and the assumptions of this document that name a row that is not there.
  public static func sheets(
    of document: Document, assuming assumptions: [Assumption], scorer: Scorer
  ) -> (answers: [WhatIf], unknown: [Assumption]) {
    let own = assumptions.filter { $0.file == nil || $0.file == document.file }
    var answers: [WhatIf] = []
    for sheet in document.sheets {
      var supposed = sheet
      var changed: [Int] = []
      for assumption in own where assumption.sheet == sheet.ordinal {
        guard let row = sheet.indicators.firstIndex(where: { $0.ordinal == assumption.indicator }) else {
          continue
        }
        if let actual = assumption.actual { supposed.indicators[row].actual = actual }
        if let weight = assumption.weight { supposed.indicators[row].weight = weight }
        if !changed.contains(row) { changed.append(row) }
      }
      let before = scorer.score(sheet)
      let after = changed.isEmpty ? before : scorer.score(supposed)
      answers.append(
        WhatIf(
          file: document.file, pack: scorer.pack.id, before: before, after: after,
          changes: changed.sorted().map {
            Change(before: before.indicators[$0], after: after.indicators[$0])
          },
          goals: Goal.goals(of: supposed, scored: after, by: scorer)))
    }
    let unknown = own.filter { assumption in
      !document.sheets.contains { sheet in
        sheet.ordinal == assumption.sheet && sheet.indicators.contains { $0.ordinal == assumption.indicator }
      }
    }
    return (answers, unknown)
  }
}

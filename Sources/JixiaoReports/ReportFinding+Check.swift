import Jixiao

extension ReportFinding {
  /// A finding of the checks, put into words.
  public init(_ finding: Finding, language: Language) {
    let severity: Severity =
      switch finding.severity {
      case .error: .mustFix
      case .warning: .shouldFix
      case .note: .note
      }
    let suggestion = finding.suggestion.map { suggestion in
      language.pick(
        "改为“\(suggestion.replace)”（\(suggestion.why.text(in: language))）",
        "“\(suggestion.replace)” (\(suggestion.why.text(in: language)))")
    }
    self.init(
      severity: severity, code: finding.code, name: finding.name, file: finding.file, sheet: finding.sheet,
      indicator: finding.indicator, indicatorName: finding.indicatorName, place: finding.place,
      seen: finding.seen,
      message: finding.message, clause: finding.clause, points: finding.points, suggestion: suggestion)
  }
}

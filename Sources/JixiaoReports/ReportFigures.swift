import Jixiao

/// The figures of a report's first screen, all exact until they are printed.
struct ReportFigures: Sendable {
  let documents: Int
  let sheets: Int
  let plans: Int
  let indicators: Int
  let unread: Int
  /// Over every sheet that has points.
  let points: Points
  let weight: Ratio
  /// Grades as they are printed, `良` or `良–优`, with how many sheets have each, best first.
  let grades: [(grade: String, count: Int)]

  /// Points that are certainly not earned.
  var lost: Ratio { weight - points.high }
  /// Points that a person still has to decide.
  var open: Ratio { points.high - points.low }

  init(_ content: ReportContent) {
    documents = content.documents.count
    unread = content.documents.reduce(0) { $0 + $1.unread.count }
    var (sheets, plans, indicators) = (0, 0, 0)
    var points = Points.zero
    var weight = Ratio.zero
    var grades: [(grade: String, count: Int, best: Ratio)] = []
    for sheet in content.scores.flatMap(\.sheets) {
      sheets += 1
      indicators += sheet.indicators.count
      if sheet.isPlan {
        plans += 1
        continue
      }
      if let earned = sheet.points, let whole = sheet.weight {
        points = points + earned
        weight = weight + Ratio(whole)
      }
      guard let text = sheet.grade, let total = sheet.total else { continue }
      if let index = grades.firstIndex(where: { $0.grade == text }) {
        grades[index].count += 1
        grades[index].best = max(grades[index].best, total.low)
      } else {
        grades.append((text, 1, total.low))
      }
    }
    self.sheets = sheets
    self.plans = plans
    self.indicators = indicators
    self.points = points
    self.weight = weight
    self.grades = grades.sorted { $0.best > $1.best }.map { ($0.grade, $0.count) }
  }
}

extension SheetScore {
  /// `良`, or `良–优` where points are still open; nil without a total.
  var grade: String? {
    guard let low = gradeLow, let high = gradeHigh else { return nil }
    return low == high ? low : "\(low)–\(high)"
  }
}

extension IndicatorScore {
  /// Points certainly not earned; nil where there are no points.
  var lost: Ratio? {
    guard let points, let weight = indicator.weight else { return nil }
    return Ratio(weight) - points.high
  }

  /// Points that a person still has to decide; nil where there are no points.
  var open: Ratio? { points.map { $0.high - $0.low } }
}

extension ScoreWording {
  /// `85.71`, `81.71–85.71` where a person still has to decide, or `—`: with the dash that print uses for a range.
  func span(_ points: Points?) -> String {
    guard let points else { return "—" }
    if let exact = points.exact { return exact.points.description }
    return "\(points.low.points)–\(points.high.points)"
  }
}

import Jixiao

/// What one sheet earned in a line of `score --totals`.
public struct SheetTotal: Sendable, Hashable {
  /// The sheet's own id, else its position.
  public var sheet: String
  /// The sum of the printed weights; nil where none is printed.
  public var weight: Exact?
  /// The points of its indicators; nil where a row has no weight.
  public var points: Points?
  /// How many of its indicators are not decided to one number.
  public var undecided: Int

  public init(sheet: String, weight: Exact?, points: Points?, undecided: Int) {
    self.sheet = sheet
    self.weight = weight
    self.points = points
    self.undecided = undecided
  }

  public init(_ score: SheetScore) {
    self.init(
      sheet: score.sheet.id ?? String(score.sheet.ordinal), weight: score.weight, points: score.points,
      undecided: score.indicators.count { $0.outcome != .notApplicable && $0.points?.exact == nil })
  }
}

/// Renders totals as CSV: one sheet a line.
public enum TotalsCSV {
  public static let header = "sheet,weight,low,high,undecided\n"

  /// The lines of some totals, without the header.
  public static func render(_ totals: [SheetTotal]) -> [UInt8] {
    var writer = CSVWriter()
    for total in totals {
      writer.text(total.sheet)
      writer.field(total.weight?.description)
      writer.field(total.points?.low.points.description)
      writer.field(total.points?.high.points.description)
      writer.field(String(total.undecided))
      writer.endRecord()
    }
    return writer.bytes
  }
}

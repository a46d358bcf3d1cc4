/// One indicator as it is compared: numbers as printed, texts by number, and where it stands.
///
/// Kept small, as a million of them are held at once.
public struct Observation: Sendable {
  /// Index of the sheet.
  let sheet: UInt32
  /// 1-based position in its sheet.
  public let ordinal: Int32
  /// Index of the name with its measure and direction.
  let variant: UInt32
  let level1: UInt32
  let level2: UInt32
  /// The target cell as printed.
  let printed: UInt32
  let unit: UInt32
  public let relation: Relation?
  /// The number of the target as printed; nil for words.
  public let value: Exact?
  /// The upper bound of a range.
  public let upper: Exact?
  public let weight: Exact?
  let previous: Reported
  let actual: Reported
  /// 1 + index of the points; 0 for none.
  let points: UInt32
  public let place: Place
}

/// What a cell of last year or of the year's end says: a number with its unit, or words.
struct Reported: Sendable {
  var value: Exact?
  var unit: UInt32 = 0
  /// The cell as printed; 0 for a blank one.
  var printed: UInt32 = 0
}

/// A sheet as it is compared.
public struct ObservedSheet: Sendable {
  let file: UInt32
  public let ordinal: Int
  public let id: String?
  public let kind: Sheet.Kind
  public let year: Int?
  /// As printed; empty where the sheet names none.
  let organization: UInt32
  /// The body of which it speaks: the whole where it names a part.
  var body: UInt32
  let project: UInt32
  public let funds: Funds
  public let place: Place
  /// Its indicators among all observations.
  let rows: Range<Int>
  /// Nothing is claimed yet, so it has no points.
  let isPlan: Bool
}

/// One sheet with everything a comparison takes from it, made by any thread.
public struct SheetReading: Sendable {
  let file: String
  let sheet: Sheet
  let points: [Points?]
  /// The points under every other pack asked for, in their order.
  let others: [[Points?]]

  /// Takes a sheet, scored where there is something to score; `others` score it a second time under their own packs.
  public init(_ sheet: Sheet, file: String, scorer: Scorer?, others: [Scorer] = []) {
    self.file = file
    self.sheet = sheet
    points = sheet.isPlan ? [] : scorer?.score(sheet).indicators.map(\.points) ?? []
    self.others = others.map { sheet.isPlan ? [] : $0.score(sheet).indicators.map(\.points) }
  }
}

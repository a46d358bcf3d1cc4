/// The places of the single cells of an indicator, by field; used like a dictionary.
///
/// Cells of one row of a table differ in their column alone, in text also in their line. Such places are kept as the row's
/// place and a number a cell, because a workbook of 100,000 rows has nearly a million of them.
///
/// ```swift
/// var places: FieldPlaces = [:]
/// places[.weight] = Place(table: 1, row: 4, column: 7)
/// places[.weight]?.column   // 7
/// ```
public struct FieldPlaces: Sendable, ExpressibleByDictionaryLiteral {
  /// The place of the row, without a column; of no meaning while `cells` is empty.
  private var row = Place()
  /// No field twice.
  private var cells: [Cell] = []
  /// Places that differ from the row's in more than line and column.
  private var others: [(code: UInt32, place: Place)] = []

  /// A place as it differs from the row's.
  private struct Cell {
    /// The field in the upper eight bits, the column in the lower 24.
    let fieldAndColumn: UInt32
    let linesBelow: Int32

    static let mostColumns = 1 << 24 - 1

    var code: UInt32 { fieldAndColumn >> 24 }
    var column: Int { Int(fieldAndColumn & 0xFF_FFFF) }
  }

  public init(dictionaryLiteral elements: (Indicator.Field, Place)...) {
    for (field, place) in elements { self[field] = place }
  }

  public var isEmpty: Bool { cells.isEmpty && others.isEmpty }

  /// Makes room for the cells of a row.
  public mutating func reserveCapacity(_ count: Int) { cells.reserveCapacity(count) }

  /// Hands over all places with the numbers of their fields, in the order in which they came.
  func forEach(_ body: (_ field: Int, Place) -> Void) {
    for cell in cells { body(Int(cell.code), place(of: cell)) }
    for (code, place) in others { body(Int(code), place) }
  }

  private func place(of cell: Cell) -> Place {
    var place = row
    place.column = cell.column
    if cell.linesBelow != 0 { place.line = row.line.map { $0 + Int(cell.linesBelow) } }
    return place
  }

  public subscript(field: Indicator.Field) -> Place? {
    get {
      let code = Self.code(field)
      for cell in cells where cell.code == code { return place(of: cell) }
      return others.first { $0.code == code }?.place
    }
    set {
      let code = Self.code(field)
      if let old = cells.firstIndex(where: { $0.code == code }) { cells.remove(at: old) }
      if let old = others.firstIndex(where: { $0.code == code }) { others.remove(at: old) }
      if let place = newValue { add(field, at: place) }
    }
  }

  /// Adds the place of a field that has none yet, without looking for one.
  public mutating func add(_ field: Indicator.Field, at place: Place) {
    if cells.isEmpty {
      row = place
      row.column = nil
    }
    let code = Self.code(field)
    if let cell = cell(code, place) { cells.append(cell) } else { others.append((code, place)) }
  }

  /// Nil where the place differs from the row's in more than line and column.
  private func cell(_ code: UInt32, _ place: Place) -> Cell? {
    guard let column = place.column, column < Cell.mostColumns else { return nil }
    guard place.isBeside(row), (place.line == nil) == (row.line == nil),
      let linesBelow = Int32(exactly: (place.line ?? 0) - (row.line ?? 0))
    else { return nil }
    return Cell(fieldAndColumn: code << 24 | UInt32(column), linesBelow: linesBelow)
  }

  private static func code(_ field: Indicator.Field) -> UInt32 { UInt32(field.number) }
}

/// Equal where every field has the same place, however it is kept.
extension FieldPlaces: Hashable {
  public static func == (one: FieldPlaces, other: FieldPlaces) -> Bool {
    Indicator.Field.allCases.allSatisfy { one[$0] == other[$0] }
  }

  public func hash(into hasher: inout Hasher) {
    for field in Indicator.Field.allCases { hasher.combine(self[field]) }
  }
}

/// The places of the single cells of an indicator, by field; used like a dictionary.
///
/// Cells of one row of a table differ in their column alone. Such places are kept as the row's place and a number a cell,
/// because a workbook of 100,000 rows has nearly a million of them.
///
/// ```swift
/// var places: FieldPlaces = [:]
/// places[.weight] = Place(table: 1, row: 4, column: 7)
/// places[.weight]?.column   // 7
/// ```
public struct FieldPlaces: Sendable, ExpressibleByDictionaryLiteral {
  /// The place of the row, without a column; of no meaning while `columns` is empty.
  private var row = Place()
  /// The field in the upper eight bits, the column in the lower 24; no field twice.
  private var columns: [UInt32] = []
  /// Places that differ from the row's in more than the column.
  private var others: [(code: UInt32, place: Place)] = []

  private static let mostColumns = 1 << 24 - 1

  public init(dictionaryLiteral elements: (Indicator.Field, Place)...) {
    for (field, place) in elements { self[field] = place }
  }

  public var isEmpty: Bool { columns.isEmpty && others.isEmpty }

  /// Makes room for the cells of a row.
  public mutating func reserveCapacity(_ count: Int) { columns.reserveCapacity(count) }

  public subscript(field: Indicator.Field) -> Place? {
    get {
      if let entry = columns.first(where: { $0 >> 24 == Self.code(field) }) {
        var place = row
        place.column = Int(entry & 0xFF_FFFF)
        return place
      }
      if others.isEmpty { return nil }
      let code = Self.code(field)
      return others.first { $0.code == code }?.place
    }
    set {
      let code = Self.code(field)
      if let old = columns.firstIndex(where: { $0 >> 24 == code }) { columns.remove(at: old) }
      if let old = others.firstIndex(where: { $0.code == code }) { others.remove(at: old) }
      if let place = newValue { add(field, at: place) }
    }
  }

  /// Adds the place of a field that has none yet, without looking for one.
  public mutating func add(_ field: Indicator.Field, at place: Place) {
    var row = place
    row.column = nil
    if columns.isEmpty { self.row = row }
    let code = Self.code(field)
    if let column = place.column, column < Self.mostColumns, row == self.row {
      columns.append(code << 24 | UInt32(column))
    } else {
      others.append((code, place))
    }
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

import Jixiao

/// Which column of a table holds which field, found from a row of headings.
struct ColumnMap: Sendable {
  /// By index of the column; nil where the heading is blank or unknown.
  private(set) var fields: [Indicator.Field?]
  /// Headings that are printed, known or not: their cells are not without a heading.
  private(set) var isHeaded: [Bool]
  let place: Place

  var width: Int { fields.count }
  func index(of field: Indicator.Field) -> Int? { fields.firstIndex(of: field) }
  func has(_ field: Indicator.Field) -> Bool { fields.contains(field) }

  /// A row is one of headings where it names an indicator column and, beside it, a target or points.
  init?(_ row: Grid.Row, words: SheetWords) {
    guard row.cells.count >= 3 else { return nil }
    var fields: [Indicator.Field?] = []
    var isHeaded: [Bool] = []
    var known = 0
    for cell in row.cells {
      var field: Indicator.Field?
      if case .field(let found) = words.column(cell.text), !fields.contains(found) {
        field = found
        known += 1
      }
      fields.append(field)
      isHeaded.append(!cell.isBlank)
    }
    let names = fields.contains(.level3) || fields.contains(.level2)
    let values = fields.contains(.target) || fields.contains(.weight) || fields.contains(.actual)
    guard names, values, known >= 3 else { return nil }
    self.fields = fields
    self.isHeaded = isHeaded
    place = row.place
  }
}

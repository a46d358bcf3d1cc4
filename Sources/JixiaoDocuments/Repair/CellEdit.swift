import Jixiao

/// A cell of an Office document and the text that it is to hold.
public struct CellEdit: Sendable, Hashable {
  public let place: Place
  public let text: String

  public init(place: Place, text: String) {
    self.place = place
    self.text = text
  }
}

/// Why a cell of an Office document was left as it is.
public enum CellRefusal: Error, Sendable, Equatable {
  /// The place names no cell of this document.
  case noCell(Place)
  /// Its value is worked out from other cells.
  case formula(Place)
  /// It holds more than plain text: a tracked change, a picture, a table, a tab.
  case notPlain(Place)
  /// The part is not written in UTF-8.
  case encoding(part: String)
  case package(PackageFault)

  public func reason(in language: Language) -> String {
    switch self {
    case .noCell(let place):
      language.pick("\(place.described(in: .zh))没有单元格可改", "no cell to rewrite at \(place.described(in: .en))")
    case .formula(let place):
      language.pick(
        "\(place.described(in: .zh))是公式，未改", "\(place.described(in: .en)) is a formula and was left alone")
    case .notPlain(let place):
      language.pick(
        "\(place.described(in: .zh))含修订、图片、表格或制表符，未改",
        "\(place.described(in: .en)) holds a tracked change, a picture, a table or a tab and was left alone")
    case .encoding(let part):
      language.pick("\(part) 不是 UTF-8，未改", "\(part) is not in UTF-8 and was left alone")
    case .package(let fault): fault.reason(in: language)
    }
  }
}

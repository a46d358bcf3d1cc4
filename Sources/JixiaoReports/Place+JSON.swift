import Jixiao

extension JSONWriter {
  /// A place as an object of the counts that its format has; null where it has none.
  mutating func member(_ key: String, _ place: Place) {
    if place == Place() {
      null(key)
      return
    }
    object(key) { json in
      if let worksheet = place.worksheet { json.member("worksheet", worksheet) }
      if let page = place.page { json.member("page", page) }
      if let line = place.line { json.member("line", line) }
      if let table = place.table { json.member("table", table) }
      if let row = place.row { json.member("row", row) }
      if let column = place.column { json.member("column", column) }
      if let offset = place.offset { json.member("offset", offset) }
    }
  }
}

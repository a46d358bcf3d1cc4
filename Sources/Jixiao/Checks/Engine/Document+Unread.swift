extension Document {
  /// The sheets, each knowing whether something in its part of the file was left unread.
  var sheetsToCheck: [Sheet] {
    if unread.isEmpty { return sheets }
    var sheets = sheets
    for item in unread {
      // What stands before the first sheet belongs to none.
      if let index = sheets.lastIndex(where: { !item.place.precedes($0.place) }) {
        sheets[index].isReadInPart = true
      }
    }
    return sheets
  }
}

extension Place {
  /// Whether this place comes before another of the same file; false where they cannot be compared.
  fileprivate func precedes(_ other: Place) -> Bool {
    if let worksheet, let theirs = other.worksheet, worksheet != theirs { return true }
    if let offset, let theirs = other.offset { return offset < theirs }
    if let page, let theirs = other.page, page != theirs { return page < theirs }
    if let line, let theirs = other.line { return line < theirs }
    let own = (table ?? 0, row ?? 0), their = (other.table ?? 0, other.row ?? 0)
    return own < their
  }
}

/// The endings of files that a folder is searched for; a file named directly may have any.
enum DocumentExtensions {
  static let plausible = [
    "txt", "csv", "tsv", "json", "ndjson", "md", "html", "htm", "docx", "xlsx", "pdf", "zip", "doc", "xls",
    "wps",
    "et", "gz",
  ]

  static func matches(_ name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    return plausible.contains(ending)
  }
}

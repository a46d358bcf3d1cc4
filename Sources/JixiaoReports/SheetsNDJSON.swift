import Jixiao

/// Renders documents as NDJSON: one sheet a line, the sheet object of canonical JSON with its file.
public enum SheetsNDJSON {
  public static func render(_ documents: [Document]) -> [UInt8] {
    var json = JSONWriter(layout: .compact)
    for document in documents {
      for sheet in document.sheets {
        json.object { json in
          json.member("file", document.file)
          SheetsJSON.write(sheet, to: &json)
        }
        json.endLine()
      }
    }
    return json.bytes
  }
}

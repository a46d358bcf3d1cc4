import Jixiao

extension ReadExplanation {
  /// For programs: `jixiao.reading/1`.
  public static func json(_ documents: [Document]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "jixiao.reading/1")
      json.array("documents", documents, breaking: true) { json, document in
        json.object { json in
          json.member("file", document.file)
          json.member("reader", document.reader)
          json.array("tried", document.trace.tried) { json, attempt in
            json.object { json in
              json.member("reader", attempt.reader)
              json.member("why", attempt.why)
            }
          }
          json.array("tables", document.trace.tables, breaking: true) { json, table in
            json.object { json in
              json.member("at", table.place)
              json.member("headingRows", table.headingRows)
              json.array("headings", table.headings) { json, heading in
                json.object { json in
                  json.member("text", heading.text)
                  json.member("use", name(of: heading.use))
                  json.member("field", field(of: heading.use))
                }
              }
              json.member("rows", table.rows)
              json.member("indicators", table.indicators)
            }
          }
          json.array("dropped", document.trace.dropped, breaking: true) { json, row in
            json.object { json in
              json.member("at", row.place)
              json.member("text", row.text)
              json.member("why", row.why)
            }
          }
          json.array("unread", document.unread, breaking: true) { json, unread in
            json.object { json in
              json.member("at", unread.place)
              json.member("text", unread.text)
              json.member("why", unread.why)
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func name(of use: ReadTrace.Heading.Use) -> String {
    switch use {
    case .field: "field"
    case .moreSigns: "more-signs"
    case .notUsed: "not-used"
    case .ignored: "ignored"
    case .unknown: "unknown"
    case .blank: "blank"
    }
  }

  private static func field(of use: ReadTrace.Heading.Use) -> String? {
    switch use {
    case .field(let field), .notUsed(let field): field.rawValue
    case .moreSigns: Indicator.Field.operator.rawValue
    case .ignored, .unknown, .blank: nil
    }
  }
}

import Jixiao

/// Renders what-if answers as JSON: the records of the CSV as objects, totals with their exact fractions.
public enum WhatIfJSON {
  public static func render(_ records: [WhatIfRecord]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "jixiao.what-if/1")
      json.array("records", records, breaking: true) { json, record in
        json.object { json in
          json.member("kind", record.kind.rawValue)
          json.member("file", record.file)
          json.member("pack", record.pack)
          json.member("sheet", record.sheet)
          json.member("organization", record.organization)
          json.member("project", record.project)
          json.member("grade", record.grade)
          json.member("border", record.border)
          json.member("indicator", record.row?.indicator.ordinal)
          json.member("level3", record.row?.indicator.level3)
          json.member("from", record.from)
          json.member("to", record.to)
          span("pointsBefore", record.pointsBefore, &json)
          span("pointsAfter", record.pointsAfter, &json)
          span("totalBefore", record.totalBefore, &json)
          span("totalAfter", record.totalAfter, &json)
          json.member("gradeBefore", WhatIfRecord.span(record.gradesBefore))
          json.member("gradeAfter", WhatIfRecord.span(record.gradesAfter))
          json.member("clause", record.row?.clause)
          json.member("why", record.row?.why)
          if let sheets = record.sheets {
            json.member("sheets", sheets.counted)
            json.member("left", sheets.left)
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// `{"low":85.71,"high":85.71,"exact":"600/7"}`, or null.
  private static func span(_ key: String, _ points: Points?, _ json: inout JSONWriter) {
    guard let points else { return json.member(key, nil as String?) }
    json.object(key) { json in
      json.member("low", points.low.points)
      json.member("high", points.high.points)
      json.member("exact", points.exact?.description)
    }
  }
}

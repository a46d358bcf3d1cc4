import Jixiao

/// Renders documents as canonical JSON, `jixiao.sheets/1`: one line a sheet's head, one line an indicator.
public enum SheetsJSON {
  public static func render(_ documents: [Document]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "jixiao.sheets/1")
      json.array("documents", documents, breaking: true) { json, document in
        json.object { json in
          json.member("file", document.file)
          json.member("sha256", document.sha256)
          json.member("reader", document.reader)
          json.array("sheets", document.sheets, breaking: true) { json, sheet in
            json.object { SheetsJSON.write(sheet, to: &$0) }
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

  /// The members of a sheet, in the order of the contract.
  static func write(_ sheet: Sheet, to json: inout JSONWriter) {
    json.member("sheet", sheet.ordinal)
    json.member("kind", sheet.kind.rawValue)
    json.member("year", sheet.year)
    json.member("organization", sheet.organization)
    json.member("project", sheet.project)
    json.object("funds") { json in
      json.member("unit", sheet.funds.unit)
      json.member("total", sheet.funds.total)
      json.member("fiscal", sheet.funds.fiscal)
      json.member("other", sheet.funds.other)
      json.member("superior", sheet.funds.superior)
      json.member("local", sheet.funds.local)
      json.member("initial", sheet.funds.initial)
      json.member("adjusted", sheet.funds.adjusted)
      json.member("executed", sheet.funds.executed)
      json.member("rate", sheet.funds.rate)
      json.member("weight", sheet.funds.weight)
      json.member("claimed", sheet.funds.claimed)
    }
    json.member("objective", sheet.objective)
    json.array("subtotals", sheet.subtotals) { json, subtotal in
      json.object { json in
        json.member("level1", subtotal.level1)
        json.member("weight", subtotal.weight)
      }
    }
    json.member("totalClaimed", sheet.totalClaimed)
    json.member("gradeClaimed", sheet.gradeClaimed)
    json.member("at", sheet.place)
    json.array("indicators", sheet.indicators, breaking: true) { json, indicator in
      json.object { write(indicator, to: &$0) }
    }
  }

  private static func write(_ indicator: Indicator, to json: inout JSONWriter) {
    let target = indicator.target
    json.member("indicator", indicator.ordinal)
    json.member("level1", indicator.level1)
    json.member("level2", indicator.level2)
    json.member("level3", indicator.level3)
    json.member("operator", target.relation?.rawValue)
    json.member("target", target.printed)
    json.member("value", target.value)
    json.member("upper", target.upper)
    json.member("deadline", target.deadline?.description)
    json.member("unit", target.unit)
    json.member("weight", indicator.weight)
    json.member("basis", indicator.basis)
    json.member("previous", indicator.previous)
    json.member("rule", indicator.rule)
    json.member("evidence", indicator.evidence)
    json.member("actual", indicator.actual)
    json.member("claimed", indicator.claimed)
    json.member("reason", indicator.reason)
    // Only an evaluator's flat table has these; a sheet as published never does.
    if let awarded = indicator.awarded { json.member("awarded", awarded) }
    if indicator.notApplicable { json.member("notApplicable", true) }
    json.member("at", indicator.place)
    json.object("places") { json in
      for field in Indicator.Field.allCases {
        if let place = indicator.places[field] { json.member(field.rawValue, place) }
      }
    }
  }
}

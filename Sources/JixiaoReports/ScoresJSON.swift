import Jixiao

/// Renders scores as JSON, `jixiao.scores/1`: one line a sheet's head, one line an indicator.
public enum ScoresJSON {
  /// One document a pack and file; `spread` is what several packs differ in, nil where only one was used.
  public static func render(_ scores: [DocumentScore], spread: [PackSpread]? = nil) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "jixiao.scores/1")
      json.array("documents", scores, breaking: true) { json, score in
        json.object { json in
          writeHead(score, to: &json)
          json.array("sheets", score.sheets, breaking: true) { json, sheet in
            json.object { write(sheet, to: &$0) }
          }
        }
      }
      if let spread {
        json.array("spread", spread, breaking: true) { json, row in
          json.object { json in
            json.member("file", row.file)
            json.member("sheet", row.sheet)
            json.member("indicator", row.indicator)
            json.member("low", row.low.points)
            json.member("high", row.high.points)
            json.array("packs", row.packs) { $0.element($1) }
            json.array("clauses", row.clauses.compactMap(\.self)) { $0.element($1) }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// One sheet a line, with its file and pack.
  public static func renderLines(_ scores: [DocumentScore]) -> [UInt8] {
    var json = JSONWriter(layout: .compact)
    for score in scores {
      for sheet in score.sheets {
        json.object { json in
          writeHead(score, to: &json)
          write(sheet, to: &json)
        }
        json.endLine()
      }
    }
    return json.bytes
  }

  private static func writeHead(_ score: DocumentScore, to json: inout JSONWriter) {
    json.member("file", score.file)
    json.member("sha256", score.sha256)
    json.member("pack", score.pack)
    json.member("packVersion", score.packVersion)
    json.member("packWhy", score.packWhy)
  }

  private static func write(_ score: SheetScore, to json: inout JSONWriter) {
    let sheet = score.sheet
    json.member("sheet", sheet.ordinal)
    if let id = sheet.id { json.member("id", id) }
    json.member("kind", sheet.kind.rawValue)
    json.member("year", sheet.year)
    json.member("organization", sheet.organization)
    json.member("project", sheet.project)
    json.member("weight", score.weight)
    write(score.points, to: &json)
    json.object("execution") { json in
      json.member("weight", score.execution.weight)
      write(score.execution.points, to: &json)
      json.member("clause", score.execution.clause)
      json.member("certainty", score.execution.certainty.rawValue)
      json.array("notes", score.execution.frameMismatch ? ["frame-mismatch"] : []) { $0.element($1) }
      json.member("why", score.execution.why)
    }
    json.object("total") { write(score.total, to: &$0) }
    json.object("grade") { json in
      json.member("low", score.gradeLow)
      json.member("high", score.gradeHigh)
    }
    json.array("levels", score.levels) { json, level in
      json.object { json in
        json.member("level1", level.level1)
        json.member("weight", level.weight)
        write(level.points, to: &json)
      }
    }
    json.array("indicators", score.indicators, breaking: true) { json, indicator in
      json.object { write(indicator, to: &$0) }
    }
  }

  private static func write(_ score: IndicatorScore, to json: inout JSONWriter) {
    let indicator = score.indicator
    json.member("indicator", indicator.ordinal)
    json.member("level1", indicator.level1)
    json.member("level2", indicator.level2)
    json.member("level3", indicator.level3)
    json.member("weight", indicator.weight)
    write(score.points, to: &json)
    json.member("outcome", score.outcome.rawValue)
    json.member("ratio", score.ratio?.description)
    json.member("function", score.function)
    json.object("parameters") { json in
      for (name, value) in score.parameters { json.member(name, value) }
    }
    json.object("inputs") { json in
      json.member("operator", score.inputs.relation?.rawValue)
      json.member("target", score.inputs.target)
      if let upper = score.inputs.upper { json.member("upper", upper) }
      json.member("actual", score.inputs.actual)
      json.member("unit", score.inputs.unit)
    }
    json.member("clause", score.clause)
    json.member("certainty", score.certainty.rawValue)
    json.array("notes", score.notes) { $0.element($1.rawValue) }
    json.member("why", score.why)
    if let decision = score.decision {
      json.object("decision") { json in
        json.member("awarded", decision.awarded)
        json.member("notApplicable", decision.notApplicable)
        json.member("deduct", decision.deduct)
        json.member("reason", decision.reason)
        json.member("by", decision.by)
      }
    }
    json.member("at", indicator.place)
  }

  /// `points` (null for an interval), `low`, `high` at two places, and the exact fraction.
  private static func write(_ points: Points?, to json: inout JSONWriter) {
    json.member("points", points?.exact?.points)
    json.member("low", points?.low.points)
    json.member("high", points?.high.points)
    json.member("exact", points?.exact?.description)
  }
}

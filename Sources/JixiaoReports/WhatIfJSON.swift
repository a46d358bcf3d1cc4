import Jixiao

/// Renders what would be as JSON, `jixiao.what-if/1`.
public enum WhatIfJSON {
  public static func render(_ answers: [WhatIf]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "jixiao.what-if/1")
      json.array("sheets", answers, breaking: true) { json, answer in
        json.object { write(answer, to: &$0) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ answer: WhatIf, to json: inout JSONWriter) {
    let sheet = answer.before.sheet
    json.member("file", answer.file)
    json.member("sheet", sheet.ordinal)
    json.member("organization", sheet.organization)
    json.member("project", sheet.project)
    json.member("pack", answer.pack)
    json.member("plan", answer.before.isPlan)
    standing("before", answer.before, to: &json)
    standing("after", answer.after, to: &json)
    json.array("changes", answer.changes) { json, change in
      json.object { json in
        json.member("indicator", change.before.indicator.ordinal)
        json.member("level3", change.before.indicator.level3)
        side("before", change.before, to: &json)
        side("after", change.after, to: &json)
        json.member("clause", change.after.clause)
        json.member("why", change.after.why)
      }
    }
    json.array("goals", answer.goals) { json, goal in
      json.object { json in
        json.member("grade", goal.grade)
        json.member("from", goal.from)
        switch goal.way {
        case .single(let ways): improvements("single", ways, nil, to: &json)
        case .several(let ways): improvements("several", ways, nil, to: &json)
        case .outOfReach(let most): improvements("out-of-reach", [], most, to: &json)
        }
      }
    }
  }

  private static func standing(_ key: String, _ score: SheetScore, to json: inout JSONWriter) {
    guard let total = score.total else {
      json.null(key)
      return
    }
    json.object(key) { json in
      json.figure("low", total.low)
      json.figure("high", total.high)
      json.member("grade", score.grade)
    }
  }

  private static func side(_ key: String, _ score: IndicatorScore, to json: inout JSONWriter) {
    json.object(key) { json in
      json.member("actual", score.indicator.actual)
      json.member("weight", score.indicator.weight)
      json.figure("low", score.points?.low)
      json.figure("high", score.points?.high)
    }
  }

  private static func improvements(
    _ way: String, _ ways: [Goal.Improvement], _ most: Exact?, to json: inout JSONWriter
  ) {
    json.member("way", way)
    json.array("improvements", ways) { json, improvement in
      json.object { json in
        json.member("indicator", improvement.indicator)
        json.member("level3", improvement.name)
        json.member("from", improvement.from)
        json.member("to", improvement.to)
        json.member("unit", improvement.unit)
        json.figure("share", improvement.share)
      }
    }
    json.member("most", most)
  }
}

import Jixiao

/// The rankings of a comparison as JSON.
enum ComparisonRankJSON {
  static func write(_ ranking: ComparedRanking, to json: inout JSONWriter) {
    json.member("pack", ranking.pack)
    json.member("leftOut", ranking.leftOut)
    json.array("fields", ranking.fields.fields) { json, field in
      json.object { json in
        json.member("frameOfPack", field.frameOfPack)
        json.array("weights", field.ranking.band.groups) { json, group in
          json.object { json in
            json.member("level1", group.level1)
            json.figure("weight", group.weight)
            json.figure("low", group.low)
            json.figure("high", group.high)
          }
        }
        json.array("entries", field.ranking.entries) { json, entry in
          json.object { self.entry(entry, to: &$0) }
        }
      }
    }
    json.array("unranked", ranking.fields.unranked) { json, entry in
      json.object { json in
        json.member("name", entry.name)
        json.member("file", entry.source.file)
        json.member("sheet", entry.source.sheet)
        json.member("reason", reason(entry.reason))
      }
    }
  }

  private static func entry(_ entry: Ranking.Entry, to json: inout JSONWriter) {
    json.member("name", entry.entrant.name)
    json.figure("low", entry.points.low)
    json.figure("high", entry.points.high)
    json.member("rankFrom", entry.rank.lowerBound)
    json.member("rankTo", entry.rank.upperBound)
    json.member("best", entry.best)
    json.member("worst", entry.worst)
    json.member("bestAttained", entry.isBestAttained)
    json.member("worstAttained", entry.isWorstAttained)
    if let swap = entry.swap {
      json.object("swap") { json in
        json.member("next", swap.next)
        json.figure("share", swap.share)
        json.array("weights", swap.weights) { json, weight in json.element(weight.decimalOrFraction) }
      }
    } else {
      json.null("swap")
    }
    json.array("shares", entry.entrant.shares) { json, share in
      json.object { json in
        json.member("level1", share.level1)
        json.figure("low", share.low)
        json.figure("high", share.high)
      }
    }
    json.array("sources", entry.entrant.sources) { json, source in
      json.object { json in
        json.member("file", source.file)
        json.member("sheet", source.sheet)
      }
    }
  }

  private static func reason(_ reason: RankFields.Unranked.Reason) -> String {
    switch reason {
    case .isPlan: "plan"
    case .noPoints: "no-points"
    case .unknownGroups: "unknown-groups"
    case .noOrganization: "no-organization"
    }
  }
}

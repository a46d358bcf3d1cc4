import Jixiao

/// Renders a comparison as JSON, `jixiao.comparison/1`: every family with its cells, every value with its place.
///
/// Figures are numbers of at most six places; where that rounds, the exact fraction stands beside it as `…Exact`.
public enum ComparisonJSON {
  /// Hands over the bytes some families at a time.
  public static func render<Failure: Error>(
    _ content: ComparisonContent, sharing: some WorkSharing = InTurn(),
    write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let comparison = content.comparison
    var head = JSONWriter()
    writeHead(content, to: &head)
    try write([UInt8(ascii: "{")] + head.bytes + Array(",\"families\":[".utf8))
    let chunks = FamilyChunks(comparison)
    try sharing.forEach(chunks.count) { piece -> [UInt8] in
      var json = JSONWriter(layout: .compact)
      for index in chunks[piece] {
        json.nextLine(isFirst: index == 0)
        json.object {
          family(
            comparison.compare(comparison.families[index], by: content.groups), number: index + 1, content,
            to: &$0)
        }
      }
      return json.bytes
    } consume: { (bytes) throws(Failure) in
      try write(bytes)
    }
    var tail = JSONWriter()
    tail.array("borderline", comparison.borderline, breaking: true) { json, pair in
      let names = comparison.names(of: pair)
      json.object { json in
        json.member("left", names.left)
        json.member("right", names.right)
        json.figure("similarity", pair.similarity)
        json.member("reason", pair.reason.rawValue)
      }
    }
    tail.member("borderlineCount", comparison.borderlineCount)
    try write(Array("\n],".utf8) + tail.bytes + Array("}\n".utf8))
  }

  private static func writeHead(_ content: ComparisonContent, to json: inout JSONWriter) {
    let comparison = content.comparison, parameters = comparison.parameters
    let wording = ComparisonWording(content: content)
    json.member("schema", "jixiao.comparison/1")
    json.member("by", content.groups.axis.rawValue)
    json.member("baseline", content.baseline.map { content.groups.names[$0] })
    json.object("parameters") { json in
      json.figure("similarity", parameters.similarity)
      json.figure("borderline", parameters.borderline)
      json.member("minimumPeers", parameters.minimumPeers)
      json.figure("outlierFactor", parameters.outlierFactor)
      json.figure("consistency", parameters.consistency)
      json.member("fullRate", parameters.fullRate)
      json.member("quartiles", PeerStatistics.quartileMethod)
    }
    json.member("sheets", comparison.sheets.count)
    json.member("indicators", comparison.observations.count)
    json.array("notes", comparison.notes, breaking: true) { json, note in json.element(wording.note(note)) }
    json.array("groups", content.groups.names) { json, name in json.element(name) }
    json.array("structure", content.structures, breaking: true) { json, structure in
      json.object { self.structure(structure, content, to: &$0) }
    }
    json.array("unitCosts", content.unitCosts, breaking: true) { json, cost in
      json.object { unitCost(cost, content, to: &$0) }
    }
    json.array("ambition", content.summary.ambitions, breaking: true) { json, ambition in
      json.object { json in
        json.member("group", content.groups.names[ambition.group])
        json.member("raised", ambition.raised)
        json.member("kept", ambition.kept)
        json.member("lowered", ambition.lowered)
        json.member("incomparable", ambition.incomparable)
        json.member("unknown", ambition.unknown)
        json.member("abovePeers", ambition.abovePeers)
        json.member("atPeers", ambition.atPeers)
        json.member("belowPeers", ambition.belowPeers)
        json.array("loweredRows", ambition.loweredRows) { json, index in
          json.object { reference(index, content, to: &$0) }
        }
      }
    }
    json.array("overTime", content.links, breaking: true) { json, link in
      json.object { self.link(link, content, to: &$0) }
    }
    if let fields = content.ranking {
      ComparisonRanking(fields: fields, wording: wording, language: content.language).write(to: &json)
    } else {
      json.null("ranking")
      json.null("unranked")
    }
    json.array("excluded", content.summary.excluded) { json, entry in
      json.object { json in
        json.member("reason", entry.reason.code)
        json.member("count", entry.count)
      }
    }
  }

  private static func structure(
    _ structure: WeightStructure, _ content: ComparisonContent, to json: inout JSONWriter
  ) {
    func parts(_ key: String, _ parts: [WeightStructure.Part], to json: inout JSONWriter) {
      json.array(key, parts) { json, part in
        json.object { json in
          json.member("name", part.name)
          json.member("indicators", part.indicators)
          json.member("weight", part.weight)
          json.figure("share", part.share)
        }
      }
    }
    json.member("group", content.groups.names[structure.group])
    json.member("sheets", structure.sheets)
    json.member("indicators", structure.indicators)
    json.member("weight", structure.weight)
    parts("level1", structure.level1, to: &json)
    parts("level2", structure.level2, to: &json)
    json.member("qualitative", structure.qualitative)
    json.member("rates", structure.rates)
    json.member("fullRates", structure.fullRates)
    json.array("ratesByLevel2", structure.ratesByLevel2) { json, rates in
      json.object { json in
        json.member("level2", rates.level2)
        json.member("rates", rates.count)
        json.member("full", rates.full)
      }
    }
    json.member("cost", structure.cost)
    json.figure("budget", structure.budget)
    json.member("sheetsWithBudget", structure.sheetsWithBudget)
    json.figure("budgetPerIndicator", structure.budgetPerIndicator)
    json.figure("budgetPerProject", structure.budgetPerProject)
  }

  private static func link(_ link: TimeLink, _ content: ComparisonContent, to json: inout JSONWriter) {
    let comparison = content.comparison
    for (key, index, year) in [
      ("before", link.before, link.years.lowerBound), ("after", link.after, link.years.upperBound),
    ] {
      let sheet = comparison.sheets[index]
      json.object(key) { json in
        json.member("file", comparison.file(sheet))
        json.member("sheet", sheet.ordinal)
        if let id = sheet.id { json.member("id", id) }
        json.member("kind", sheet.kind.rawValue)
        json.member("year", year)
        json.member("organization", comparison.organization(sheet))
        json.member("project", comparison.project(sheet))
      }
    }
    json.member("weightToMet", link.weightToMet)
    json.member("weightToMissed", link.weightToMissed)
    json.member("movesTowardsAchieved", link.movesTowardsAchieved)
    json.array("changes", link.changes) { json, change in
      json.object { json in
        json.member("change", change.kind.rawValue)
        json.member("from", change.from)
        json.member("to", change.to)
        if let missed = change.wasMissed { json.member("wasMissed", missed) } else { json.null("wasMissed") }
        for (key, row) in [("rowBefore", change.before), ("rowAfter", change.after)] {
          guard let row else {
            json.null(key)
            continue
          }
          json.object(key) { reference(row, content, to: &$0) }
        }
      }
    }
  }

  private static func unitCost(_ cost: UnitCost, _ content: ComparisonContent, to json: inout JSONWriter) {
    let comparison = content.comparison, sheet = comparison.sheets[cost.sheet]
    json.member("activity", cost.activity)
    json.figure("amount", cost.amount)
    json.member("unit", cost.unit)
    json.member("source", cost.source.rawValue)
    json.member("cost", cost.cost)
    json.member("quantity", cost.quantity)
    json.member("organization", comparison.organization(sheet))
    json.member("project", comparison.project(sheet))
    json.member("file", comparison.file(sheet))
    json.member("sheet", sheet.ordinal)
    if let id = sheet.id { json.member("id", id) }
    for (key, row) in [("costAt", cost.costRow), ("quantityAt", cost.quantityRow)] {
      guard let row else {
        json.null(key)
        continue
      }
      json.object(key) { reference(row, content, to: &$0) }
    }
  }

  private static func family(
    _ held: FamilyComparison, number: Int, _ content: ComparisonContent, to json: inout JSONWriter
  ) {
    let comparison = content.comparison, family = held.family
    json.member("family", number)
    json.member("name", family.name)
    json.member("head", family.head)
    json.member("measure", family.measure.rawValue)
    json.member("direction", family.polarity.rawValue)
    json.figure("confidence", family.confidence)
    json.member("pinned", family.isPinned)
    json.member("unit", held.unit)
    json.array("names", comparison.names(of: family)) { json, name in
      json.object { json in
        json.member("name", name.name)
        json.member("count", name.count)
        json.figure("similarity", name.similarity)
      }
    }
    if let peers = held.peers {
      json.object("peers") { json in
        json.member("count", peers.count)
        json.figure("minimum", peers.minimum)
        json.figure("lowerQuartile", peers.lowerQuartile)
        json.figure("median", peers.median)
        json.figure("upperQuartile", peers.upperQuartile)
        json.figure("maximum", peers.maximum)
        json.figure("deviation", peers.deviation)
      }
    } else {
      json.null("peers")
    }
    json.array("asksMost", held.asksMost) { json, group in json.element(content.groups.names[group]) }
    json.array("cells", held.cells) { json, cell in
      json.object { json in
        json.member("group", content.groups.names[cell.group])
        json.figure("least", cell.least)
        json.figure("median", cell.median)
        json.figure("most", cell.most)
        json.member("weight", cell.weight)
        json.figure("fromPeerMedian", held.peers.map { cell.median - $0.median })
        json.figure("fromBaseline", content.fromBaseline(cell, in: held))
        json.figure("outlier", cell.outlier?.score)
        json.array("values", cell.values) { json, value in
          json.object { json in
            json.figure("value", value.amount)
            row(value.observation, content, to: &json)
          }
        }
      }
    }
    json.array("excluded", held.excluded) { json, exclusion in
      json.object { json in
        json.member("reason", exclusion.reason.code)
        json.member("why", exclusion.reason.text(in: content.language))
        row(exclusion.observation, content, to: &json)
      }
    }
  }

  private static func reference(_ index: Int, _ content: ComparisonContent, to json: inout JSONWriter) {
    let comparison = content.comparison, observation = comparison.observations[index]
    let sheet = comparison.sheet(of: observation)
    json.member("file", comparison.file(sheet))
    json.member("sheet", sheet.ordinal)
    if let id = sheet.id { json.member("id", id) }
    json.member("indicator", Int(observation.ordinal))
    json.member("level3", comparison.name(of: observation))
    json.member("at", observation.place)
  }

  private static func row(_ index: Int, _ content: ComparisonContent, to json: inout JSONWriter) {
    let comparison = content.comparison, observation = comparison.observations[index]
    reference(index, content, to: &json)
    json.member("target", comparison.target(of: observation))
    json.member("weight", observation.weight)
    json.member("previous", comparison.previous(of: observation))
    json.member("actual", comparison.actual(of: observation))
    json.figure("points", comparison.points(of: observation)?.exact)
  }
}

extension JSONWriter {
  /// A figure of at most six places and, where that rounds it, the exact fraction beside it.
  mutating func figure(_ key: String, _ value: Ratio?) {
    guard let value else {
      null(key)
      return
    }
    if let exact = value.exact, exact.places <= 6 {
      member(key, exact)
      return
    }
    member(key, value.rounded(places: 6) ?? value.points)
    member(key + "Exact", value.description)
  }
}

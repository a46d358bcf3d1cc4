import Jixiao

/// Decodes a sheet of canonical JSON; absent keys are null, numbers may be strings.
enum SheetJSON {
  private static let sheetKeys: KnownKeys = [
    "sheet", "kind", "year", "organization", "project", "funds", "objective", "subtotals", "totalClaimed",
    "gradeClaimed", "at", "indicators", "file",
  ]
  private static let indicatorKeys = KnownKeys(
    Indicator.Field.allCases.map(\.rawValue) + ["indicator", "at", "places"])
  private static let fields = Indicator.Field.allCases
  private static let fieldKeys = KnownKeys(fields.map(\.rawValue))
  private static let fundsKeys: KnownKeys = [
    "unit", "total", "fiscal", "other", "superior", "local", "initial", "adjusted", "executed", "rate",
    "weight",
    "claimed",
  ]
  private static let placeKeys: KnownKeys = [
    "page", "worksheet", "line", "table", "row", "column", "offset",
  ]
  // Made once: a place is read for every cell of every row.
  private static let line: JSONName = "line", column: JSONName = "column", table: JSONName = "table"
  private static let row: JSONName = "row", page: JSONName = "page", offset: JSONName = "offset"

  static func sheet(_ fields: JSONFields, ordinal: Int, _ context: inout JSONContext) -> Sheet {
    fields.note(unknownBeside: sheetKeys, &context)
    var indicators: [Indicator] = []
    let rows = fields.objects("indicators", &context)
    indicators.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      indicators.append(Indicator(ordinal: index + 1))
      // In its place: an indicator handed over is copied with a dozen texts.
      read(row, into: &indicators[index], &context)
    }
    let project = fields.text("project", &context)
    var sheet = Sheet(
      ordinal: fields.integer("sheet", &context) ?? ordinal,
      kind: kind(fields, project, indicators, &context), year: fields.integer("year", &context),
      organization: fields.text("organization", &context), project: project,
      objective: fields.text("objective", &context), totalClaimed: fields.exact("totalClaimed", &context),
      gradeClaimed: fields.text("gradeClaimed", &context), indicators: indicators,
      place: place(fields, &context))
    if let funds = fields.object("funds", &context) { sheet.funds = self.funds(funds, &context) }
    for entry in fields.objects("subtotals", &context) {
      entry.note(unknownBeside: ["level1", "weight"], &context)
      if let level = entry.text("level1", &context), let weight = entry.exact("weight", &context) {
        sheet.subtotals.append(Sheet.Subtotal(level1: level, weight: weight))
      }
    }
    return sheet
  }

  /// The printed kind, or, where the key is absent, that which the content shows.
  private static func kind(
    _ fields: JSONFields, _ project: String?, _ indicators: [Indicator], _ context: inout JSONContext
  ) -> Sheet.Kind {
    if let text = fields.text("kind", &context) {
      if let kind = Sheet.Kind(rawValue: text) { return kind }
      if let node = fields["kind"] {
        let allowed = Sheet.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        context.unread(
          "kind", node, text, zh: "不认识的表类型，可用：\(allowed)", en: "unknown kind; allowed: \(allowed)")
      }
    }
    return inferredKind(project: project, indicators)
  }

  /// Claimed results make a self-assessment, a project's name makes it one of a project.
  static func inferredKind(project: String?, _ indicators: [Indicator]) -> Sheet.Kind {
    let isClaimed = indicators.contains { $0.actual != nil || $0.claimed != nil }
    if project == nil { return isClaimed ? .departmentSelfAssessment : .departmentTarget }
    return isClaimed ? .projectSelfAssessment : .projectTarget
  }

  private static func funds(_ fields: JSONFields, _ context: inout JSONContext) -> Funds {
    fields.note(unknownBeside: fundsKeys, &context)
    return Funds(
      unit: fields.text("unit", &context), total: fields.exact("total", &context),
      fiscal: fields.exact("fiscal", &context), other: fields.exact("other", &context),
      superior: fields.exact("superior", &context), local: fields.exact("local", &context),
      initial: fields.exact("initial", &context), adjusted: fields.exact("adjusted", &context),
      executed: fields.exact("executed", &context), rate: fields.text("rate", &context),
      weight: fields.exact("weight", &context), claimed: fields.exact("claimed", &context))
  }

  private static func read(
    _ fields: JSONFields, into indicator: inout Indicator, _ context: inout JSONContext
  ) {
    fields.note(unknownBeside: indicatorKeys, &context)
    indicator.ordinal = fields.integer("indicator", &context) ?? indicator.ordinal
    indicator.level1 = fields.text("level1", &context)
    indicator.level2 = fields.text("level2", &context)
    indicator.level3 = fields.text("level3", &context)
    indicator.target = target(fields, &context)
    indicator.weight = points("weight", fields, &context)
    indicator.basis = fields.text("basis", &context)
    indicator.previous = fields.text("previous", &context)
    indicator.rule = fields.text("rule", &context)
    indicator.evidence = fields.text("evidence", &context)
    indicator.actual = fields.text("actual", &context)
    indicator.claimed = points("claimed", fields, &context)
    indicator.reason = fields.text("reason", &context)
    indicator.awarded = points("awarded", fields, &context)
    indicator.notApplicable = fields.flag("notApplicable", &context) ?? false
    indicator.place = place(fields, &context)
    if let places = fields.object("places", &context) {
      indicator.places.reserveCapacity(8)
      for member in places.members {
        guard let field = fieldKeys.index(of: member.key).map({ Self.fields[$0] }) else {
          context.noteUnknown(member.key.text, at: member.value.offset, known: indicatorKeys)
          continue
        }
        if let place = plainPlace(member.value)
          ?? JSONFields(member.value).map({ place(entry: $0, &context) })
        {
          indicator.places.add(field, at: place)
        }
      }
    }
  }

  private static func points(_ key: JSONName, _ fields: JSONFields, _ context: inout JSONContext) -> Exact? {
    guard let value = fields.exact(key, &context) else { return nil }
    if value.isNegative, let node = fields[key] {
      context.unread(key, node, value.description, zh: "分数不能为负", en: "points cannot be negative")
      return nil
    }
    return value
  }

  /// The parts as given; only where neither sign nor number is a key is the printed cell itself read.
  private static func target(_ fields: JSONFields, _ context: inout JSONContext) -> Target {
    let printed = fields.text("target", &context)
    let unit = fields.text("unit", &context)
    if let printed, let node = fields["target"], let flaw = PrintedNumber.flaw(in: printed) {
      context.unread(
        "target", node, printed, zh: "指标值里的数不可用：\(flaw.reason(in: .zh))",
        en: "the number in the target is not usable: \(flaw.reason(in: .en))")
    } else if !fields.has("operator") && !fields.has("value") {
      return Target(cell: printed, unitCell: unit, vocabulary: context.input.vocabulary)
    }
    var target = Target(printed: printed, unit: unit)
    target.value = fields.exact("value", &context)
    target.upper = fields.exact("upper", &context)
    if let text = fields.text("operator", &context), let node = fields["operator"] {
      target.relation = Relation(rawValue: text) ?? context.input.vocabulary.relations.relation(ofCell: text)
      if target.relation == nil {
        context.unread("operator", node, text, zh: "不认识的指标性质", en: "unknown operator")
      }
    }
    if let text = fields.text("deadline", &context), let node = fields["deadline"] {
      target.deadline = ISODate.date(text)
      if target.deadline == nil {
        context.unread("deadline", node, text, zh: "不是日期，应如 2025-11-30", en: "not a date such as 2025-11-30")
      }
    }
    return target
  }

  /// The place that the object states; an object that says nothing about it stands where this file has it.
  private static func place(_ fields: JSONFields, _ context: inout JSONContext) -> Place {
    guard fields.has("at") else { return context.place(fields.node.offset) }
    return fields.object("at", &context).map { place(entry: $0, &context) } ?? Place()
  }

  static func place(entry fields: JSONFields, _ context: inout JSONContext) -> Place {
    if let place = plainPlace(fields.node) { return place }
    fields.note(unknownBeside: placeKeys, &context)
    return Place(
      page: fields.integer("page", &context), worksheet: fields.raw("worksheet", &context),
      line: fields.integer("line", &context), table: fields.integer("table", &context),
      row: fields.integer("row", &context), column: fields.integer("column", &context),
      offset: fields.integer("offset", &context))
  }

  /// A place of whole numbers alone, as nearly every one is; nil for any other. A row has one for every cell.
  private static func plainPlace(_ value: JSONValue) -> Place? {
    guard let members = value.members else { return nil }
    var place = Place()
    for member in members {
      guard let number = member.value.integer else { return nil }
      let key = member.key
      if key == line {
        place.line = number
      } else if key == column {
        place.column = number
      } else if key == table {
        place.table = number
      } else if key == row {
        place.row = number
      } else if key == page {
        place.page = number
      } else if key == offset {
        place.offset = number
      } else {
        return nil
      }
    }
    return place
  }
}

import Jixiao

/// How a comparison is put into words, the same in text and Markdown.
struct ComparisonWording: Sendable {
  let content: ComparisonContent

  private var comparison: Comparison { content.comparison }
  private var language: Language { content.language }

  /// A figure of at most two places; `≈` before what was rounded.
  func figure(_ value: Ratio?) -> String {
    guard let value else { return "" }
    if let exact = value.exact, exact.places <= 4 { return exact.description }
    return value.rounded(places: 2).map { "≈\($0)" } ?? value.description
  }

  /// Points, as a span where some are open.
  func figure(_ points: Points) -> String {
    points.low == points.high ? figure(points.low) : "\(figure(points.low))–\(figure(points.high))"
  }

  /// A share as a percentage of one place.
  func percent(_ share: Ratio?) -> String {
    guard let share, let rounded = (share * Ratio(100)).rounded(places: 1) else { return "—" }
    return "\(rounded)%"
  }

  /// A difference with its sign.
  func difference(_ value: Ratio?) -> String {
    guard let value else { return "" }
    return value > .zero ? "+" + figure(value) : figure(value)
  }

  func measure(_ family: Family) -> String {
    switch family.measure {
    case .share: language.pick("比率", "rate")
    case .count: language.pick("数量", "count")
    case .money: language.pick("金额", "money")
    case .time: language.pick("时间", "time")
    case .standard: language.pick("单位成本", "unit cost")
    case .size: language.pick("规模", "size")
    case .words: language.pick("文字", "words")
    }
  }

  func direction(_ family: Family) -> String {
    switch family.polarity {
    case .up: language.pick("越高越好", "more is better")
    case .down: language.pick("越低越好", "less is better")
    case .none: ""
    }
  }

  var axis: String {
    switch content.groups.axis {
    case .organization, .family: language.pick("单位", "body")
    case .year: language.pick("年度", "year")
    case .project: language.pick("项目", "project")
    case .level1: language.pick("一级指标", "level 1")
    }
  }

  /// `aheqi-2025.txt 表4行1`: where an observation stands.
  func source(_ index: Int) -> String {
    let observation = comparison.observations[index]
    let sheet = comparison.sheet(of: observation)
    return comparison.file(sheet)
      + language.pick(
        " 表\(sheet.id ?? String(sheet.ordinal))行\(observation.ordinal)",
        " sheet \(sheet.id ?? String(sheet.ordinal)) row \(observation.ordinal)")
  }

  func source(ofSheet index: Int) -> String {
    let sheet = comparison.sheets[index]
    return comparison.file(sheet)
      + language.pick(" 表\(sheet.id ?? String(sheet.ordinal))", " sheet \(sheet.id ?? String(sheet.ordinal))")
  }

  func sources(_ values: [FamilyComparison.Value]) -> String {
    guard let first = values.first else { return "" }
    let more = values.count - 1
    return source(first.observation)
      + (more > 0 ? language.pick(" 等\(values.count)处", " and \(more) more") : "")
  }

  /// `95` or `95–100`.
  func span(_ cell: FamilyComparison.Cell) -> String {
    cell.least == cell.most ? figure(cell.least) : "\(figure(cell.least))–\(figure(cell.most))"
  }

  func note(_ note: ComparisonNote) -> String {
    switch note {
    case .sameDocument(let file, let first):
      language.pick(
        "\(file) 与 \(first) 是同一份文件（哈希相同），只算一次", "\(file) is \(first) again (same hash); counted once")
    case .withoutOrganization(let file, let sheets):
      language.pick(
        "\(file)：\(sheets) 张表没有单位名称，以文件名列示",
        "\(file): \(sheets) sheets name no body; shown under the file's name")
    case .partOfBody(let file, let part, let whole):
      language.pick(
        "\(file)：“\(part)”是本文件中“\(whole)”的一部分，并入后者（要分开，用 --align 指定）",
        "\(file): “\(part)” is part of “\(whole)” in the same file and counted with it (--align keeps them apart)"
      )
    case .withoutYear(let file, let sheets):
      language.pick(
        "\(file)：\(sheets) 张表没有年度，不作跨年比较",
        "\(file): \(sheets) sheets name no year and are not compared over time")
    case .onlyOneDocument:
      language.pick(
        "只有一份文件，没有可与之比较的对象；以下只是它自身的情况",
        "there is only one document, so nothing to compare it with; what follows is its own")
    }
  }

  /// What was compared, in one line.
  var overview: String {
    let files = Set(comparison.sheets.map { comparison.file($0) }).count
    return language.pick(
      "\(files) 份文件，\(comparison.sheets.count) 张表，\(comparison.observations.count) 个指标；"
        + "\(comparison.families.count) 个指标族，其中 \(content.summary.shared) 个至少有两个\(axis)可比，"
        + "\(content.summary.compared) 个够 \(comparison.parameters.minimumPeers) 个同侪",
      "\(files) files, \(comparison.sheets.count) sheets, \(comparison.observations.count) indicators; "
        + "\(comparison.families.count) families, \(content.summary.shared) of them with a value in two groups or more, "
        + "\(content.summary.compared) with \(comparison.parameters.minimumPeers) peers or more")
  }

  /// `职工群众满意度 · 比率（%）· 越高越好 · 32 种写法 · 置信 1`
  func heading(_ held: FamilyComparison, number: Int) -> String {
    let family = held.family
    var parts = ["\(number). \(family.name)", measure(family) + (held.unit.map { "（\($0)）" } ?? "")]
    parts.append(direction(family))
    let names = comparison.names(of: family).count
    if names > 1 { parts.append(language.pick("\(names) 种写法", "\(names) spellings")) }
    if family.isPinned {
      parts.append(language.pick("人工指定", "set by a person"))
    } else if let confidence = family.confidence {
      parts.append(language.pick("最低相似度 \(figure(confidence))", "least similarity \(figure(confidence))"))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func peers(_ held: FamilyComparison) -> String {
    guard let peers = held.peers else {
      return language.pick(
        "可比的\(axis)只有 \(held.cells.count) 个，少于 \(comparison.parameters.minimumPeers) 个，不作统计",
        "only \(held.cells.count) comparable, fewer than \(comparison.parameters.minimumPeers): no statistics"
      )
    }
    return language.pick(
      "n=\(peers.count)，最低 \(figure(peers.minimum))，下四分位 \(figure(peers.lowerQuartile))，"
        + "中位 \(figure(peers.median))，上四分位 \(figure(peers.upperQuartile))，最高 \(figure(peers.maximum))",
      "n=\(peers.count), min \(figure(peers.minimum)), Q1 \(figure(peers.lowerQuartile)), "
        + "median \(figure(peers.median)), Q3 \(figure(peers.upperQuartile)), max \(figure(peers.maximum))")
  }

  func asksMost(_ held: FamilyComparison) -> String? {
    if held.asksMost.isEmpty { return nil }
    let names = Array(held.asksMost.prefix(5)).map { content.groups.names[$0] }.joined(
      separator: language.pick("、", ", "))
    let more = held.asksMost.count - 5
    return language.pick("要求最高：", "asks most: ") + names
      + (more > 0 ? language.pick(" 等\(held.asksMost.count)个", " and \(more) more") : "")
  }

  var cellColumns: [TextTable.Column] {
    [
      TextTable.Column(axis, widest: 44), TextTable.Column("n", isNumber: true),
      TextTable.Column(language.pick("目标", "target"), isNumber: true),
      TextTable.Column(language.pick("中位", "median"), isNumber: true),
      TextTable.Column(language.pick("与同侪中位差", "from peers"), isNumber: true),
      TextTable.Column(language.pick("与基准差", "from baseline"), isNumber: true),
      TextTable.Column(language.pick("分值", "weight"), isNumber: true),
      TextTable.Column(language.pick("备注", "note"), widest: 20),
      TextTable.Column(language.pick("来源", "source"), widest: 60),
    ]
  }

  func cells(_ cell: FamilyComparison.Cell, in held: FamilyComparison) -> [String] {
    [
      content.groups.names[cell.group], String(cell.values.count), span(cell), figure(cell.median),
      difference(held.peers.map { cell.median - $0.median }),
      difference(content.fromBaseline(cell, in: held)),
      cell.weight?.description ?? "", cell.outlier == nil ? "" : language.pick("离群", "far out"),
      sources(cell.values),
    ]
  }

  /// Why some of a family were left out: one line a reason.
  func exclusions(_ held: FamilyComparison) -> [String] {
    var byReason: [(reason: FamilyComparison.Reason, rows: [Int])] = []
    for exclusion in held.excluded {
      if let known = byReason.firstIndex(where: { $0.reason == exclusion.reason }) {
        byReason[known].rows.append(exclusion.observation)
      } else {
        byReason.append((exclusion.reason, [exclusion.observation]))
      }
    }
    return byReason.map { entry in
      let shown = entry.rows.prefix(3).map { source($0) }.joined(separator: language.pick("、", ", "))
      let more =
        entry.rows.count > 3
        ? language.pick(" 等\(entry.rows.count)处", " and \(entry.rows.count - 3) more") : ""
      return language.pick("未比：", "not compared: ") + entry.reason.text(in: language) + "（\(shown)\(more)）"
    }
  }

  var familyColumns: [TextTable.Column] {
    [
      TextTable.Column("#", isNumber: true), TextTable.Column(language.pick("指标族", "family"), widest: 40),
      TextTable.Column(language.pick("单位", "unit")), TextTable.Column("n", isNumber: true),
      TextTable.Column(language.pick("最低", "min"), isNumber: true),
      TextTable.Column("Q1", isNumber: true),
      TextTable.Column(language.pick("中位", "median"), isNumber: true),
      TextTable.Column("Q3", isNumber: true),
      TextTable.Column(language.pick("最高", "max"), isNumber: true),
      TextTable.Column(language.pick("未比", "left out"), isNumber: true),
      TextTable.Column(language.pick("要求最高", "asks most"), widest: 44),
    ]
  }

  func familyCells(_ held: FamilyComparison, number: Int) -> [String] {
    let peers = held.peers
    return [
      String(number), held.family.name, held.unit ?? "", String(held.cells.count), figure(peers?.minimum),
      figure(peers?.lowerQuartile), figure(peers?.median), figure(peers?.upperQuartile),
      figure(peers?.maximum),
      held.excluded.isEmpty ? "" : String(held.excluded.count),
      Array(held.asksMost.prefix(3)).map { content.groups.names[$0] }.joined(
        separator: language.pick("、", ", ")),
    ]
  }
}

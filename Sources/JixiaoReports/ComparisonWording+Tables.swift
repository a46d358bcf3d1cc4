import Jixiao

/// The tables that stand beside the families: structure, unit costs, ambition, and what was kept apart.
extension ComparisonWording {
  private var comparison: Comparison { content.comparison }
  private var language: Language { content.language }

  /// The headings of level 1 that occur, in order of appearance.
  private var levels: [String] {
    var names: [String] = []
    for structure in content.structures {
      for part in structure.level1 where !names.contains(part.name) { names.append(part.name) }
    }
    return names
  }

  var structureColumns: [TextTable.Column] {
    [
      TextTable.Column(axis, widest: 44), TextTable.Column(language.pick("表", "sheets"), isNumber: true),
      TextTable.Column(language.pick("指标", "indicators"), isNumber: true),
    ] + levels.prefix(8).map { TextTable.Column($0, isNumber: true) } + [
      TextTable.Column(language.pick("定性", "in words"), isNumber: true),
      TextTable.Column(language.pick("100%比率", "rates of 100 %"), isNumber: true),
      TextTable.Column(language.pick("成本类", "cost"), isNumber: true),
      TextTable.Column(language.pick("项目预算(元)", "budget (元)"), isNumber: true),
      TextTable.Column(language.pick("每指标(元)", "per indicator"), isNumber: true),
      TextTable.Column(language.pick("每项目(元)", "per project"), isNumber: true),
    ]
  }

  func structureCells(_ structure: WeightStructure) -> [String] {
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "—" : "\(part)/\(whole)=" + percent(WeightStructure.share(part, of: whole))
    }
    return [
      content.groups.names[structure.group], String(structure.sheets), String(structure.indicators),
    ]
      + levels.prefix(8).map { name in
        structure.level1.first { $0.name == name }.map { percent($0.share) } ?? "—"
      } + [
        share(structure.qualitative, structure.indicators), share(structure.fullRates, structure.rates),
        share(structure.cost, structure.indicators), figure(structure.budget),
        figure(structure.budgetPerIndicator), figure(structure.budgetPerProject),
      ]
  }

  /// `阿合奇县总工会：质量指标 38/38，时效指标 36/36`
  func rates(_ structure: WeightStructure) -> String? {
    if structure.ratesByLevel2.isEmpty { return nil }
    let list = structure.ratesByLevel2.map { "\($0.level2) \($0.full)/\($0.count)" }
    return content.groups.names[structure.group] + language.pick("：", ": ")
      + list.joined(separator: language.pick("，", ", "))
  }

  var unitCostColumns: [TextTable.Column] {
    [
      TextTable.Column(language.pick("事项", "activity")),
      TextTable.Column(language.pick("单位成本", "unit cost"), isNumber: true),
      TextTable.Column(language.pick("单位", "unit")), TextTable.Column(language.pick("由来", "how"), widest: 48),
      TextTable.Column(language.pick("单位名称", "body"), widest: 36),
      TextTable.Column(language.pick("项目", "project"), widest: 44),
      TextTable.Column(language.pick("来源", "source"), widest: 40),
    ]
  }

  func unitCostCells(_ cost: UnitCost) -> [String] {
    let how =
      switch cost.source {
      case .targets: language.pick("目标 ", "targets ")
      case .actuals: language.pick("完成 ", "results ")
      case .budget: language.pick("资金 ", "money ")
      case .stated: language.pick("表列标准 ", "stated ")
      }
    let sheet = comparison.sheets[cost.sheet]
    let row = cost.costRow ?? cost.quantityRow
    return [
      cost.activity, figure(cost.amount), cost.unit,
      how + cost.cost + (cost.quantity.map { " / " + $0 } ?? ""),
      comparison.organization(sheet) ?? "—", comparison.project(sheet) ?? "—",
      row.map { source($0) } ?? source(ofSheet: cost.sheet),
    ]
  }

  var ambitionColumns: [TextTable.Column] {
    [
      TextTable.Column(axis, widest: 44), TextTable.Column(language.pick("严于上年", "raised"), isNumber: true),
      TextTable.Column(language.pick("持平", "kept"), isNumber: true),
      TextTable.Column(language.pick("松于上年", "lowered"), isNumber: true),
      TextTable.Column(language.pick("不可比", "incomparable"), isNumber: true),
      TextTable.Column(language.pick("无上年值", "no last year"), isNumber: true),
      TextTable.Column(language.pick("严于同侪", "above peers"), isNumber: true),
      TextTable.Column(language.pick("同于", "at peers"), isNumber: true),
      TextTable.Column(language.pick("宽于", "below peers"), isNumber: true),
    ]
  }

  func ambitionCells(_ ambition: Ambition) -> [String] {
    [content.groups.names[ambition.group]]
      + [
        ambition.raised, ambition.kept, ambition.lowered, ambition.incomparable, ambition.unknown,
        ambition.abovePeers, ambition.atPeers, ambition.belowPeers,
      ].map { String($0) }
  }

  /// One line for each lowered target, at most ten a group.
  func lowered(_ ambition: Ambition) -> [String] {
    ambition.loweredRows.prefix(10).map { index in
      let observation = comparison.observations[index]
      return "\(comparison.name(of: observation))："
        + language.pick("上年 ", "last year ") + (comparison.previous(of: observation) ?? "")
        + language.pick("，目标 ", ", target ") + comparison.target(of: observation) + "（\(source(index))）"
    }
  }

  func reason(_ reason: Borderline.Reason) -> String {
    switch reason {
    case .similarity: language.pick("相似但不够", "alike, but not enough")
    case .numbers: language.pick("名称里的数不同", "the numbers in the names differ")
    case .words: language.pick("关键词不同", "a marking word differs")
    case .replaced: language.pick("关键处换了词", "one word in the place of another")
    }
  }

  func borderline(_ pair: Borderline) -> String {
    let names = comparison.names(of: pair)
    return "\(names.left) ~ \(names.right)（\(figure(pair.similarity))，\(reason(pair.reason))）"
  }
}

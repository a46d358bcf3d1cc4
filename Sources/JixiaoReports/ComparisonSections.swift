import Jixiao

/// The sections of a comparison for people, one after another.
struct ComparisonSections {
  struct Section {
    var heading: String
    var lines: [String] = []
    var columns: [TextTable.Column]?
    var rows: [[String]] = []
    var after: [String] = []
  }

  private let content: ComparisonContent
  private let wording: ComparisonWording

  init(_ content: ComparisonContent, _ wording: ComparisonWording) {
    self.content = content
    self.wording = wording
  }

  private var comparison: Comparison { content.comparison }
  private var language: Language { content.language }

  var all: [Section] {
    var sections = [overview]
    let held = shown
    sections.append(table(held))
    if content.groups.axis != .family { sections += held.map(detail) }
    if let fields = content.ranking {
      sections += ComparisonRanking(fields: fields, wording: wording, language: language).sections(
        top: content.top)
    }
    sections.append(structure)
    if !content.unitCosts.isEmpty { sections.append(unitCosts) }
    sections.append(ambition)
    sections.append(leftOut)
    return sections
  }

  /// The first families with a value in two groups, with their number.
  private var shown: [(number: Int, held: FamilyComparison)] {
    var shown: [(number: Int, held: FamilyComparison)] = []
    for (index, family) in comparison.families.enumerated() where shown.count < content.top {
      let held = comparison.compare(family, by: content.groups)
      if held.cells.count >= 2 { shown.append((index + 1, held)) }
    }
    return shown
  }

  private var overview: Section {
    Section(heading: wording.overview, lines: comparison.notes.map(wording.note))
  }

  private func table(_ held: [(number: Int, held: FamilyComparison)]) -> Section {
    var section = Section(
      heading: language.pick("共有的指标", "Shared indicators"), columns: wording.familyColumns)
    section.rows = held.map { wording.familyCells($0.held, number: $0.number) }
    if held.isEmpty {
      section.lines = [language.pick("没有两个\(wording.axis)共有的指标", "no indicator is shared")]
    }
    let rest = content.summary.shared - held.count
    if rest > 0 {
      section.after = [
        language.pick(
          "另有 \(rest) 个共有的指标族，用 --top 或 --format json 查看",
          "\(rest) more shared families: see --top, or --format json")
      ]
    }
    return section
  }

  private func detail(_ entry: (number: Int, held: FamilyComparison)) -> Section {
    var section = Section(
      heading: wording.heading(entry.held, number: entry.number), lines: [wording.peers(entry.held)],
      columns: wording.cellColumns)
    if let most = wording.asksMost(entry.held) { section.lines.append(most) }
    let cells = entry.held.cells
    section.rows = cells.prefix(content.top).map { wording.cells($0, in: entry.held) }
    if cells.count > content.top {
      section.after.append(
        language.pick("另有 \(cells.count - content.top) 个\(wording.axis)", "\(cells.count - content.top) more")
      )
    }
    section.after += wording.exclusions(entry.held)
    return section
  }

  private var structure: Section {
    var section = Section(
      heading: language.pick(
        "结构：一级指标分值占比和指标类型", "Structure: share of weights by level 1, kinds of indicators"),
      columns: wording.structureColumns)
    section.rows = content.structures.prefix(max(content.top, 20)).map(wording.structureCells)
    let rates = content.structures.prefix(content.top).compactMap(wording.rates)
    if !rates.isEmpty {
      section.after = [language.pick("比率目标达到100%的个数（按二级指标）：", "Rate targets of 100 % by level 2:")] + rates
    }
    return section
  }

  private var unitCosts: Section {
    var section = Section(
      heading: language.pick(
        "单位成本：由各表自己的成本、资金和数量得出", "Unit costs, from the sheets' own costs, money and quantities"),
      columns: wording.unitCostColumns)
    let shown = content.unitCosts.prefix(max(content.top * 2, 40))
    section.rows = shown.map(wording.unitCostCells)
    let rest = content.unitCosts.count - shown.count
    if rest > 0 { section.after = [language.pick("另有 \(rest) 项", "\(rest) more")] }
    return section
  }

  private var ambition: Section {
    var section = Section(
      heading: language.pick("目标高低：与上年值、与同侪比", "Ambition: against last year, against peers"),
      columns: wording.ambitionColumns)
    let ambitions = content.summary.ambitions
    section.rows = ambitions.prefix(max(content.top, 20)).map(wording.ambitionCells)
    let lowered = ambitions.prefix(content.top).flatMap(wording.lowered)
    if !lowered.isEmpty {
      section.after = [language.pick("松于上年值的目标：", "Targets that ask less than last year's value:")] + lowered
    }
    return section
  }

  private var leftOut: Section {
    var section = Section(heading: language.pick("未比和待定", "Left out and undecided"))
    for (reason, count) in content.summary.excluded {
      section.lines.append(
        language.pick(
          "\(count) 个指标未比：\(reason.title(in: .zh))", "\(count) not compared: \(reason.title(in: .en))"))
    }
    let pairs = comparison.borderline.prefix(content.top)
    if !pairs.isEmpty {
      section.after =
        [
          language.pick(
            "写法相近而未合并的指标，共 \(comparison.borderlineCount) 对（可用 --write-align 写出、改后用 --align 指定）：",
            "\(comparison.borderlineCount) pairs nearly one (write them with --write-align, decide, read with --align):"
          )
        ] + pairs.map(wording.borderline)
    }
    return section
  }
}

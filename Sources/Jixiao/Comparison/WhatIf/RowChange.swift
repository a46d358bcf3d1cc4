/// Another actual or weight for one row: what a sheet might have said.
public struct RowChange: Sendable, Hashable {
  /// The document's name as outputs write it; nil matches any.
  public let file: String?
  public let sheet: Int
  public let indicator: Int
  /// Nil leaves the cell as it is.
  public let actual: String?
  /// Nil leaves the weight as it is.
  public let weight: Exact?

  public init(file: String? = nil, sheet: Int, indicator: Int, actual: String? = nil, weight: Exact? = nil) {
    self.file = file
    self.sheet = sheet
    self.indicator = indicator
    self.actual = actual
    self.weight = weight
  }

  /// Whether anything is changed.
  public var isEmpty: Bool { actual == nil && weight == nil }
}

/// A change that cannot be made, with its row and what is there instead.
public struct RowChangeError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case unknownFile(nearest: String?)
    /// The nearest sheet that is there, with its name.
    case unknownSheet(nearest: Int, name: String)
    /// The nearest row that is there, with its name.
    case unknownIndicator(nearest: Int, name: String)
    case emptySheet
    case repeated
    case negativeWeight
  }

  public let change: RowChange
  public let kind: Kind

  public init(change: RowChange, kind: Kind) {
    self.change = change
    self.kind = kind
  }

  public func message(in language: Language) -> String {
    let row =
      (change.file.map { $0 + " " } ?? "")
      + language.pick(
        "第\(change.sheet)张表第\(change.indicator)行", "sheet \(change.sheet) indicator \(change.indicator)")
    let reason =
      switch kind {
      case .unknownFile(let nearest):
        language.pick("没有读到这个文件", "no such file was read")
          + (nearest.map { language.pick("，是否想写 \($0)？", "; did you mean \($0)?") } ?? "")
      case .unknownSheet(let nearest, let name):
        language.pick(
          "没有这张表，最近的是第\(nearest)张“\(name)”", "no such sheet; the nearest is \(nearest), “\(name)”")
      case .unknownIndicator(let nearest, let name):
        language.pick("没有这一行，最近的是第\(nearest)行“\(name)”", "no such row; the nearest is \(nearest), “\(name)”")
      case .emptySheet: language.pick("这张表没有指标", "the sheet has no indicators")
      case .repeated: language.pick("同一行改了两次", "changed twice")
      case .negativeWeight: language.pick("权重须不小于0", "a weight must be at least 0")
      }
    return "\(row): \(reason)"
  }
}

extension Document {
  /// The document with the changes made that are meant for it, and those that could not be.
  public func applying(_ changes: [RowChange]) -> (document: Document, problems: [RowChangeError]) {
    var changed = self
    var problems: [RowChangeError] = []
    var seen: Set<[Int]> = []
    for change in changes where change.file == nil || change.file == file {
      func refuse(_ kind: RowChangeError.Kind) { problems.append(RowChangeError(change: change, kind: kind)) }
      guard let sheet = sheets.firstIndex(where: { $0.ordinal == change.sheet }) else {
        if let nearest = sheets.min(by: { abs($0.ordinal - change.sheet) < abs($1.ordinal - change.sheet) }) {
          refuse(
            .unknownSheet(
              nearest: nearest.ordinal, name: nearest.project ?? nearest.organization ?? nearest.id ?? ""))
        } else {
          refuse(.emptySheet)
        }
        continue
      }
      let rows = sheets[sheet].indicators
      guard let row = rows.firstIndex(where: { $0.ordinal == change.indicator }) else {
        if let nearest = rows.min(by: {
          abs($0.ordinal - change.indicator) < abs($1.ordinal - change.indicator)
        }) {
          refuse(.unknownIndicator(nearest: nearest.ordinal, name: nearest.level3 ?? ""))
        } else {
          refuse(.emptySheet)
        }
        continue
      }
      guard seen.insert([change.sheet, change.indicator]).inserted else {
        refuse(.repeated)
        continue
      }
      if let weight = change.weight {
        guard !weight.isNegative else {
          refuse(.negativeWeight)
          continue
        }
        changed.sheets[sheet].indicators[row].weight = weight
      }
      if let actual = change.actual { changed.sheets[sheet].indicators[row].actual = actual }
    }
    return (changed, problems)
  }
}

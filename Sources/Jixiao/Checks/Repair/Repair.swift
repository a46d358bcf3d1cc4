/// One cell of a sheet rewritten: what a finding suggests, as a change that a program can make.
public struct Repair: Sendable, Hashable {
  /// The check whose finding it mends.
  public let code: String
  public let file: String
  public let sheet: Int
  /// 1-based position of the row; nil for a cell of the sheet's head or foot.
  public let indicator: Int?
  public let field: Finding.Field
  /// What is printed now, and what would be printed then.
  public let old: String
  public let new: String
  public let why: Bilingual
  /// Set where only the notation changes and no meaning can; everything else is made on request only.
  public let isSafe: Bool
  /// The text of every cell that changes: a target may stand in three.
  public let cells: [Indicator.Field: String]

  /// `第3张表 指标2 weight：15 → 10`.
  public func described(in language: Language) -> String {
    let row = indicator.map { language.pick(" 指标\($0)", ", indicator \($0)") } ?? ""
    return language.pick(
      "\(code) 第\(sheet)张表\(row) \(field.rawValue)：\(old) → \(new)（\(why.zh)）",
      "\(code) sheet \(sheet)\(row), \(field.rawValue): \(old) → \(new) (\(why.en))")
  }
}

/// Why a repair was not made.
public enum RepairRefusal: Sendable, Hashable {
  /// It changes a value, a sign or a weight, and that was not asked for.
  case unsafe
  /// Another repair has changed the same cell.
  case cellTaken
  /// The finding would stay.
  case noHelp
  /// It would bring this finding up.
  case brings(code: String, sheet: Int)
  /// The field has no text that could be rewritten.
  case noCell

  public func reason(in language: Language) -> String {
    switch self {
    case .unsafe:
      language.pick("会改动数值、符号或分值，要加 --unsafe", "changes a value, a sign or a weight; needs --unsafe")
    case .cellTaken: language.pick("同一格已有另一处改动", "another repair has changed the same cell")
    case .noHelp: language.pick("改后问题仍在", "the finding would stay")
    case .brings(let code, let sheet):
      language.pick("改后第\(sheet)张表会出现 \(code)", "would bring \(code) on sheet \(sheet)")
    case .noCell: language.pick("没有可改的单元格", "there is no cell to rewrite")
    }
  }
}

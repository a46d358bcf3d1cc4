import Jixiao

/// Lines inside a table that hold nothing of it.
enum TemplateLine {
  /// `- 12 -`, `第3页`: a number with the marks of a page around it.
  static func isPageNumber(_ folded: String) -> Bool {
    guard folded.count <= 8 else { return false }
    let digits = folded.filter { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && digits.count < folded.count
      && folded.allSatisfy { ($0.isASCII && $0.isNumber) || "-—–第页共/".contains($0) }
  }

  /// `指标2:`, `……`, `-定性`: what an empty row of the form prints.
  static func isTemplate(_ folded: String, _ vocabulary: Vocabulary) -> Bool {
    if folded.count > 8 { return false }
    if vocabulary.cells.templateLines.contains(folded) { return true }
    guard folded.hasPrefix("指标") else { return false }
    return folded.dropFirst(2).allSatisfy { "0123456789一二三四五六七八九十:…⋯.、/".contains($0) }
  }
}

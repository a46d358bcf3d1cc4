import Jixiao

/// One thing that went wrong: what it is about, what was seen, and what to do.
///
/// Printed as one line: `jixiao: 表.txt: 没有读取权限；请用 chmod +r 放开权限`.
struct Complaint: Error, Sendable, Hashable {
  /// The file as it was written, or the option; nil where the sentence needs none.
  let subject: String?
  let what: Wording
  let remedy: Wording?

  init(_ subject: String?, _ what: Wording, remedy: Wording? = nil) {
    self.subject = subject
    self.what = what
    self.remedy = remedy
  }

  /// The line without the program's name.
  ///
  /// Control characters, which a file's name may hold, are shown and not sent to the terminal.
  func message(in language: Language) -> String {
    var line = subject.map { $0 + ": " } ?? ""
    line += what.text(in: language)
    if let remedy { line += language.pick("；", "; ") + remedy.text(in: language) }
    return line.withVisibleControls
  }
}

extension String {
  /// The text with every control character written as `\u{1b}`.
  var withVisibleControls: String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
    guard unicodeScalars.contains(where: isControl) else { return self }
    return unicodeScalars.map { isControl($0) ? $0.escaped(asASCII: true) : String($0) }.joined()
  }
}

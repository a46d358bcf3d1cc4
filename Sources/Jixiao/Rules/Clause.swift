/// How certain it is that a clause says what the pack makes of it.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// The text was read.
  case text
  /// Seen on an official form.
  case form
  /// Seen as the behaviour of public software: practice, not law.
  case software
  /// General knowledge; nobody here has read the text.
  case recalled
  /// The sources are silent or differ, and this pack has chosen.
  case chosen

  public func title(in language: Language) -> String {
    switch self {
    case .text: language.pick("见原文", "text read")
    case .form: language.pick("见表式", "seen on a form")
    case .software: language.pick("见软件做法", "seen in software")
    case .recalled: language.pick("回忆，未见原文", "recalled, text not read")
    case .chosen: language.pick("本规则包选定", "chosen by this pack")
    }
  }
}

/// One clause of a rule pack: what it says, where that comes from, and how certain that is.
public struct Clause: Sendable, Hashable {
  /// Within its pack: `ceiling-missed`. Outputs write `literal#ceiling-missed`.
  public let id: String
  public let title: String
  /// What the clause says, in our words.
  public let says: String
  /// Document number and article, or the form or software where it was seen.
  public let source: String
  public let certainty: Certainty

  static func decode(_ object: JSONObject, id: String) throws(RuleError) -> Clause {
    try object.allowOnly(["title", "says", "source", "certainty"])
    return Clause(
      id: id, title: try object.string("title"), says: try object.string("says"),
      source: try object.string("source"), certainty: try object.choice("certainty"))
  }
}

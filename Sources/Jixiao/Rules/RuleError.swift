/// What is wrong with a rule file: the key's path, its place, and what was meant.
public struct RuleError: Error, Sendable, Equatable {
  public indirect enum Kind: Sendable, Equatable {
    case notJSON(JSONError)
    case wrongKind(expected: String, found: String)
    case unknownKey(String, nearest: String?, allowed: [String])
    case missingKey(String)
    case unknownChoice(String, nearest: String?, allowed: [String])
    case badNumber(String)
    case outOfRange(String, range: String)
    case unknownPack(String, nearest: String?, known: [String])
    case unknownClause(String, nearest: String?)
    case inconsistent(zh: String, en: String)
    case exampleFailed(String)
  }

  /// The file or built-in name, filled in by whoever opened it.
  public var file: String?
  public let path: String
  public let offset: Int
  public let kind: Kind
  /// 1-based, filled in by whoever still has the bytes.
  public var line: Int?

  public init(file: String? = nil, path: String, offset: Int, _ kind: Kind) {
    self.file = file
    self.path = path
    self.offset = offset
    self.kind = kind
  }

  /// The same error with the file's name and the line of its offset.
  public func located(in file: String, _ bytes: [UInt8]) -> RuleError {
    var located = self
    located.file = self.file ?? file
    if located.line == nil, offset <= bytes.count {
      located.line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    }
    return located
  }

  public func message(in language: Language) -> String {
    var place = file ?? ""
    if let line { place += ":\(line)" }
    if !path.isEmpty { place += place.isEmpty ? path : language.pick("，\(path)", ", \(path)") }
    return place.isEmpty ? reason(in: language) : "\(place): \(reason(in: language))"
  }

  private func reason(in language: Language) -> String {
    func meant(_ nearest: String?, _ allowed: [String]) -> String {
      if let nearest { return language.pick("，是否想写 \(nearest)？", "; did you mean \(nearest)?") }
      return language.pick(
        "，可用：\(allowed.joined(separator: "、"))", "; allowed: \(allowed.joined(separator: ", "))")
    }
    switch kind {
    case .notJSON(let error):
      return language.pick("第\(error.line)行第\(error.column)列", "line \(error.line), column \(error.column)")
        + ": "
        + error.reason(in: language)
    case .wrongKind(let expected, let found):
      return language.pick("应是 \(expected)，实为 \(found)", "expected \(expected), found \(found)")
    case .unknownKey(let key, let nearest, let allowed):
      return language.pick("不认识的键 \(key)", "unknown key \(key)") + meant(nearest, allowed)
    case .missingKey(let key): return language.pick("缺少键 \(key)", "missing key \(key)")
    case .unknownChoice(let word, let nearest, let allowed):
      return language.pick("不认识的值 \(word)", "unknown value \(word)") + meant(nearest, allowed)
    case .badNumber(let text):
      return language.pick("“\(text)” 不是可用的十进制数", "“\(text)” is not a usable decimal number")
    case .outOfRange(let text, let range):
      return language.pick("\(text) 超出范围 \(range)", "\(text) is outside \(range)")
    case .unknownPack(let id, let nearest, let known):
      return language.pick("没有规则包 \(id)", "no rule pack \(id)") + meant(nearest, known)
    case .unknownClause(let id, let nearest):
      return language.pick("没有条款 \(id)", "no clause \(id)") + meant(nearest, [])
    case .inconsistent(let zh, let en): return language.pick(zh, en)
    case .exampleFailed(let text): return language.pick("例子不符：\(text)", "example does not hold: \(text)")
    }
  }
}

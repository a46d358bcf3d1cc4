import Jixiao

/// What can be wrong with a command line: each names the option, the value seen and what is allowed.
extension Complaint {
  static func unknownVerb(_ name: String, _ verbs: [String]) -> Complaint {
    Complaint(
      nil, Wording("没有命令“\(name)”", "no command “\(name)”"), remedy: allowed(verbs, nearest(name, verbs)))
  }

  static func unknownOption(_ spelling: String, _ options: [OptionDeclaration]) -> Complaint {
    let meant = nearest(spelling, options.map(\.spelling))
    let remedy = meant.map { Wording("是否想写 \($0)？", "did you mean \($0)?") }
    return Complaint(spelling, Wording("没有这个选项", "no such option"), remedy: remedy)
  }

  static func missingValue(_ spelling: String, _ form: ValueForm) -> Complaint {
    Complaint(spelling, Wording("缺少值", "value missing"), remedy: expected(form))
  }

  static func emptyValue(_ spelling: String) -> Complaint {
    Complaint(spelling, Wording("值是空的", "value is empty"))
  }

  static func notAllowed(_ spelling: String, _ value: String, _ words: [String]) -> Complaint {
    Complaint(
      spelling, Wording("“\(value)”不可用", "“\(value)” is not allowed"),
      remedy: allowed(words, nearest(value, words)))
  }

  static func notANumber(_ spelling: String, _ value: String, _ range: ClosedRange<Int>) -> Complaint {
    Complaint(
      spelling,
      Int(value) == nil
        ? Wording("“\(value)”不是整数", "“\(value)” is not a whole number")
        : Wording("\(value) 超出范围", "\(value) is out of range"),
      remedy: expected(.number(range)))
  }

  static func notASize(_ spelling: String, _ value: String) -> Complaint {
    Complaint(spelling, Wording("“\(value)”不是大小", "“\(value)” is not a size"), remedy: expected(.size))
  }

  static func givenTwice(_ spelling: String) -> Complaint {
    Complaint(spelling, Wording("写了不止一次", "given more than once"), remedy: Wording("请只写一次", "give it once"))
  }

  static func takesNoValue(_ spelling: String, _ value: String) -> Complaint {
    Complaint(
      spelling, Wording("不带值，却写了“\(value)”", "takes no value, found “\(value)”"),
      remedy: Wording("请去掉“=\(value)”", "remove “=\(value)”"))
  }

  static func missingArgument(_ argument: Argument) -> Complaint {
    Complaint(
      nil, Wording("缺少\(argument.name.zh)", "\(argument.name.en) missing"),
      remedy: argument.form.completion.words.isEmpty || argument.form.completion.files
        ? argument.summary : expected(argument.form))
  }

  static func extraArgument(_ value: String) -> Complaint {
    Complaint(nil, Wording("多出“\(value)”", "unexpected “\(value)”"), remedy: Wording("请去掉它", "remove it"))
  }

  /// An option that makes sense only together with another.
  static func needs(_ spelling: String, _ other: String) -> Complaint {
    Complaint(
      spelling, Wording("只能同 \(other) 一起用", "needs \(other)"), remedy: Wording("请加上 \(other)", "add \(other)")
    )
  }

  /// An option that would do nothing beside another.
  static func idle(_ spelling: String, beside other: String) -> Complaint {
    Complaint(
      spelling, Wording("同 \(other) 一起用时不起作用", "does nothing beside \(other)"),
      remedy: Wording("请去掉其中一个", "remove one of them"))
  }

  /// A verb's action that lacks what it acts on.
  static func needs(_ action: String, _ what: Wording, words: [String]) -> Complaint {
    Complaint(
      action, Wording("缺少\(what.zh)", "\(what.en) missing"), remedy: words.isEmpty ? nil : allowed(words, nil)
    )
  }

  static func notARange(_ spelling: String, _ value: String) -> Complaint {
    Complaint(
      spelling, Wording("“\(value)”不是字节范围", "“\(value)” is not a range of bytes"),
      remedy: Wording("应写 起-止，例如 0-1000000，止可省略", "expected FROM-TO such as 0-1000000; TO may be left out"))
  }

  static func alone(_ spelling: String) -> Complaint {
    Complaint(
      spelling, Wording("不能同 --totals、--shard、--range 一起用", "does not go with --totals, --shard or --range"),
      remedy: Wording("请只留一个", "keep one of them"))
  }

  static func oneFile(_ spelling: String, _ count: Int) -> Complaint {
    Complaint(
      spelling, Wording("要正好一个文件，却有 \(count) 个", "needs exactly one file, found \(count)"),
      remedy: Wording("请只写一个文件", "name one file"))
  }

  /// Two outputs that would be written into each other.
  static func ownFile(_ spelling: String) -> Complaint {
    Complaint(
      spelling, Wording("不能同结果写到一处", "cannot go where the result goes"),
      remedy: Wording("请另写一个文件名", "give a file of its own"))
  }

  private static func nearest(_ name: String, _ words: [String]) -> String? {
    nearestName(to: name, among: words)
  }

  private static func allowed(_ words: [String], _ nearest: String?) -> Wording {
    let all = Wording("可用：" + words.joined(separator: "、"), "allowed: " + words.joined(separator: ", "))
    guard let nearest else { return all }
    return Wording(all.zh + "；是否想写 \(nearest)？", all.en + "; did you mean \(nearest)?")
  }

  private static func expected(_ form: ValueForm) -> Wording? {
    switch form {
    case .flag: nil
    case .text(let placeholder, _):
      Wording("应写 \(placeholder.zh)", "expected \(placeholder.en)")
    case .choice(let words): allowed(words, nil)
    case .number(let range):
      Wording(
        "应是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .size: Wording("应写字节数，可带 K、M、G，例如 200M", "expected bytes with an optional K, M or G, such as 200M")
    }
  }
}

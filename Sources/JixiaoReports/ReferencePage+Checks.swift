import Jixiao

extension ReferencePage {
  /// All checks, one line each.
  public init(checks: [Check], language: Language) {
    self.init(language.pick("检查", "Checks"))
    add(
      language.pick(
        "用 --select、--ignore 选用；jixiao explain 代码 查看说明",
        "choose with --select and --ignore; jixiao explain CODE"),
      checks.map { ($0.code, "\($0.name) · \($0.severity.rawValue) · \($0.title.text(in: language))") })
  }

  /// One check: why, on what grounds, with its numbers and worked examples.
  public init(_ check: Check, parameters: CheckParameters, language: Language) {
    self.init("\(check.code) \(check.name) · \(check.title.text(in: language))")
    add(
      language.pick("检查", "Check"),
      [
        (language.pick("为什么", "why"), check.rationale.text(in: language)),
        (language.pick("出处", "source"), check.source),
        (
          language.pick("确定程度", "certainty"),
          "\(check.certainty.rawValue) · \(check.certainty.title(in: language))"
        ),
        (language.pick("级别", "severity"), check.severity.rawValue),
        (language.pick("类别", "class"), check.group ?? "—"),
      ])
    add(
      language.pick("参数", "Parameters"),
      check.parameters.map { parameter in
        let value = parameters.number(check.code, parameter.name)?.description ?? "—"
        return (parameter.name, "\(value) · \(parameter.meaning.text(in: language))")
      })
    add(
      language.pick("例子", "Examples"),
      check.examples.map { example in
        let says =
          switch example.expectation {
          case .fires: language.pick("报", "fires")
          case .quiet: language.pick("不报", "quiet")
          case .notApplicable: language.pick("不适用", "not applicable")
          }
        return (says, example.sheets.map(\.summary).joined(separator: " ‖ "))
      })
  }
}

extension ExampleSheet {
  /// `甲项目：数量 慰问人数 ≥5人 ← 7`.
  var summary: String {
    let rows = rows.prefix(4).map(\.summary)
    let objective = objective.map { ["“\($0)”"] } ?? []
    let money = funds.total.map { ["\($0)万元"] } ?? []
    return (project ?? organization) + "：" + (money + objective + rows).joined(separator: "；")
      + (self.rows.count > 4 ? "…" : "")
  }
}

extension ExampleRow {
  /// What is filled in, with a weight where it is not the usual ten.
  fileprivate var summary: String {
    var parts = [level2, name]
    for text in [target, rule] { if let text { parts.append(text) } }
    if let actual { parts.append("← " + actual) }
    if let weight, weight != 10 { parts.append("(\(weight)分)") }
    if let previous { parts.append("(上年 \(previous))") }
    if let claimed { parts.append("(得\(claimed)分)") }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

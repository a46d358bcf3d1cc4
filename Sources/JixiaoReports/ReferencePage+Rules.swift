import Jixiao

extension ReferencePage {
  /// All packs, one line each.
  public init(packs: [RulePack], language: Language) {
    self.init(language.pick("规则包", "Rule packs"))
    add(
      language.pick(
        "用 --rules 指定；jixiao rules show 查看全部条款", "name one with --rules; jixiao rules show prints its clauses"
      ),
      packs.map { pack in
        let document = pack.document.map { " · \($0)" } ?? ""
        return (pack.id, "\(pack.title)\(document) · \(pack.issuer) · \(pack.version)")
      })
  }

  /// One pack in full: identity, clauses with sources, functions by sign, words, policies, frames and grades.
  public init(_ pack: RulePack, language: Language) {
    self.init("\(pack.id) \(pack.version) · \(pack.title)")
    var identity = [(language.pick("发布", "issuer"), pack.issuer)]
    if let document = pack.document { identity.append((language.pick("文号", "document"), document)) }
    if pack.effectiveFrom != nil || pack.effectiveTo != nil {
      identity.append(
        (language.pick("施行", "effective"), "\(pack.effectiveFrom ?? "…") – \(pack.effectiveTo ?? "…")"))
    }
    add(language.pick("来历", "Identity"), identity)
    func cited(_ rule: String, _ clauses: Set<String>) -> String {
      "\(rule)  [\(clauses.sorted().joined(separator: ", "))]"
    }
    func parameters(_ list: [(String, String)]) -> String {
      list.isEmpty ? "" : " (" + list.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ")"
    }
    func line(_ rule: Clausal<NumericRule>) -> String {
      cited(
        rule.rule.page.name + parameters(rule.rule.parameters),
        [rule.clause, rule.missedClause, rule.boundClause])
    }
    add(
      language.pick("按符号", "By sign"),
      [Relation.atLeast, .moreThan, .atMost, .lessThan, .equalTo, .range].map {
        ($0.sign, line(pack.operators[$0]))
      })
    add(
      language.pick("按所印赋分规则", "By printed rule name"),
      ScoringRuleName.allCases.map { name in
        let text =
          switch pack.named[name] {
          case .byOperator, nil: language.pick("按符号", "by sign")
          case .forWords: language.pick("用于文字；遇数值按符号并注明", "for words; a number goes by its sign, with a note")
          case .numeric(let rule): line(rule)
          }
        return (name.rawValue, text)
      })
    add(
      language.pick("文字结果", "Words"),
      pack.words.rule.parameters.map { ($0.0, $0.1) }
        + pack.words.rule.bands.map { ($0.name, $0.labels.joined(separator: "、")) })
    add(
      language.pick("其他规定", "Policies"),
      [
        (language.pick("未填实际值", "blank actual"), cited(pack.missing.rule.rawValue, [pack.missing.clause])),
        (
          language.pick("不适用", "not applicable"),
          cited(pack.notApplicable.rule.rawValue, [pack.notApplicable.clause])
        ),
        (
          language.pick("超额完成", "over-achievement"),
          cited(
            pack.overAchievement.rule.policy.rawValue + parameters(pack.overAchievement.rule.parameters),
            [pack.overAchievement.clause])
        ),
        (
          language.pick("期限", "deadline"),
          cited(Lateness.name + parameters(pack.deadline.rule.parameters), [pack.deadline.clause])
        ),
        (
          language.pick("预算执行率", "execution"),
          cited(
            "\(pack.execution.rule.weight) "
              + pack.execution.rule.base.map(\.rawValue).joined(separator: " → "), [pack.execution.clause])
        ),
        (
          language.pick("取舍", "rounding"),
          cited("\(pack.rounding.rule.when.rawValue), \(pack.rounding.rule.places)", [pack.rounding.clause])
        ),
      ])
    add(
      language.pick("权重框架", "Weight frames"),
      pack.frames.map { frame in
        var when: [String] = []
        if !frame.with.isEmpty {
          when.append(language.pick("有", "with ") + frame.with.joined(separator: "、"))
        }
        if !frame.without.isEmpty {
          when.append(language.pick("无", "without ") + frame.without.joined(separator: "、"))
        }
        let levels = frame.levels.map { "\($0.level1) \($0.weight)" }.joined(separator: " + ")
        return (when.joined(separator: " "), cited("\(levels) = \(frame.total)", [frame.clause]))
      })
    add(
      language.pick("等级", "Grades"),
      pack.grades.rule.scales.map { scale in
        let years = scale.fromYear.map { language.pick("\($0)年起", "from \($0)") } ?? ""
        return (years, scale.cuts.map { "\($0.grade) ≥ \($0.from)" }.joined(separator: ", "))
      })
    add(
      language.pick("条款", "Clauses"),
      pack.clauses.map { clause in
        (clause.id, "\(clause.says) \(clause.source)〔\(clause.certainty.title(in: language))〕")
      })
  }

  /// One clause, with the rules of its pack that rest on it.
  public init(_ clause: Clause, of pack: RulePack, language: Language) {
    self.init("\(pack.citation(clause.id)) · \(clause.title)")
    add(
      language.pick("条款", "Clause"),
      [
        (language.pick("内容", "says"), clause.says), (language.pick("出处", "source"), clause.source),
        (
          language.pick("确定程度", "certainty"),
          "\(clause.certainty.rawValue) · \(clause.certainty.title(in: language))"
        ),
        (language.pick("规则包", "pack"), "\(pack.id) \(pack.version) · \(pack.title)"),
      ])
    add(
      language.pick("例子", "Examples"),
      pack.examples.filter { $0.clause == clause.id }.map { example in
        let target = example.indicator.target.readable
        let actual = example.indicator.actual ?? language.pick("空白", "blank")
        let weight = example.indicator.weight?.description ?? "—"
        let points = example.low == example.high ? "\(example.low)" : "\(example.low)…\(example.high)"
        return (example.name, "\(target) ← \(actual), \(weight) → \(points)")
      })
  }

  /// One scoring function: formula, parameters, an example, and the packs that use it.
  public init(_ page: FunctionPage, usedBy packs: [RulePack], language: Language) {
    self.init("\(page.name) · \(language.pick(page.zh, page.en))")
    add(
      language.pick("函数", "Function"),
      [
        (language.pick("公式", "formula"), page.formula), (language.pick("例子", "example"), page.example),
        (language.pick("出处", "source"), page.source),
      ])
    add(
      language.pick("参数（r = 实际÷目标，w = 分值）", "Parameters (r = actual/target, w = weight)"),
      page.parameters.map {
        ($0.name, language.pick("\($0.zh)；缺省 \($0.fallback)", "\($0.en); default \($0.fallback)"))
      })
    add(
      language.pick("用它的规则包", "Used by"),
      packs.compactMap { pack in
        let signs = Relation.allCases.filter {
          $0 != .qualitative && pack.operators[$0].rule.page.name == page.name
        }
        return signs.isEmpty ? nil : (pack.id, signs.map(\.sign).joined(separator: " "))
      })
  }
}

import Testing

@testable import Jixiao

/// A broken pack is told by file, line, key and the nearest valid name.
@Suite struct BrokenPackTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    /// What stands in the small pack, and what replaces it.
    let change: (String, String)
    let zh: String
    let en: String

    init(_ id: String, _ old: String, _ new: String, zh: String, en: String) {
      self.id = id
      change = (old, new)
      self.zh = zh
      self.en = en
    }

    var testDescription: String { id }
  }

  /// One line a key, so that the line of a complaint can be counted.
  static let pack = """
    {
    "schema": "jixiao.pack/1",
    "id": "small",
    "version": "1",
    "title": "小",
    "issuer": "测试",
    "clauses": {"all": {"title": "全", "says": "按此", "source": "测试", "certainty": "chosen"}},
    "frames": [{"levels": {"产出": 90}, "clause": "all"}],
    "operators": {
      ">=": {"function": "ratio-up", "parameters": {"passMinimum": 0.6}, "clause": "all"},
      ">": {"function": "ratio-up", "clause": "all"},
      "<=": {"function": "ratio-down-linear", "parameters": {"zeroAt": 2}, "clause": "all"},
      "<": {"function": "ratio-down-inverse", "parameters": {"atBound": "met"}, "clause": "all"},
      "=": {"function": "equal", "parameters": {"mode": "up"}, "clause": "all"},
      "range": {"function": "range", "clause": "all"}
    },
    "words": {"parameters": {"bands": [{"name": "达成", "labels": ["达成"], "low": 0.8}, {"name": "未达成", "labels": ["未达成"], "high": 0.6}]}, "clause": "all"},
    "deadline": {"parameters": {"late": "zero"}, "clause": "all"},
    "rules": {"满意度赋分": {"function": "step-table", "parameters": {"tiers": [{"from": 90, "share": 1}, {"from": 80, "share": 0.5}], "unit": "%"}, "clause": "all"}},
    "overAchievement": {"policy": "zero", "threshold": 1.3, "clause": "all"},
    "missing": {"policy": "zero", "clause": "all"},
    "notApplicable": {"policy": "rescale", "clause": "all"},
    "execution": {"weight": 10, "base": ["adjusted"], "clause": "all"},
    "rounding": {"when": "sum-then-round", "places": 2, "clause": "all"},
    "grades": {"scales": [{"cuts": [{"grade": "优", "from": 90}, {"grade": "差", "from": 0}]}], "clause": "all"},
    "examples": [{"name": "达标", "operator": ">=", "target": "10", "actual": "10", "weight": 10, "points": 10, "clause": "all"}]
    }
    """

  static func decode(_ text: String) throws(RuleError) -> RulePack {
    let words = try Vocabulary.embedded()
    let source = PackCatalog.Source(file: "my.json", bytes: Array(text.utf8))
    return try PackCatalog(vocabulary: words, adding: [source]).pack("small")
  }

  @Test func smallPackIsWhole() throws {
    let pack = try Self.decode(Self.pack)
    #expect(pack.failedExamples(vocabulary: try .embedded(), language: .zh) == [])
  }

  @Test(arguments: [
    Case(
      "unknown-key", "\"rounding\":", "\"roundign\":",
      zh: "my.json:24，roundign: 不认识的键 roundign，是否想写 rounding？",
      en: "my.json:24, roundign: unknown key roundign; did you mean rounding?"),
    Case(
      "unknown-key-far", "\"title\": \"小\"", "\"颜色\": \"小\"", zh: "my.json:5，颜色: 不认识的键 颜色，可用：schema、",
      en: "my.json:5, 颜色: unknown key 颜色; allowed: schema, "),
    Case(
      "unknown-inner-key", "\"threshold\"", "\"treshold\"",
      zh: "my.json:20，overAchievement.treshold: 不认识的键 treshold，是否想写 threshold？",
      en: "my.json:20, overAchievement.treshold: unknown key treshold; did you mean threshold?"),
    Case(
      "missing-key", "\"version\": \"1\",", "", zh: "my.json:1: 缺少键 version",
      en: "my.json:1: missing key version"),
    Case(
      "missing-operator",
      "\"<\": {\"function\": \"ratio-down-inverse\", \"parameters\": {\"atBound\": \"met\"}, \"clause\": \"all\"},",
      "",
      zh: "my.json:9，operators: 缺少键 <", en: "my.json:9, operators: missing key <"),
    Case(
      "wrong-kind", "\"title\": \"小\"", "\"title\": 5", zh: "my.json:5，title: 应是 string，实为 number",
      en: "my.json:5, title: expected string, found number"),
    Case(
      "wrong-kind-object", "\"missing\": {\"policy\": \"zero\", \"clause\": \"all\"}",
      "\"missing\": \"zero\"",
      zh: "my.json:21，missing: 应是 object，实为 string", en: "my.json:21, missing: expected object, found string"),
    Case(
      "unknown-function", "\"function\": \"range\"", "\"function\": \"rnage\"",
      zh: "my.json:15，operators.range.function: 不认识的值 rnage，是否想写 range？",
      en: "my.json:15, operators.range.function: unknown value rnage; did you mean range?"),
    Case(
      "unknown-parameter", "\"zeroAt\"", "\"zeroat\"",
      zh: "my.json:12，operators.<=.parameters.zeroat: 不认识的键 zeroat，是否想写 zeroAt？",
      en: "my.json:12, operators.<=.parameters.zeroat: unknown key zeroat; did you mean zeroAt?"),
    Case(
      "parameter-of-another-function", "\"mode\": \"up\"", "\"atBound\": \"met\"",
      zh: "my.json:14，operators.=.parameters.atBound: 不认识的键 atBound，可用：mode、tolerance、passMinimum",
      en:
        "my.json:14, operators.=.parameters.atBound: unknown key atBound; allowed: mode, tolerance, passMinimum"
    ),
    Case(
      "unknown-choice", "\"atBound\": \"met\"", "\"atBound\": \"mett\"",
      zh: "my.json:13，operators.<.parameters.atBound: 不认识的值 mett，是否想写 met？",
      en: "my.json:13, operators.<.parameters.atBound: unknown value mett; did you mean met?"),
    Case(
      "unknown-policy", "\"policy\": \"rescale\"", "\"policy\": \"halve\"",
      zh: "my.json:22，notApplicable.policy: 不认识的值 halve，可用：rescale、rescale-total、drop",
      en: "my.json:22, notApplicable.policy: unknown value halve; allowed: rescale, rescale-total, drop"),
    Case(
      "number-out-of-range", "\"passMinimum\": 0.6", "\"passMinimum\": 60",
      zh: "my.json:10，operators.>=.parameters.passMinimum: 60 超出范围 0…1",
      en: "my.json:10, operators.>=.parameters.passMinimum: 60 is outside 0…1"),
    Case(
      "zero-at-one", "\"zeroAt\": 2", "\"zeroAt\": 1",
      zh: "my.json:12，operators.<=.parameters.zeroAt: 1 超出范围 > 1",
      en: "my.json:12, operators.<=.parameters.zeroAt: 1 is outside > 1"),
    Case(
      "places-out-of-range", "\"places\": 2", "\"places\": 7", zh: "my.json:24，rounding.places: 7 超出范围 0…6",
      en: "my.json:24, rounding.places: 7 is outside 0…6"),
    Case(
      "not-a-decimal", "\"threshold\": 1.3", "\"threshold\": \"1e9\"",
      zh: "my.json:20，overAchievement.threshold: “1e9” 不是可用的十进制数",
      en: "my.json:20, overAchievement.threshold: “1e9” is not a usable decimal number"),
    Case(
      "uncited-clause", "\"range\", \"clause\": \"all\"", "\"range\", \"clause\": \"al\"",
      zh: "my.json:15，operators.range.clause: 没有条款 al，是否想写 all？",
      en: "my.json:15, operators.range.clause: no clause al; did you mean all?"),
    Case(
      "unknown-certainty", "\"certainty\": \"chosen\"", "\"certainty\": \"sure\"",
      zh: "my.json:7，clauses.all.certainty: 不认识的值 sure，可用：text、form、software、recalled、chosen",
      en:
        "my.json:7, clauses.all.certainty: unknown value sure; allowed: text, form, software, recalled, chosen"
    ),
    Case(
      "duplicate-label", "\"labels\": [\"未达成\"]", "\"labels\": [\"达 成\"]",
      zh: "my.json:17，words.parameters.bands[1].labels: “达 成”出现在两档",
      en: "my.json:17, words.parameters.bands[1].labels: “达 成” is in two bands"),
    Case(
      "overlapping-bands", "\"high\": 0.6", "\"high\": 0.9",
      zh: "my.json:17，words.parameters.bands: 各档须从高到低且不重叠",
      en: "my.json:17, words.parameters.bands: bands must fall and not overlap"),
    Case(
      "tiers-out-of-order", "{\"from\": 90, \"share\": 1}", "{\"from\": 70, \"share\": 1}",
      zh: "my.json:19，rules.满意度赋分.parameters.tiers: 各档须从好到差，分数不得反升",
      en:
        "my.json:19, rules.满意度赋分.parameters.tiers: tiers must go from best to worst, and must not earn more further down"
    ),
    Case(
      "tiers-earning-more-below", "{\"from\": 90, \"share\": 1}", "{\"from\": 90, \"share\": 0.4}",
      zh: "my.json:19，rules.满意度赋分.parameters.tiers: 各档须从好到差，分数不得反升",
      en:
        "my.json:19, rules.满意度赋分.parameters.tiers: tiers must go from best to worst, and must not earn more further down"
    ),
    Case(
      "tiers-from-both-sides", "{\"from\": 80, \"share\": 0.5}", "{\"upTo\": 80, \"share\": 0.5}",
      zh: "my.json:19，rules.满意度赋分.parameters.tiers[1].upTo: 不认识的键 upTo，可用：from、share",
      en: "my.json:19, rules.满意度赋分.parameters.tiers[1].upTo: unknown key upTo; allowed: from, share"),
    Case(
      "unknown-unit", "\"unit\": \"%\"", "\"unit\": \"百分\"",
      zh: "my.json:19，rules.满意度赋分.parameters.unit: 不认识的单位 百分",
      en: "my.json:19, rules.满意度赋分.parameters.unit: unknown unit 百分"),
    Case(
      "unknown-rule-name", "\"满意度赋分\":", "\"满意度打分\":", zh: "my.json:19，rules.满意度打分: 不认识的键 满意度打分，是否想写 满意度赋分？",
      en: "my.json:19, rules.满意度打分: unknown key 满意度打分; did you mean 满意度赋分?"),
    Case(
      "cuts-rising", "\"from\": 90}, {\"grade\"", "\"from\": -1}, {\"grade\"",
      zh: "my.json:25，grades.scales[0].cuts: 分界须从高到低",
      en: "my.json:25, grades.scales[0].cuts: cuts must fall"),
    Case(
      "cuts-not-to-0", "\"差\", \"from\": 0", "\"差\", \"from\": 60",
      zh: "my.json:25，grades.scales[0].cuts: 最低一级须从0起",
      en: "my.json:25, grades.scales[0].cuts: the last grade must start at 0"),
    Case(
      "wrong-schema", "jixiao.pack/1", "jixiao.pack/2",
      zh: "my.json:2，schema: 不认识的值 jixiao.pack/2，是否想写 jixiao.pack/1？",
      en: "my.json:2, schema: unknown value jixiao.pack/2; did you mean jixiao.pack/1?"),
    Case(
      "unknown-base", "\"version\": \"1\",", "\"version\": \"1\",\n\"extends\": \"litera\",",
      zh: "my.json:5，extends: 没有规则包 litera，是否想写 literal？",
      en: "my.json:5, extends: no rule pack litera; did you mean literal?"),
    Case(
      "extends-itself", "\"version\": \"1\",", "\"version\": \"1\",\n\"extends\": \"small\",",
      zh: "my.json:5，extends: 循环引用：small → small",
      en: "my.json:5, extends: circular: small → small"),
    Case(
      "example-cites-nothing", "\"points\": 10, \"clause\": \"all\"", "\"points\": 10, \"clause\": \"any\"",
      zh: "my.json:26，examples[0].clause: 没有条款 any", en: "my.json:26, examples[0].clause: no clause any"),
    Case(
      "not-json", "\"id\": \"small\",", "\"id\": \"small\"", zh: "my.json: 第4行第1列: ",
      en: "my.json: line 4, column 1: "),
    Case(
      "duplicate-key", "\"version\": \"1\",", "\"version\": \"1\", \"version\": \"2\",",
      zh: "my.json: 第4行第26列: 键 version 出现两次",
      en: "my.json: line 4, column 26: key version appears twice"),
  ])
  func tells(_ c: Case) throws {
    let text = Self.pack.replacing(c.change.0, with: c.change.1)
    try #require(text != Self.pack, "the change does not apply")
    let error = try #require(throws: RuleError.self) { try Self.decode(text) }
    #expect(error.message(in: .zh).hasPrefix(c.zh), "\(error.message(in: .zh))")
    #expect(error.message(in: .en).hasPrefix(c.en), "\(error.message(in: .en))")
  }

  @Test(arguments: ["", "[]", "{", "not json", "{\"id\": 5}", "{}"])
  func notAPack(text: String) {
    #expect(throws: RuleError.self) { try Self.decode(text) }
  }

  @Test func circleOfTwo() throws {
    let files = [("a", "b"), ("b", "a")].map { id, base in
      PackCatalog.Source(
        file: "\(id).json", bytes: Array("{\n\"id\": \"\(id)\",\n\"extends\": \"\(base)\"}".utf8))
    }
    let catalog = try PackCatalog(vocabulary: .embedded(), adding: files)
    let error = try #require(throws: RuleError.self) { try catalog.pack("a") }
    #expect(error.message(in: .en) == "b.json:3, extends: circular: a → b → a")
  }

  /// What is wrong with a base is told of the base's file and line, not of the pack that extends it.
  @Test func brokenBase() throws {
    let base = Self.pack.replacing("\"places\": 2", with: "\"places\": 7")
    let files = [
      PackCatalog.Source(file: "base.json", bytes: Array(base.utf8)),
      PackCatalog.Source(file: "my.json", bytes: Array("{\"id\": \"mine\", \"extends\": \"small\"}".utf8)),
    ]
    let catalog = try PackCatalog(vocabulary: .embedded(), adding: files)
    let error = try #require(throws: RuleError.self) { try catalog.pack("mine") }
    #expect(error.message(in: .en) == "base.json:24, rounding.places: 7 is outside 0…6")
  }

  @Test func unknownPack() throws {
    let catalog = try PackCatalog(vocabulary: .embedded())
    let error = try #require(throws: RuleError.self) { try catalog.pack("hubei") }
    #expect(error.message(in: .en).hasPrefix("--rules: no rule pack hubei; allowed: guangxi, hubei-2020"))
    let near = try #require(throws: RuleError.self) { try catalog.pack("mof-2020-11") }
    #expect(near.message(in: .zh) == "--rules: 没有规则包 mof-2020-11，是否想写 mof-2020-10？")
  }
}

import Jixiao
import Testing

/// The JSON of one scored document.
struct Scored {
  let sheets: [JSONNode]
  let root: JSONNode

  init(_ ran: Ran, document: Int = 0) throws {
    root = try JSONNode(parsing: Array(ran.output.utf8))
    let documents = try #require(root["documents"]?.elements)
    sheets = try #require(documents[document]["sheets"]?.elements)
  }

  func row(_ sheet: Int, _ indicator: Int) throws -> JSONNode {
    let rows = try #require(sheets[sheet - 1]["indicators"]?.elements)
    return rows[indicator - 1]
  }
}

extension JSONNode {
  var elements: [JSONNode]? { if case .array(let elements) = value { elements } else { nil } }

  /// A number's digits or a string's text.
  var text: String? {
    switch value {
    case .number(let text), .string(let text): text
    default: nil
    }
  }
}

@Suite struct ScoreVerbTests {
  @Test func everyPointHasInputsFunctionClauseAndPlace() throws {
    let ran = jixiao(["score", Paths.selfAssessment, "--rules", "literal", "--format", "json"])
    #expect(ran.status == 0 && ran.errors == "")
    let scored = try Scored(ran)
    #expect(scored.sheets[1]["points"]?.text == "85.71")
    #expect(scored.sheets[1]["exact"]?.text == "600/7")
    let late = try scored.row(2, 4)
    #expect(late["exact"]?.text == "40/7")
    #expect(late["points"]?.text == "5.71")
    #expect(late["outcome"]?.text == "partial")
    #expect(late["ratio"]?.text == "4/7")
    #expect(late["function"]?.text == "ratio-down-inverse")
    #expect(late["clause"]?.text == "literal#ceiling-missed")
    #expect(late["certainty"]?.text == "chosen")
    #expect(late["inputs"]?["actual"]?.text == "7")
    #expect(late["at"]?["line"]?.text == "183")
    #expect(late["why"]?.text == "7 > 4 月；10 × 4/7 ≈ 5.71")
  }

  @Test(arguments: [
    ("guangxi", "2.5"), ("strict", "0"), ("pidu-2026", "0"), ("literal", "5.71"), ("mof-2020-10", "5.71"),
  ])
  func theSameRowUnderDifferentPacks(_ pack: String, _ points: String) throws {
    let scored = try Scored(jixiao(["score", Paths.selfAssessment, "--rules", pack, "--format", "json"]))
    #expect(try scored.row(2, 4)["points"]?.text == points)
  }

  @Test func allPacksShowTheSpreadAndItsClauses() throws {
    let ran = jixiao(["score", Paths.selfAssessment, "--rules", "all", "--format", "json"])
    let root = try JSONNode(parsing: Array(ran.output.utf8))
    let ids = try #require(root["documents"]?.elements).compactMap { $0["pack"]?.text }
    #expect(ids == ids.sorted() && ids.count == 9)
    let spread = try #require(root["spread"]?.elements)
    let row = try #require(spread.first { $0["sheet"]?.text == "2" && $0["indicator"]?.text == "4" })
    #expect(row["low"]?.text == "0" && row["high"]?.text == "5.71")
    let clauses = try #require(row["clauses"]?.elements).compactMap(\.text)
    #expect(clauses.contains("guangxi#ceiling-missed") && clauses.contains("strict#target-missed"))
  }

  @Test func aPlanSaysWhatIsMissing() throws {
    let ran = jixiao(["score", Paths.plan, "--format", "json"])
    #expect(ran.status == 0)
    #expect(ran.errors.contains("还没有实际完成值"))
    let scored = try Scored(ran)
    #expect(scored.sheets[0]["points"]?.isNull == true)
    #expect(scored.sheets[0]["low"]?.text == "0" && scored.sheets[0]["high"]?.text == "90")
    #expect(try scored.row(1, 1)["outcome"]?.text == "no-actual")
  }

  @Test func aYearEndSheetIsScoredOnTheApprovedPlan() throws {
    let sheets = Paths.fixtures + "/sheets"
    let ran = jixiao([
      "score", sheets + "/year-end.csv", "--plan", sheets + "/plan.csv", "--rules", "literal", "--format",
      "json",
    ])
    let scored = try Scored(ran)
    // Claimed 304 against its own 300; the plan promised 320: 20 × 304/320 = 19.
    #expect(try scored.row(1, 1)["points"]?.text == "19")
    #expect(try scored.row(1, 1)["notes"]?.elements?.compactMap(\.text) == ["target-from-plan"])
    #expect(ran.errors.contains("目标由批复的“≥320人”改为“≥300人”"))
    // 30.4 of 32 spent: 10 × 0.95.
    #expect(scored.sheets[0]["execution"]?["points"]?.text == "9.5")
  }

  @Test func decisionsFillTheirBandsAndAreHeldAgainstThem() throws {
    let table = """
      file,sheet,indicator,awarded,notApplicable,deduct,reason,by
      ,1,2,9,,,材料齐全,评价组
      ,2,5,7.5,,,,评价组
      ,2,1,,,2,缺签到表,评价组
      ,2,9,,true,,,评价组
      """
    let scratch = Scratch()
    let file = scratch.file("decisions.csv", table)
    let ran = jixiao([
      "score", Paths.selfAssessment, "--rules", "mof-2021-101", "--decisions", file, "--format", "json",
    ])
    #expect(ran.status == 2)
    #expect(ran.errors.contains("评定 7.5 分不在规则允许的 8…10 内"))
    #expect(ran.errors.contains("第2张表第9行: 没有这一行"))
    let scored = try Scored(ran)
    #expect(try scored.row(1, 2)["points"]?.text == "9")
    #expect(try scored.row(2, 1)["points"]?.text == "8")
    #expect(try scored.row(2, 1)["why"]?.text == "500 > 400 人数；得满分 10；扣 2 分（缺签到表，评价组）")
    #expect(try scored.row(2, 5)["points"]?.isNull == true)
  }

  @Test func theEmptyFormOfDecisionsReadsBackAsNoDecision() throws {
    let scratch = Scratch()
    let form = scratch("form.csv")
    let written = jixiao(["score", Paths.selfAssessment, "--write-decisions", form])
    #expect(written.status == 0)
    let plain = jixiao(["score", Paths.selfAssessment, "--format", "json"])
    let decided = jixiao(["score", Paths.selfAssessment, "--decisions", form, "--format", "json"])
    #expect(decided == plain)
  }

  @Test func theChoiceOfPackSaysWhy() throws {
    let ran = jixiao(["score", Paths.selfAssessment, "--format", "json"])
    let document = try #require(
      try JSONNode(parsing: Array(ran.output.utf8))["documents"]?.elements?.first)
    #expect(document["pack"]?.text == "mof-2021-101")
    #expect(document["packWhy"]?.text == "自动选用：第1张表有一级指标“成本”")
  }

  @Test func nothingButTheInputDecidesTheBytes() throws {
    let arguments = ["score", Paths.fixtures, "--rules", "all", "--format", "json"]
    let first = jixiao(arguments + ["--jobs", "1"])
    #expect(try JSONNode(parsing: Array(first.output.utf8))["documents"]?.elements?.isEmpty == false)
    for jobs in ["2", "7"] {
      for environment in [["LANG": "en_US.UTF-8", "TZ": "Asia/Urumqi"], ["LC_ALL": "de_DE.UTF-8"]] {
        #expect(jixiao(arguments + ["--jobs", jobs], environment: environment).output == first.output)
      }
    }
  }
}

import Jixiao
import Testing

@testable import JixiaoCLI

/// `jixiao compare` as a command: inputs that leave nothing to compare, alignment files, formats.
struct CompareVerbTests {
  private static func table(_ body: String, _ people: Int, _ rate: Int) -> String {
    """
    sheet,organization,year,level1,level2,level3,operator,target,unit,weight,previous,actual
    一,\(body),2024,产出指标,数量指标,慰问职工人数,>=,\(people),人,50,,
    一,\(body),2024,满意度指标,满意度指标,职工满意度,>=,\(rate),%,40,,

    """
  }

  private func three(_ folder: Scratch) -> [String] {
    [("甲", 100, 90), ("乙", 200, 95), ("丙", 300, 98)].map { body, people, rate in
      folder.file("\(body).csv", Self.table(body + "县总工会", people, rate))
    }
  }

  @Test func peersStandSideBySide() {
    let folder = Scratch()
    let ran = jixiao(["compare"] + three(folder))
    #expect(ran.status == 0)
    #expect(ran.output.contains("n=3，最低 90，下四分位 92.5，中位 95，上四分位 96.5，最高 98"))
    #expect(ran.output.contains("要求最高：丙县总工会"))
    let baseline = jixiao(["compare", "--baseline", "甲县总工会"] + three(folder))
    #expect(baseline.output.contains("+8"), "丙 asks 8 more than 甲")
  }

  /// The page needs nothing but itself, draws every family of several groups, and escapes what documents say.
  @Test func thePageStandsAlone() {
    let folder = Scratch()
    let odd = folder.file("丁.csv", Self.table("<script>丁</script>", 400, 91))
    let ran = jixiao(["compare", "--format", "html", odd] + three(folder))
    #expect(ran.status == 0)
    #expect(ran.output.contains("<h1>绩效指标比较</h1>"))
    #expect(ran.output.contains("role=img aria-label=\"各组目标（%）"))
    #expect(ran.output.contains("&lt;script&gt;丁"))
    #expect(ran.output.ranges(of: "<script>").count == 1)
    #expect(!ran.output.contains("src="))
  }

  @Test func oneDocumentIsSaidAndIsNoFailure() {
    let folder = Scratch()
    let ran = jixiao(["compare", folder.file("甲.csv", Self.table("甲县总工会", 1, 90))])
    #expect(ran.status == 0)
    #expect(ran.output.contains("只有一份文件，没有可与之比较的对象"))
  }

  @Test func theSameDocumentCountsOnce() {
    let folder = Scratch()
    let paths = three(folder) + [folder.file("副本.csv", Self.table("甲县总工会", 100, 90))]
    let ran = jixiao(["compare"] + paths)
    #expect(ran.status == 0)
    #expect(ran.output.contains("副本.csv 与 甲.csv 是同一份文件"))
    #expect(ran.output.contains("3 份文件，3 张表，6 个指标"))
  }

  @Test func anUnknownBaselineNamesTheNearest() {
    let folder = Scratch()
    let ran = jixiao(["compare", "--baseline", "甲县工会"] + three(folder))
    #expect(ran.status == 2)
    #expect(ran.errors.contains("没有“甲县工会”这一组；是否想写 甲县总工会？"))
  }

  @Test func theWrittenAlignmentGivesTheSameComparison() throws {
    let folder = Scratch()
    let paths = three(folder)
    let form = folder("对应.csv")
    let first = jixiao(["compare", "--write-align", form, "--format", "csv"] + paths)
    #expect(first.status == 0)
    #expect(
      folder.content("对应.csv")?.hasPrefix("family,name,head,measure,direction,similarity,count\n") == true)
    let again = jixiao(["compare", "--align", form, "--format", "csv"] + paths)
    #expect(again.output == first.output)
    // It is not overwritten unasked.
    #expect(jixiao(["compare", "--write-align", form] + paths).status == 2)
  }

  @Test func anAlignmentOfWhatIsNotThereIsRefused() {
    let folder = Scratch()
    let paths = three(folder)
    let wrong = folder.file("对应.csv", "family,name\n慰问,慰问职工人树\n")
    let ran = jixiao(["compare", "--align", wrong] + paths)
    #expect(ran.status == 2)
    #expect(ran.errors.contains("对应.csv:2: 所比较的表里没有指标“慰问职工人树”，最接近的是 慰问职工人数"))
    let column = folder.file("列.csv", "family,nam\n慰问,慰问\n")
    #expect(jixiao(["compare", "--align", column] + paths).errors.contains("不认识的列 nam，是否想写 name？"))
  }

  @Test(arguments: ["organization", "year", "project", "level1", "family"])
  func jsonHoldsItsSchema(_ axis: String) throws {
    let schema = try JSONNode(parsing: Array(jixiao(["schema", "comparison"]).output.utf8))
    let ran = jixiao(
      ["compare", Paths.plan, Paths.selfAssessment, "--by", axis, "--min-peers", "2", "--format", "json"])
    let output = try JSONNode(parsing: Array(ran.output.utf8))
    #expect(MiniSchema(root: schema).problems(output, schema, "$") == [])
  }

  private static func yearEnd(_ body: String, _ actual: Int, _ satisfied: Int) -> String {
    """
    sheet,organization,year,kind,level1,level2,level3,operator,target,unit,weight,actual
    一,\(body),2023,project-self-assessment,产出指标,数量指标,慰问人数,>=,100,人,50,\(actual)
    一,\(body),2023,project-self-assessment,产出指标,时效指标,发放天数,<=,10,天,20,12
    一,\(body),2023,project-self-assessment,效益指标,社会效益指标,困难职工帮扶率,>=,100,%,20,\(actual - 20)
    一,\(body),2023,project-self-assessment,满意度指标,满意度指标,职工满意度,>=,95,%,10,\(satisfied)

    """
  }

  /// `--rules all` ranks by each sheet's own rules and says how far the choice of rules moves the ranks.
  @Test func theChoiceOfRulesIsASecondSourceOfSpread() throws {
    let folder = Scratch()
    let paths = [("甲", 100, 70), ("乙", 80, 95), ("丙", 59, 94)].map { body, actual, satisfied in
      folder.file("\(body).csv", Self.yearEnd(body + "县总工会", actual, satisfied))
    }
    func entries(_ rules: [String]) throws -> [JSONNode] {
      let ran = jixiao(["compare", "--format", "json"] + rules + paths)
      let output = try JSONNode(parsing: Array(ran.output.utf8))
      return try #require(output["ranking"]?.elements?.first?["entries"]?.elements)
    }
    let json = jixiao(["compare", "--rules", "all", "--format", "json"] + paths)
    let output = try JSONNode(parsing: Array(json.output.utf8))
    let schema = try JSONNode(parsing: Array(jixiao(["schema", "comparison"]).output.utf8))
    #expect(MiniSchema(root: schema).problems(output, schema, "$") == [])
    let all = try entries(["--rules", "all"])
    #expect(all.count == 3)
    // Under each pack the rank is that of a run with this pack alone.
    let packs = try #require(all[0]["underRules"]?["packs"]?.elements?.compactMap { $0["pack"]?.text })
    #expect(packs.count == 9)
    for pack in packs {
      let alone = try entries(["--rules", pack])
      for entry in all {
        let own = alone.first { $0["group"]?.text == entry["group"]?.text }
        let said = entry["underRules"]?["packs"]?.elements?.first { $0["pack"]?.text == pack }
        #expect(own?["rank"]?.text == said?["rank"]?.text && own?["low"]?.text == said?["low"]?.text)
      }
    }
    // The ranks by the sheets' own rules are those of a run without the option.
    let plain = try entries([])
    #expect(plain.map { $0["rank"]?.text } == all.map { $0["rank"]?.text })
    #expect(plain[0]["underRules"] == nil)
    for format in ["text", "markdown", "html"] {
      let ran = jixiao(["compare", "--rules", "all", "--format", format] + paths)
      #expect(ran.output.contains("各规则"), "\(format)")
    }
  }

  /// Bodies without names, sheets without years, units that do not convert: each is said, and every indicator is somewhere.
  @Test func whatCannotBeComparedIsSaidAndKept() {
    let folder = Scratch()
    let unnamed = folder.file(
      "无名.csv", "sheet,level3,operator,target,unit,weight\n一,慰问职工人数,>=,7,%,10\n一,职工满意度,定性,有效提升,,10\n")
    let paths = three(folder) + [unnamed]
    let text = jixiao(["compare"] + paths).output
    #expect(text.contains("无名.csv：1 张表没有单位名称，以文件名列示"))
    #expect(text.contains("无名.csv：1 张表没有年度，不作跨年比较"))
    #expect(text.contains("未比：单位“%”不能换算为“人”（无名.csv 表一行1）"))
    #expect(text.contains("[无名.csv]"))
    let english = jixiao(["compare", "--lang", "en"] + paths).output
    #expect(english.contains("“%” does not convert to “人”"))
    let csv = jixiao(["compare", "--format", "csv"] + paths).output.split(separator: "\n")
    #expect(csv.count == 1 + 8, "six indicators of three and two of the unnamed")
    #expect(csv.contains { $0.contains("无名.csv") && $0.contains("单位“%”不能换算为“人”") })
    #expect(csv.contains { $0.contains("无名.csv") && $0.contains("目标是文字") })
  }

  /// The same path twice is one document, not a body beside itself.
  @Test func theSamePathTwiceIsOneDocument() {
    let folder = Scratch()
    let path = folder.file("甲.csv", Self.table("甲县总工会", 1, 90))
    let ran = jixiao(["compare", path, path])
    #expect(ran.status == 0)
    #expect(ran.output.contains("1 份文件，1 张表，2 个指标"))
    #expect(ran.output.contains("只有一份文件，没有可与之比较的对象"))
  }

  /// A part named without its place is the body that the document names in full, unless a person says otherwise.
  @Test func aPartIsCountedWithItsWhole() {
    let folder = Scratch()
    let rows =
      Self.table("丁县总工会", 5, 91)
      + Self.table("总工会部门", 6, 92).replacing("一,", with: "二,")
      .split(separator: "\n").dropFirst().joined(separator: "\n")
    let path = folder.file("丁.csv", rows + "\n")
    let ran = jixiao(["compare", path] + three(folder))
    #expect(ran.output.contains("丁.csv：“总工会部门”是本文件中“丁县总工会”的一部分，并入后者"))
    #expect(ran.output.contains("n=4，最低 90"))
    let apart = folder.file("分.json", #"{"organizations":[{"organization":"总工会部门","to":"丁县机关"}]}"#)
    let own = jixiao(["compare", path, "--align", apart] + three(folder))
    #expect(own.output.contains("n=5，最低 90") && !own.output.contains("的一部分"))
  }

  /// A table of more than 4 MiB is read block by block; both ways give the same comparison, places included.
  @Test func aLargeTableIsReadAsASmallOne() throws {
    let folder = Scratch()
    var table =
      "sheet,organization,year,level1,level2,level3,operator,target,unit,weight,previous,actual,evidence\n"
    let padding = String(repeating: "据", count: 400)
    for index in 0..<1_300 {
      for row in ["数量指标,慰问人数,>=,\(index + 1),人,50,,\(index)", "满意度指标,职工满意度,>=,9\(index % 10),%,40,,95"] {
        table += "表\(index),单位\(index % 7),2024,产出指标,\(row),\(padding)\n"
      }
    }
    // The last row is one that cannot be read.
    table += "表x,单位,2024,产出指标\n"
    let path = folder.file("大.csv", table)
    let large = jixiao(["compare", "--format", "csv", "--rules", "literal", path])
    let small = jixiao(["compare", "--format", "csv", "--rules", "literal", "-"], input: table)
    #expect(large.status == 2 && small.status == 2)
    #expect(large.errors.contains("有 1 处未读，第一处在第2602行"))
    let lines = large.output.split(separator: "\n")
    #expect(lines.count == 2_601)
    func fields(_ ran: Ran) -> [String] {
      ran.output.split(separator: "\n").map { String($0.replacing("大.csv", with: "-")) }
    }
    #expect(fields(large) == fields(small))
  }

  @Test func jobsNeverChangeTheResult() {
    let folder = Scratch()
    let paths = three(folder)
    let one = jixiao(["compare", "--jobs", "1", "--format", "json"] + paths)
    #expect(jixiao(["compare", "--jobs", "4", "--format", "json"] + paths) == one)
  }
}

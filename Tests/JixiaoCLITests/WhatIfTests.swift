import Jixiao
import Testing

@testable import JixiaoCLI

/// `jixiao compare --what-if` and `--improve` as commands.
struct WhatIfVerbTests {
  private static let table = """
    sheet,organization,year,level3,operator,target,unit,weight,actual
    一,甲县总工会,2024,慰问职工人数,>=,300,人,60,210
    一,甲县总工会,2024,资金发放时间,<=,4,月,40,5

    """

  @Test func totalsBeforeAndAfterWithTheirClauses() {
    let folder = Scratch()
    let sheet = folder.file("a.csv", Self.table)
    let form = folder.file("假设.csv", "sheet,indicator,actual\n1,1,300\n")
    let ran = jixiao(["compare", sheet, "--what-if", form, "--rules", "literal"])
    #expect(ran.status == 0)
    #expect(ran.output.contains("总分 74（中） → 92（优）"))
    #expect(ran.output.contains("210 → 300，得分 42 → 60  [literal#"))
    let best = jixiao(["compare", sheet, "--improve", "--rules", "literal", "--format", "csv"])
    #expect(best.output.contains("single,a.csv,literal,1,甲县总工会,,良,80,1,慰问职工人数,210,240,42,48,74,80"))
    let json = jixiao(["compare", sheet, "--improve", "--rules", "literal", "--format", "json"])
    #expect(json.output.contains("\"schema\":\"jixiao.what-if/1\""))
  }

  @Test func jsonHoldsItsSchema() throws {
    let folder = Scratch()
    let sheet = folder.file("a.csv", Self.table)
    let form = folder.file("假设.csv", "sheet,indicator,actual\n1,1,300\n")
    let schema = try JSONNode(parsing: Array(jixiao(["schema", "what-if"]).output.utf8))
    for rules in ["literal", "all"] {
      let ran = jixiao(
        ["compare", sheet, "--what-if", form, "--improve", "--rules", rules, "--format", "json"])
      let output = try JSONNode(parsing: Array(ran.output.utf8))
      #expect(MiniSchema(root: schema).problems(output, schema, "$") == [])
    }
  }

  /// What a what-if does not use is refused rather than passed over.
  @Test func optionsThatWouldDoNothingAreNamed() {
    let folder = Scratch()
    let sheet = folder.file("a.csv", Self.table)
    let ran = jixiao(["compare", sheet, "--improve", "--by", "year", "--band", "10"])
    #expect(ran.status == 2)
    #expect(ran.errors.contains("--by: 同 --improve 一起用时不起作用；请去掉其中一个"))
    #expect(ran.errors.contains("--band: 同 --improve 一起用时不起作用"))
  }

  @Test func unknownRowsAreErrorsWithTheNearest() {
    let folder = Scratch()
    let sheet = folder.file("a.csv", Self.table)
    let form = folder.file("假设.csv", "file,sheet,indicator,actual\nb.csv,1,1,3\na.csv,1,8,3\n")
    let ran = jixiao(["compare", sheet, "--what-if", form])
    #expect(ran.status == 2)
    #expect(ran.errors.contains("没有这一行，最近的是第2行“资金发放时间”"))
    #expect(ran.errors.contains("没有读到这个文件，是否想写 a.csv？"))
    let typo = jixiao([
      "compare", sheet, "--what-if", folder.file("错.csv", "sheet,indicator,actaul\n1,1,3\n"),
    ])
    #expect(typo.errors.contains("是否想写 actual？"))
  }
}

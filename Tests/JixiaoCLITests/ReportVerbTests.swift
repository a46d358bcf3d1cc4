import Jixiao
import Testing

@testable import JixiaoCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A year-end sheet of two rows; `=1+1` must stay text.
private let table = """
  sheet,organization,year,project,level1,level3,operator,target,unit,weight,actual
  一,某县总工会,2024,送温暖,产出指标,资金发放完成时间,<,4,月,50,7
  一,某县总工会,2024,送温暖,产出指标,'=1+1,>=,40,人,40,36

  """

@Test(arguments: [
  ("报告.html", "<!DOCTYPE html>"), ("报告.HTM", "<!DOCTYPE html>"), ("底稿.xlsx", "PK\u{3}\u{4}"),
  ("意见.docx", "PK\u{3}\u{4}"), ("意见.md", "# 绩效自评复核报告"),
])
func theEndingOfTheFileNamesTheFormat(_ name: String, _ start: String) {
  let scratch = Scratch()
  let input = scratch.file("表.csv", table)
  let ran = jixiao(["report", input, "--rules", "literal", "-o", scratch(name)])
  #expect(ran == Ran(status: 0, output: "", errors: ""))
  #expect(scratch.content(name)?.hasPrefix(start) == true)
  #expect(scratch.names == [name, "表.csv"].sorted())
}

@Test func theFormatMayBeNamedForStandardOutput() {
  let scratch = Scratch()
  let input = scratch.file("表.csv", table)
  let ran = jixiao(["report", input, "--rules", "literal", "--format", "markdown"])
  #expect(ran.status == 0)
  // 50 × 4/7 = 28.57 and 40 × 36/40 = 36, together 64.57 of 90.
  #expect(ran.output.contains("扣 25.43 分") && ran.output.contains("某县总工会“送温暖”2024年度"))
  #expect(
    jixiao(["report", input, "--rules", "literal", "--format=markdown", "--jobs=3"]).output == ran.output)
}

@Test func aReportTellsWhatOnlyAllFilesTogetherShow() {
  let scratch = Scratch()
  func file(_ name: String, _ organization: String, _ project: String, _ indicator: String) -> String {
    scratch.file(
      name,
      #"{"sheet":1,"kind":"project-self-assessment","year":2025,"organization":"\#(organization)","#
        + #""project":"\#(project)","objective":"为户外劳动者站点购买网络服务，修缮站点设施，让环卫工人和外卖骑手歇脚喝水","#
        + #""indicators":[{"indicator":1,"level1":"产出指标","level2":"数量指标","level3":"\#(indicator)","#
        + #""operator":">=","target":"5","value":5,"unit":"个","weight":90,"actual":"5"}]}"# + "\n")
  }
  let files = [
    file("a.ndjson", "甲县总工会", "户外站点运行", "修缮站点数量"), file("b.ndjson", "乙县林业局", "古树名木保护", "挂牌古树数量"),
  ]
  let ran = jixiao(["report", "--rules", "literal", "--format", "html"] + files)
  #expect(ran.status == 0)
  #expect(ran.output.contains("a.ndjson 第1张表“户外站点运行”"))
}

@Test func anExistingReportIsKeptUnlessForced() {
  let scratch = Scratch()
  let input = scratch.file("表.csv", table)
  let old = scratch.file("报告.html", "旧")
  let refused = jixiao(["report", input, "-o", old])
  #expect(refused.status == 2)
  #expect(refused.errors == "jixiao: \(old): 已经存在，没有覆盖；请换一个文件名，或加 --force 覆盖\n")
  #expect(scratch.content("报告.html") == "旧")
  #expect(jixiao(["report", input, "-o", old, "--force"]).status == 0)
  let first = scratch.content("报告.html")
  #expect(first?.hasPrefix("<!DOCTYPE html>") == true)
  #expect(jixiao(["report", input, "-o", old, "--force"]).status == 0)
  #expect(scratch.content("报告.html") == first)
}

@Test func aSplitReportKeepsEveryPageThatExists() {
  let scratch = Scratch()
  var rows = "sheet,level3,operator,target,weight,actual\n"
  for sheet in 1...201 { rows += "s\(sheet),人数,>=,10,90,9\n" }
  let input = scratch.file("表.csv", rows)
  scratch.file("报告-3.html", "旧")
  let refused = jixiao(["report", input, "--rules", "literal", "-o", scratch("报告.html")])
  #expect(refused.status == 2 && refused.errors.contains("报告-3.html: 已经存在，没有覆盖"))
  #expect(scratch.names == ["报告-3.html", "表.csv"].sorted())
  let ran = jixiao(["report", input, "--rules", "literal", "-o", scratch("报告.html"), "--force"])
  #expect(ran.status == 0 && ran.errors.contains("另有 3 个分页"))
  #expect(scratch.names == ["报告-2.html", "报告-3.html", "报告-4.html", "报告.html", "表.csv"].sorted())
  let straight = jixiao(["report", input, "--rules", "literal", "--format", "html"])
  #expect(straight.status == 2 && straight.errors.contains("不能写到标准输出"))
}

@Test(arguments: [
  (["x.csv"], "看不出要哪种格式"), (["x.csv", "-o", "a.pdf"], "a.pdf: 看不出要哪种格式"),
  (["x.csv", "--format", "pdf"], "“pdf”不可用"),
])
func aReportWithoutAFormatIsRefused(_ words: [String], _ says: String) {
  let ran = jixiao(["report"] + words)
  #expect(ran.status == 2 && ran.output.isEmpty && ran.errors.contains(says), "\(ran.errors)")
}

@Test func aWorkbookDoesNotGoToATerminalNorAReportToAllPacks() {
  let scratch = Scratch()
  let input = scratch.file("表.csv", table)
  let terminal = jixiao(["report", input, "--format", "xlsx"], terminal: true)
  #expect(terminal.status == 2 && terminal.output.isEmpty && terminal.errors.contains("不能写到终端"))
  let all = jixiao(["report", input, "--rules", "all", "-o", scratch("a.html")])
  #expect(all.status == 2 && all.errors.contains("报告只按一个规则包"))
  #expect(scratch.names == ["表.csv"])
}

@Test func aReportOfWhatCannotBeReadLeavesNothing() {
  let scratch = Scratch()
  let input = scratch.file("a.txt", "不是绩效表")
  let ran = jixiao(["report", input, "-o", scratch("a.html")])
  #expect(ran.status == 2 && ran.errors.contains("没有找到绩效表"))
  #expect(scratch.names == ["a.txt"])
}

@Test func aFullDiskIsToldAndLeavesTheOldReport() {
  let scratch = Scratch()
  let input = scratch.file("表.csv", table)
  let ran = jixiao(
    ["report", input, "--rules", "literal", "--format", "html"],
    output: Collector(capacity: 100, refusal: ENOSPC))
  #expect(ran.status == 2 && ran.errors.contains("磁盘已满"))
}

@Test func decisionsCloseAnInterval() {
  let scratch = Scratch()
  let input = scratch.file(
    "表.csv", "sheet,year,level1,level3,operator,target,weight,actual\n一,2024,效益指标,机制,定性,健全,90,健全\n")
  let decisions = scratch.file("决定.csv", "file,sheet,indicator,awarded,reason,by\n表.csv,1,1,80,资料不全,张三\n")
  let open = jixiao(["report", input, "--rules", "mof-2021-101", "--format", "markdown"])
  #expect(open.output.contains("复核指标得分 72–90 分"))
  let closed = jixiao(
    ["report", input, "--rules", "mof-2021-101", "--format", "markdown", "--decisions", decisions])
  #expect(closed.status == 0 && closed.output.contains("复核指标得分 80 分，扣 10 分"), "\(closed.errors)")
}

import Testing

@testable import JixiaoCLI

/// `check --fix` as a command: what is written, what is said, what is left alone.
struct CheckFixTests {
  private static let table = """
    sheet,level1,level2,level3,operator,target,unit,weight
    甲,产出指标,数量指标,参加人数,>=,10,人,50
    甲,产出指标,质量指标,验收合格率,>=,100,%,20
    甲,效益指标,社会效益指标,就业人数,>=,5,人,10
    甲,满意度指标,服务对象满意度,群众满意度,>=,95,%,10
    """

  @Test(arguments: ["json", "ndjson", "csv"]) func correctedSheetsReadClean(_ form: String) {
    let folder = Scratch()
    let file = folder.file("表.csv", Self.table)
    let out = folder("改后.\(form)")
    let ran = jixiao(["check", file, "--fix", "--unsafe", "-o", out, "--fail-on", "never", "--format", "csv"])
    #expect(ran.status == 0)
    #expect(ran.errors.contains("已改 JX207"))
    #expect(ran.errors.contains("已改 JX214"))
    #expect(!ran.output.contains("JX207") && !ran.output.contains("JX214"))
    let again = jixiao(["check", out, "--format", "csv", "--fail-on", "never"])
    #expect(again.status == 0)
    #expect(!again.output.contains("JX207") && !again.output.contains("JX214"))
  }

  @Test func onlyNotationChangesUnasked() {
    let folder = Scratch()
    let file = folder.file("表.csv", Self.table)
    let ran = jixiao(["check", file, "--fix", "-o", folder("改后.csv"), "--fail-on", "never"])
    #expect(ran.errors.contains("已改 JX214"))
    #expect(ran.errors.contains("未改 JX207") && ran.errors.contains("--unsafe"))
    #expect(folder.content("改后.csv")?.contains("服务对象满意度指标") == true)
    #expect(folder.content("表.csv") == Self.table)
  }

  @Test func nothingIsOverwrittenUnasked() {
    let folder = Scratch()
    let file = folder.file("表.csv", Self.table)
    let other = folder.file("已有.csv", "x")
    #expect(jixiao(["check", file, "--fix", "-o", other]).status == 2)
    #expect(folder.content("已有.csv") == "x")
    #expect(jixiao(["check", file, "--fix", "-o", file, "--force"]).status == 2)
    #expect(folder.content("表.csv") == Self.table)
    #expect(jixiao(["check", file, "--fix", "-o", other, "--force", "--fail-on", "never"]).status == 0)
    #expect(folder.content("已有.csv") != "x")
  }

  @Test(arguments: [
    ["--fix"], ["--fix", "-o", "表.txt"], ["--fix", "-o", "-"], ["--unsafe"], ["--force"],
    ["--fix", "-o", "表.xlsx"],
  ])
  func wrongUseIsToldWithoutWriting(_ words: [String]) {
    let folder = Scratch()
    let ran = jixiao(["check", folder.file("表.csv", Self.table)] + words)
    #expect(ran.status == 2)
    #expect(!ran.errors.isEmpty)
  }

  @Test(arguments: ["libreoffice.xlsx", "openpyxl.xlsx", "libreoffice.docx", "python-docx.docx"])
  func officeFilesChangeInTheirCells(_ name: String) {
    let folder = Scratch()
    let source = Paths.fixtures + "/office/" + name
    let out = folder("改后-" + name)
    let ran = jixiao(["check", source, "--fix", "-o", out, "--fail-on", "never"])
    #expect(ran.status == 0)
    #expect(ran.errors.contains("已改 JX214"))
    #expect(ran.errors.contains("改了 1 处，未改 0 处"))
    // All but the one label reads as before.
    let before = jixiao(["read", source, "--format", "csv"]).output
    let after = jixiao(["read", out, "--format", "csv"]).output
    #expect(after == before.replacing(",服务对象满意度,", with: ",服务对象满意度指标,"))
    #expect(after != before)
    #expect(!jixiao(["check", out, "--format", "csv", "--fail-on", "never"]).output.contains("JX214"))
  }
}

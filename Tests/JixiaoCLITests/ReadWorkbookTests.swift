import Testing

@Suite struct ReadWorkbookTests {
  @Test func theEndingOfTheOutputNamesTheFormat() {
    let folder = Scratch()
    let path = folder("指标.xlsx")
    #expect(jixiao(["read", Paths.selfAssessment, "-o", path]).status == 0)
    let again = jixiao(["read", path, "--format", "csv"])
    let direct = jixiao(["read", Paths.selfAssessment, "--format", "csv"])
    // `>=` has become ≥ and back; nothing else differs.
    #expect(again.status == 0 && again.output == direct.output, "\(again.errors)")
    let list = folder("指标.csv")
    #expect(jixiao(["read", Paths.selfAssessment, "-o", list, "--format", "json"]).status == 0)
    #expect(jixiao(["read", list, "--format", "csv"]).status == 0)
  }

  @Test func aWorkbookIsNotForATerminal() {
    let ran = jixiao(["read", Paths.selfAssessment, "--format", "xlsx", "--explain"])
    #expect(ran.status == 2 && ran.errors.contains("--explain"))
  }
}

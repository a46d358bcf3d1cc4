import Testing

@testable import Jixiao

/// A document checked batch by batch says what it says at once.
struct DocumentCheckTests {
  /// The sheets of every example of every check as one document of several organisations.
  private func examples(_ vocabulary: Vocabulary) -> [Sheet] {
    Check.registry.flatMap(\.examples).flatMap(\.sheets).enumerated().map { number, example in
      var sheet = example.sheet(ordinal: number + 1, vocabulary: vocabulary)
      sheet.organization = "第\(number % 7)局"
      return sheet
    }
  }

  private func inBatches(of count: Int, _ sheets: [Sheet], _ checker: Checker) -> DocumentFindings {
    var run = DocumentCheck(checker, file: "a")
    var findings: [Finding] = []
    for start in stride(from: 0, to: sheets.count, by: count) {
      findings += run.take(checker.inspect(Array(sheets[start..<min(start + count, sheets.count)]), of: "a"))
    }
    findings += run.finish(run.groups.map { run.inspect($0) })
    findings.sort(by: Checker.precedes)
    return DocumentFindings(
      file: "a", pack: checker.pack, findings: findings, counts: run.counts, undecided: run.undecided)
  }

  @Test(arguments: [1, 2, 5, 1000]) func batchesChangeNothing(_ count: Int) throws {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
    let checker = try Checker(pack: pack, vocabulary: vocabulary)
    let sheets = examples(vocabulary)
    let whole = checker.check(Document(file: "a", reader: "test", sheets: sheets))
    let pieces = inBatches(of: count, sheets, checker)
    #expect(whole.findings.count > 100)
    #expect(pieces.findings == whole.findings)
    #expect(pieces.counts == whole.counts)
    #expect(pieces.undecided == whole.undecided)
  }

  /// The target of a deleted time row stays on another row: only the sheets that follow show that it is one.
  @Test(arguments: [1, 3, 6]) func leftoverIsSeenByTheSheetsThatFollow(_ batch: Int) throws {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
    let checker = try Checker(
      pack: pack, vocabulary: vocabulary, checks: [Check.targetShifted, Check.unquantified])
    var examples = [
      ExampleSheet(
        project: "零", [ExampleRow("产出", "质量", "合格率", "=1年"), ExampleRow("产出", "数量", "人数", "≥5人")])
    ]
    for project in ["甲", "乙", "丙", "丁", "戊"] {
      examples.append(
        ExampleSheet(
          project: project, [ExampleRow("产出", "质量", "合格率", "=100%"), ExampleRow("产出", "时效", "完成时间", "=1年")]))
    }
    let sheets = examples.enumerated().map {
      $0.element.sheet(ordinal: $0.offset + 1, vocabulary: vocabulary)
    }
    let found = inBatches(of: batch, sheets, checker)
    #expect(found.findings.map(\.code) == ["JX209"])
    #expect(found.findings.first?.sheet == 1)
    // Where the others have no such row, the target stays an ordinary one.
    #expect(inBatches(of: batch, Array(sheets[...1]), checker).findings.isEmpty)
  }
}

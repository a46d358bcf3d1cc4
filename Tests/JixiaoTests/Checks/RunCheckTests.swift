import Testing

@testable import Jixiao

/// Copies between organisations and files of one run.
struct RunCheckTests {
  private let checker: Checker

  init() throws {
    let vocabulary = try Vocabulary.embedded()
    checker = try Checker(
      pack: PackCatalog(vocabulary: vocabulary).pack("mof-2021-101"), vocabulary: vocabulary)
  }

  private static let stations = "为户外劳动者站点购买网络服务，修缮站点设施48处，让环卫工人和外卖骑手歇脚喝水，全年开放站点20个"

  private func document(
    _ file: String, _ organization: String?, _ project: String, _ objective: String,
    _ indicators: [Indicator] = []
  ) -> Document {
    Document(
      file: file, reader: "test",
      sheets: [
        Sheet(
          ordinal: 1, kind: .projectTarget, year: 2025, organization: organization, project: project,
          objective: objective, indicators: indicators)
      ])
  }

  private func found(
    _ documents: [Document], most: Int = RunCheck.most
  ) -> [RunCheck.FileFindings] {
    var run = RunCheck(most: most)
    for document in documents { run.take(checker.check(document).traces) }
    return run.finish().files
  }

  @Test func aCopyIsFoundThoughNumbersAndWordsDiffer() throws {
    let copy = Self.stations.replacing("48", with: "12").replacing("全年", with: "今年")
    let files = found([
      document("a.txt", "甲县总工会", "户外站点运行", Self.stations),
      document("b.txt", "乙县林业局", "古树名木保护", copy),
      document("c.txt", "丙县林业局", "古树名木复壮", "对全县古树名木开展巡护、复壮和病虫害防治，建立一树一档，挂牌保护"),
    ])
    #expect(files.map(\.file) == ["b.txt"])
    let finding = try #require(files.first?.findings.first)
    #expect(finding.code == "JX611" && finding.file == "b.txt" && finding.sheet == 1)
    #expect(finding.message.contains("a.txt 第1张表“户外站点运行”"))
  }

  @Test func orderChangesNothing() {
    let documents = [
      document("a.txt", "甲县总工会", "户外站点运行", Self.stations),
      document("b.txt", "乙县林业局", "古树名木保护", Self.stations),
      document("c.txt", "丙县残联", "辅具适配", Self.stations),
      document("d.txt", "丁县总工会", "站点建设", Self.stations),
    ]
    let all = found(documents)
    #expect(all.map(\.file) == ["b.txt", "c.txt"])
    for order in [[3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
      let other = found(order.map { documents[$0] })
      #expect(other.map(\.file) == all.map(\.file))
      #expect(other.map(\.findings) == all.map(\.findings))
    }
  }

  @Test(arguments: [
    // Another body's project of the same kind, a template that speaks of no project, and what the budget system writes.
    ("户外站点维护", stations, stations),
    ("古树名木保护", "严格按照批复的预算和规定的用途使用资金，专款专用，按时完成当年各项任务，发挥资金效益", ""),
    ("住房公积金", stations, stations),
  ])
  func whatIsNoCopy(_ project: String, _ text: String, _ original: String) {
    let files = found([
      document("a.txt", "甲县总工会", "户外站点运行", original.isEmpty ? text : original),
      document("b.txt", "乙县林业局", project, text),
    ])
    #expect(files.isEmpty)
  }

  @Test func boilerplateOfOneBodyIsToldOnce() throws {
    let text = "严格按照批复的预算和规定的用途使用资金，专款专用，按时完成当年各项任务，发挥资金效益"
    let files = found([
      document("c.txt", "甲县林业局", "松材线虫防治", text),
      document("a.txt", "甲县林业局", "古树名木保护", text),
      document("b.txt", "甲县林业局", "湿地巡护", text),
    ])
    #expect(files.map(\.file) == ["a.txt"])
    let message = try #require(files.first?.findings.first).message
    #expect(message.contains("b.txt") && message.contains("c.txt"))
  }

  @Test func whatIsKeptIsBoundedAndStillTheSameInAnyOrder() {
    var documents: [Document] = []
    for number in 0..<40 {
      // Of each pair of texts one is a copy.
      var text = ""
      for letter in 0..<60 {
        let scalar = 0x4E00 + (number / 2 * 977 + letter * 631) % 20_000
        text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "一")
      }
      let own = number % 2 == 0
      documents.append(
        document(
          "\(number).txt", "第\(number)局", own ? String(text.prefix(6)) : "疏浚河渠", text))
    }
    func kept(_ documents: [Document], most: Int) -> (files: [String], compared: Int) {
      var run = RunCheck(most: most)
      for document in documents { run.take(checker.check(document).traces) }
      return (run.finish().files.map(\.file), run.compared.sheets)
    }
    #expect(kept(documents, most: 100).files.count == 20)
    let few = kept(documents, most: 16)
    #expect(few.compared <= 16 && few.compared > 1)
    #expect(!few.files.isEmpty && few.files.count < 20)
    #expect(kept(documents.reversed(), most: 16) == few)
  }

  /// Bodies that run the same kinds of projects, each with its own numbers.
  @Test func cleanDocumentsOfManyBodiesHaveNoCopies() throws {
    let vocabulary = try Vocabulary.embedded()
    var run = RunCheck()
    for family in CleanDocuments.Family.allCases {
      for seed in 1...4 {
        var generator = CleanDocuments(family, seed: UInt64(seed), vocabulary: vocabulary)
        var document = generator.document(projects: 5)
        document = Document(file: "\(seed)-\(document.file)", reader: "test", sheets: document.sheets)
        run.take(checker.check(document).traces)
      }
    }
    let (files, counts) = run.finish()
    #expect(files.flatMap(\.findings).map(\.message) == [])
    #expect(counts.filter { $0.tally.passed > 100 }.map(\.code) == ["JX611", "JX612"])
  }

  @Test func sketchesTellFourFifthsFromAHalf() {
    func sketch(_ pieces: Range<UInt64>) -> TextSketch {
      var sketch = TextSketch()
      sketch.add(pieces.map(CommonText.mixed))
      return sketch
    }
    var near = 0, far = 0
    for start in stride(from: UInt64(0), to: 100_000, by: 1000) {
      let text = sketch(start..<start + 100)
      if text.isNear(sketch(start + 3..<start + 103)) { near += 1 }
      if text.isNear(sketch(start + 33..<start + 133)) { far += 1 }
      #expect(text.isNear(text))
    }
    #expect(near >= 97)
    #expect(far <= 3)
    #expect(TextSketch().isEmpty && !sketch(0..<1).isEmpty)
  }
}

import Testing

@testable import JixiaoCLI

/// `check` over several files: copies between them, whatever the order, the form and the threads.
struct CheckRunTests {
  private static let text = "为户外劳动者站点购买网络服务，修缮站点设施，让环卫工人和外卖骑手歇脚喝水"

  private static func sheet(_ file: String?, _ organization: String, _ project: String) -> String {
    let name = file.map { "\"file\":\"\($0)\"," } ?? ""
    return
      #"{\#(name)"sheet":1,"kind":"project-target","year":2025,"organization":"\#(organization)","#
      + #""project":"\#(project)","objective":"\#(text)","indicators":[]}"#
  }

  private func answer(_ words: [String], input: String = "") -> [Substring] {
    let ran = jixiao(["check", "--select", "JX611", "--format", "csv"] + words, input: input)
    return ran.output.split(whereSeparator: \.isNewline).dropFirst().map(\.self)
  }

  @Test func filesInAnyOrder() throws {
    let folder = Scratch()
    let first = folder.file("a.ndjson", Self.sheet(nil, "甲县总工会", "户外站点运行") + "\n"),
      second = folder.file("b.ndjson", Self.sheet(nil, "乙县林业局", "古树名木保护") + "\n")
    let one = answer([first, second, "--jobs", "1"])
    let line = try #require(one.first)
    #expect(one.count == 1)
    #expect(line.contains("b.ndjson") && line.contains("a.ndjson 第1张表“户外站点运行”"))
    #expect(answer([second, first, "--jobs", "4"]) == one)
  }

  @Test func documentsOfOneStream() {
    let lines = [
      Self.sheet("乙.docx", "乙县林业局", "古树名木保护"), Self.sheet("甲.docx", "甲县总工会", "户外站点运行"),
    ]
    let one = answer(["-"], input: lines.joined(separator: "\n") + "\n")
    #expect(one.count == 1)
    #expect(one.first?.contains("乙.docx") ?? false)
    #expect(one.first?.contains("甲.docx 第1张表") ?? false)
    // Only the line of the record differs.
    let other = answer(["-"], input: lines.reversed().joined(separator: "\n") + "\n")
    let moved = other.map { (line: Substring) -> String in
      String(line).replacing(",objective,2,", with: ",objective,1,")
    }
    #expect(moved == one.map { String($0) })
  }

  @Test func wholeDocumentsToo() {
    let folder = Scratch()
    func document(_ name: String, _ sheet: String) -> String {
      folder.file(
        name,
        #"{"schema":"jixiao.sheets/1","documents":[{"file":"\#(name)","sha256":null,"reader":"x","sheets":["#
          + sheet + #"],"unread":[]}]}"#)
    }
    let one = answer([
      document("a.json", Self.sheet(nil, "甲县总工会", "户外站点运行")),
      document("b.json", Self.sheet(nil, "乙县林业局", "古树名木保护")),
    ])
    #expect(one.count == 1)
    #expect(one.first?.contains("a.json 第1张表") ?? false)
  }
}

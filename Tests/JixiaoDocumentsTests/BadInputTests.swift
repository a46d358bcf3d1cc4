import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite("Bad input: a clear error for a useless file, an unread entry for a useless cell")
struct BadInputTests {
  static let sixtyDigits = String(repeating: "7", count: 60)

  static func table(target: String = "≥5 个", weight: String = "10", name: String = "名称") -> String {
    "项目支出绩效目标表\n一级指标\t二级指标\t三级指标\t指标值\t分值\n产出指标\t数量指标\t\(name)\t\(target)\t\(weight)\n"
      + "\t\t另一个\t=1 次\t20\n"
  }

  @Test(arguments: ["", " \n\t\n"])
  func empty(text: String) throws {
    #expect(throws: ReadError(file: "a.txt", .empty)) { try documents(text) }
  }

  @Test func whatIsNoSheetSaysWhatWasTriedAndSeen() throws {
    do {
      _ = try documents("天气很好。\n适合散步。\n")
      Issue.record("read as a sheet")
    } catch let error as ReadError {
      guard case .noSheet(let tried, let seen) = error.kind else {
        Issue.record("\(error)")
        return
      }
      #expect(["docx", "xlsx"] + tried.map(\.reader) == DocumentReader.formats)
      #expect(seen == "天气很好。")
      #expect(error.message(in: .zh).contains("没有找到绩效表"))
      #expect(error.message(in: .en).hasPrefix("a.txt, line 1: no performance sheet found."))
      #expect(!error.message(in: .en).contains("开头"))
    }
  }

  @Test(arguments: ["1e999", sixtyDigits, "-5", "十分", "0.1234567890123456789"])
  func aWeightThatIsNoUsableNumber(weight: String) throws {
    let document = try documents(Self.table(weight: weight))[0]
    #expect(document.sheets[0].indicators.map(\.weight) == [nil, Exact(20)])
    #expect(document.unread.map(\.place) == [Place(line: 3, table: 1, row: 2, column: 5)])
    #expect(document.unread[0].text == weight)
  }

  @Test(arguments: ["-", "/", "", "无"])
  func aWeightThatIsNotThereIsNoFault(weight: String) throws {
    let document = try documents(Self.table(weight: weight))[0]
    #expect(document.sheets[0].indicators[0].weight == nil)
    #expect(document.unread == [])
  }

  @Test(arguments: ["≥1e999", "≥" + sixtyDigits + " 个"])
  func aTargetPastAllNumbersIsNotWords(target: String) throws {
    let document = try documents(Self.table(target: target))[0]
    let read = document.sheets[0].indicators[0].target
    #expect(read.printed == target.filter { $0 != " " })
    #expect(read.relation == nil)
    #expect(read.value == nil)
    #expect(document.unread.count == 1)
  }

  @Test func aZeroWeightAndAZeroTargetAreNumbers() throws {
    let row = try documents(Self.table(target: "=0 件", weight: "0"))[0].sheets[0].indicators[0]
    #expect(row.weight == .zero)
    #expect(row.target.value == .zero)
  }

  @Test(arguments: ["指标2：", "指标1", "……", "…", "本项目不适用此指标"])
  func templateRowsLeaveNoTrace(name: String) throws {
    let document = try documents(Self.table(target: "", weight: "", name: name))[0]
    #expect(document.sheets[0].indicators.map(\.level3) == ["另一个"])
    #expect(document.unread == [])
  }

  @Test func aPlaceholderWithATargetIsReported() throws {
    let document = try documents(Self.table(name: "指标1："))[0]
    #expect(document.sheets[0].indicators.map(\.level3) == ["另一个"])
    #expect(document.unread.map(\.place.line) == [3])
  }

  @Test func limits() throws {
    let text = Self.table()
    #expect(throws: ReadError(file: "a.txt", .tooLarge(bytes: text.utf8.count, limit: 20))) {
      try documents(text, limits: ReadLimits(bytes: 20))
    }
    #expect(throws: ReadError.self) { try documents(text, limits: ReadLimits(rows: 2)) }
    let long = try documents(
      Self.table(name: String(repeating: "长", count: 40)), limits: ReadLimits(cellBytes: 100))
    #expect(long[0].unread.map(\.place.column) == [3, nil])
  }

  @Test(arguments: [
    ("{", 1), ("{\"a\":}", 1), ("{\"schema\":\"x/1\",\"documents\":[]}", 1), ("{\"other\":1}\n", 1),
    ("{\n \"documents\": [\n  {]}\n]}", 3),
  ])
  func brokenJSON(text: String, line: Int) throws {
    do {
      _ = try documents(text)
      Issue.record("read")
    } catch let error as ReadError {
      #expect(error.place.line == line)
      guard case .broken(reader: "json", _) = error.kind else {
        Issue.record("\(error)")
        return
      }
    }
  }
}

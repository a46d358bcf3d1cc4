import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite("Canonical JSON, NDJSON and the flat table as input")
struct StreamingFormTests {
  @Test func jsonMayLeaveKeysOutAndWriteNumbersAsStrings() throws {
    let text = """
      {"documents":[{"file":"t.txt","sheets":[{"project":"甲","colour":1,"indicators":[
       {"level3":"人数","operator":">","value":"400","weight":"10","actual":500,"colour":2},
       {"level3":"率","target":"≥95%","weight":"1e999"}]}]}]}
      """
    let document = try documents(text)[0]
    let rows = document.sheets[0].indicators
    #expect(document.file == "t.txt")
    #expect(document.sheets[0].kind == .projectSelfAssessment)
    #expect(rows[0].target == Target(relation: .moreThan, value: Exact(400)))
    #expect(rows[0].weight == Exact(10))
    #expect(rows[0].actual == "500")
    #expect(rows[1].target == Target(printed: "≥95%", relation: .atLeast, value: Exact(95), unit: "%"))
    #expect(rows[1].weight == nil)
    #expect(document.unread.map(\.text) == ["weight: 1e999"])
    #expect(document.unread.map(\.place.line) == [3])
    #expect(document.notices.count == 1)
  }

  @Test func aBadRecordDoesNotHideTheNext() throws {
    let good = #"{"file":"a","sheet":1,"indicators":[{"level3":"x","target":"5"}]}"#
    let document = try documents("\(good)\n{\"indicators\":[}\n\(good)\n")[0]
    #expect(document.sheets.count == 2)
    #expect(document.unread.map(\.place.line) == [2])
  }

  @Test func theFlatTableByChineseHeadingsInAnyOrder() throws {
    let text = "分值,三级指标,指标值,指标性质,表号,度量单位,颜色\n10,慰问人次,400,＞,s1,人数,红\n20,知晓度,提高,定性,s1,,\n5,次数,3,=,s2,次,\n"
    let document = try documents(text)[0]
    #expect(document.reader == "flat-csv")
    #expect(document.sheets.map(\.id) == ["s1", "s2"])
    #expect(document.sheets[0].indicators[0].target.relation == .moreThan)
    #expect(document.sheets[0].indicators[1].target.relation == .qualitative)
    #expect(document.notices.count == 1 && document.notices[0].contains("颜色"))
  }

  @Test(arguments: [
    ("1,甲,>=,≥95%,10", true), ("1,甲,>=,95%,10", true), ("1,甲,<=,≥95%,10", false), ("1,甲,approx,95,10", false),
    ("1,甲,>=,95", false), ("1,\"甲,>=,95,10", false), ("1,甲\"乙,>=,95,10", false), (",甲,>=,95,10", false),
  ])
  func flatRows(row: String, isRead: Bool) throws {
    let document = try documents("sheet,level3,operator,target,weight\n0,前,=,1,1\n\(row)\n")[0]
    #expect(document.sheets.flatMap(\.indicators).count == (isRead ? 2 : 1))
    #expect(document.unread.map(\.place.line) == (isRead ? [] : [3]))
  }

  @Test func rowsOfASheetAreAdjacent() throws {
    let document = try documents("sheet,level3,operator,target,weight\n1,a,=,1,1\n2,b,=,1,1\n1,c,=,1,1\n")[0]
    #expect(document.sheets.map(\.indicators.count) == [1, 1])
    #expect(document.unread.map(\.place.line) == [4])
  }

  @Test func aHeaderWithoutANeededColumn() throws {
    do {
      _ = try documents("sheet,level3,target\n1,a,5\n")
      Issue.record("read")
    } catch let error as ReadError {
      #expect(error.message(in: .zh).contains("operator（指标性质）、weight（分值）"))
    }
  }

  @Test(arguments: ["2025-11-30", "2025-11", "2025", "--11-30"])
  func datesRoundTrip(text: String) { #expect(ISODate.date(text)?.description == text) }

  @Test(arguments: ["2025-13", "2025-2-3", "11-30", "2025-11-31", "", "--"])
  func whatIsNoDate(text: String) { #expect(ISODate.date(text) == nil) }
}

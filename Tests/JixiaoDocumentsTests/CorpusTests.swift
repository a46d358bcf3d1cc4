import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite("Published documents against hand-checked truth, where the shared folder is")
struct CorpusTests {
  @Test(
    .enabled(if: Files.shared != nil, "no ../shared beside the package"),
    arguments: [("quxian-2024", 12, 147), ("aheqi-2025", 41, 284)])
  func everyField(name: String, sheets: Int, rows: Int) throws {
    let shared = try #require(Files.shared)
    let bytes = try #require(Files.bytes("\(shared)/corpus/\(name).txt"))
    let truth = try JSONNode(parsing: try #require(Files.bytes("\(shared)/truth/\(name).json")))
    let document = try reader().read(file: name, bytes: bytes)[0]
    #expect(document.unread == [])
    let expected = elements(truth["sheets"])
    #expect(document.sheets.count == sheets && expected.count == sheets)
    #expect(document.sheets.reduce(0) { $0 + $1.indicators.count } == rows)
    for (sheet, wanted) in zip(document.sheets, expected) {
      #expect(sheet.kind.rawValue == text(wanted["kind"]))
      #expect(sheet.year.map { String($0) } == text(wanted["year"]))
      #expect(sheet.organization == text(wanted["organization"]))
      #expect(sheet.project == text(wanted["project"]))
      let funds = sheet.funds
      let money = [
        ("total", funds.total), ("fiscal", funds.fiscal), ("other", funds.other),
        ("superior", funds.superior),
        ("local", funds.local),
      ]
      for (key, value) in money { #expect(value == number(wanted["funds"]?[key]), "\(sheet.ordinal) \(key)") }
      let wantedRows = elements(wanted["indicators"])
      #expect(sheet.indicators.count == wantedRows.count)
      for (row, wanted) in zip(sheet.indicators, wantedRows) {
        let fields: [(String, String?)] = [
          ("level1", row.level1), ("level2", row.level2), ("level3", row.level3),
          ("target", row.target.printed),
          ("operator", row.target.relation?.rawValue), ("unit", row.target.unit), ("basis", row.basis),
          ("previous", row.previous), ("rule", row.rule), ("evidence", row.evidence), ("actual", row.actual),
        ]
        for (key, value) in fields {
          #expect(value?.folded == text(wanted[key])?.folded, "\(sheet.ordinal) \(key)")
        }
        #expect(row.target.value == number(wanted["value"]))
        #expect(row.weight == number(wanted["weight"]))
      }
    }
  }

  private func elements(_ node: JSONNode?) -> [JSONNode] {
    if case .array(let elements)? = node?.value { elements } else { [] }
  }

  private func text(_ node: JSONNode?) -> String? {
    switch node?.value {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  private func number(_ node: JSONNode?) -> Exact? { text(node).flatMap { try? Exact(parsing: $0) } }
}

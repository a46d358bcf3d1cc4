import Testing

@testable import Jixiao

/// Every target of the hand-checked sheets, read from its printed cell.
struct TargetTruthTests {
  static let files =
    ["aheqi-2025", "kezhou-2025", "quxian-2024"]
    + ["01", "08", "24", "43", "48", "55"].map { "published/" + $0 }

  private func text(_ node: JSONNode?) -> String? {
    switch node?.value {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  private func elements(_ node: JSONNode?) -> [JSONNode] {
    guard case .array(let elements) = node?.value else { return [] }
    return elements
  }

  @Test(
    "targets agree with the truth", .enabled(if: SharedFolder.exists, "no shared folder beside the package"),
    arguments: files)
  func agrees(file: String) throws {
    let truth = try #require(try SharedFolder.json("truth/\(file).json"))
    let vocabulary = try TargetTests.vocabulary()
    var count = 0
    for sheet in elements(truth["sheets"]) {
      for indicator in elements(sheet["indicators"]) {
        let cell = text(indicator["target"])
        let carriesUnit = Target(cell: cell, vocabulary: vocabulary).unit != nil
        // Where the cell is a bare number, sign and unit come from columns of their own.
        let isBare = cell.map { (try? Exact(parsing: $0)) != nil } ?? false
        let target = Target(
          cell: cell, relationCell: isBare ? text(indicator["operator"]) : nil,
          unitCell: carriesUnit ? nil : text(indicator["unit"]), vocabulary: vocabulary)
        #expect(target.relation?.rawValue == text(indicator["operator"]), "\(cell ?? "blank")")
        #expect(
          target.value == (try text(indicator["value"]).map { try Exact(parsing: $0) }), "\(cell ?? "blank")")
        #expect(target.unit == text(indicator["unit"]), "\(cell ?? "blank")")
        count += 1
      }
    }
    #expect(count > 0)
  }
}

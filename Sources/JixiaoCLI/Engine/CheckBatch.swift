import Jixiao
import JixiaoDocuments
import Synchronization

/// Sheets of one document that stand one after the other in a block of NDJSON, checked as far as the block shows how.
struct CheckBatch: Sendable {
  enum Content: Sendable {
    /// The block holds the whole document: all that is to be said of it.
    case document(Answer)
    /// Checked by the checker that it shows itself, or that the document had when the block was read.
    case checked(Inspection)
    /// The sheets that follow may change the choice of the checker; `own` tells which sheets had a number.
    case packed(PackedSheets, own: [Bool])
    case failed(RuleError)
  }

  /// What there is to say of a document.
  struct Answer: Sendable {
    /// Of rows and sheets, then of what only the other sheets show.
    let findings: [[Finding]]
    let counts: [CheckCount]
    let traces: SheetTraces?
  }

  /// The document's name; nil where no line says it.
  let file: String?
  let sheets: Int
  let content: Content
  /// By which the document is checked if it begins with this batch, or nothing before settled the choice.
  let settled: Checker?
  let notices: [(key: String, text: String)]
  let unread: [Document.Unread]

  /// What a checker says of the sheets, which another one may have checked, or none; `count` sheets stand before them.
  func inspection(by checker: Checker, of file: String, after count: Int) -> Inspection {
    switch content {
    case .checked(let inspection) where inspection.pack == checker.pack: return inspection
    case .packed(_, let own):
      var sheets = unpacked
      for index in sheets.indices where !own[index] { sheets[index].ordinal = count + index + 1 }
      return checker.inspect(sheets, of: file)
    case .checked, .document, .failed: return checker.inspect(unpacked, of: file)
    }
  }

  /// The sheets of a batch that is not a whole document.
  var unpacked: [Sheet] {
    switch content {
    case .checked(let inspection): inspection.sheets
    case .packed(let packed, _): packed.sheets
    case .document, .failed: []
    }
  }
}

/// Makes batches of blocks, on any thread.
final class CheckBatcher: Sendable {
  private let stream: String
  private let checkers: CheckerChoice
  /// The document that was open last, and its checker. A guess: whoever takes the batch looks whether it was right.
  private let expected = Mutex<(file: String, checker: Checker)?>(nil)

  /// `stream`: the name of a document whose lines give none.
  init(stream: String, checkers: CheckerChoice) {
    self.stream = stream
    self.checkers = checkers
  }

  func expect(_ file: String, _ checker: Checker) { expected.withLock { $0 = (file, checker) } }

  /// The batches of a block, in order.
  func batches(_ records: [SheetRecord]) -> [CheckBatch] {
    var runs: [(file: String?, records: [SheetRecord])] = []
    for record in records {
      let file = record.isObject ? record.file ?? stream : nil
      if !runs.isEmpty, file == nil || file == runs[runs.count - 1].file {
        runs[runs.count - 1].records.append(record)
      } else {
        runs.append((file, [record]))
      }
    }
    return runs.enumerated().map { number, run in
      batch(run.file, run.records, isWhole: number > 0 && number < runs.count - 1)
    }
  }

  private func batch(_ file: String?, _ records: [SheetRecord], isWhole: Bool) -> CheckBatch {
    var sheets: [Sheet] = []
    var own: [Bool] = []
    for record in records {
      guard var sheet = record.sheet else { continue }
      own.append(record.hasOrdinal)
      if isWhole, !record.hasOrdinal { sheet.ordinal = own.count }
      sheets.append(sheet)
    }
    var settled: Checker?
    let content: CheckBatch.Content
    do throws(RuleError) {
      settled = try isWhole ? checkers.checker(for: sheets) : checkers.early(for: sheets)
      let known = expected.withLock { $0.flatMap { $0.file == file ? $0.checker : nil } }
      if isWhole {
        content = .document(CheckBatcher.answer(sheets, file ?? stream, settled))
      } else if let checker = known ?? settled, own.allSatisfy(\.self) {
        content = .checked(checker.inspect(sheets, of: file ?? stream))
      } else {
        content = .packed(PackedSheets(sheets), own: own)
      }
    } catch {
      content = .failed(error)
    }
    return CheckBatch(
      file: file, sheets: sheets.count, content: content, settled: settled,
      notices: records.flatMap(\.notices), unread: records.flatMap(\.unread))
  }

  private static func answer(_ sheets: [Sheet], _ file: String, _ checker: Checker?) -> CheckBatch.Answer {
    guard let checker else { return CheckBatch.Answer(findings: [], counts: [], traces: nil) }
    var run = DocumentCheck(checker, file: file)
    let found = run.checkWhole(sheets)
    return CheckBatch.Answer(
      findings: [found.ofSheets, found.between], counts: run.counts, traces: found.traces)
  }
}

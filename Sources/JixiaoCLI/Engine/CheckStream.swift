import Jixiao
import JixiaoDocuments
import JixiaoStream

/// `check` over NDJSON of any size: a block of lines at a time, its sheets read and checked by one thread, several at once.
///
/// Findings of rows and sheets are written batch by batch; those that only the other sheets of a document show follow at
/// the document's end. What is held meanwhile is a packed copy of its sheets.
struct CheckStream {
  /// Some 250 sheets with all places, or a thousand bare ones: nearly all organisations lie whole in one block, and those
  /// that do not are made once more at the end.
  private static let blockSize = 2 << 20

  let session: Session
  let vocabulary: Vocabulary
  let checkers: CheckerChoice
  let jobs: Int
  let output: FindingsOutput

  /// A document whose sheets are coming in.
  private struct Run {
    let file: String
    var count = 0
    /// Batches that wait until it is certain by which pack they are checked, each with the number of its first sheet.
    var waiting: [(batch: CheckBatch, before: Int)] = []
    var check: DocumentCheck?
    var checker: Checker?
    var unread = 0
    var firstUnread: Document.Unread?

    init(_ file: String) { self.file = file }

    mutating func note(_ flaws: [Document.Unread]) {
      unread += flaws.count
      firstUnread = firstUnread ?? flaws.first
    }
  }

  /// Checks a stream to its end; `carry` was read from it already.
  func check(_ file: InputFile, _ input: any StreamInput, carry: [UInt8]) throws(CommandFailure) {
    let reader = RecordLineReader(
      file: file.name, vocabulary: vocabulary, limits: session.limits, language: session.languages.message)
    let batcher = CheckBatcher(stream: file.name, checkers: checkers)
    var run: Run?
    var noted: Set<String> = []
    var failure: CommandFailure?
    do throws(StreamFailure) {
      try RecordStream(reader, blockSize: Self.blockSize).run(input, carry: carry, workers: jobs) {
        batcher.batches($0)
      } consume: { batches in
        do throws(CommandFailure) {
          for batch in batches { try take(batch, file.name, batcher, &run, &noted) }
          return true
        } catch {
          failure = error
          return false
        }
      }
    } catch {
      if let run { try end(run) }
      let code: Int32? = if case .system(let code) = error { code } else { nil }
      session.tell(
        code.map { .unreadable(file.shown, SystemError(code: $0)) }
          ?? Complaint(file.shown, Wording(error.reason(in: .zh), error.reason(in: .en))))
      return
    }
    if let failure { throw failure }
    if let run { try end(run) }
  }

  /// Puts a batch into the document it belongs to, and ends the one before.
  private func take(
    _ batch: CheckBatch, _ stream: String, _ batcher: CheckBatcher, _ run: inout Run?,
    _ noted: inout Set<String>
  ) throws(CommandFailure) {
    let file = batch.file ?? run?.file ?? stream
    for notice in batch.notices where noted.insert(notice.key).inserted {
      session.say("\(file): \(notice.text)")
    }
    var open = Run(file)
    if let last = run {
      if last.file == file { open = last } else { try end(last) }
      run = nil
    }
    open.note(batch.unread)
    switch batch.content {
    case .failed(let error): throw .complaint(Complaint(error))
    case .document(let answer):
      if let traces = answer.traces { output.compare(traces) }
      try output.open(file)
      for findings in answer.findings { try output.write(findings) }
      try output.close(answer.counts)
      tellUnread(open)
      return
    case .checked, .packed: break
    }
    let before = open.count
    open.count += batch.sheets
    open.checker = open.checker ?? batch.settled
    if let checker = open.checker {
      if open.check == nil {
        open.check = DocumentCheck(checker, file: file)
        batcher.expect(file, checker)
        try output.open(file)
      }
      try writeWaiting(checker, &open)
      try write(batch.inspection(by: checker, of: file, after: before), &open)
    } else {
      open.waiting.append((batch, before))
    }
    run = open
  }

  private func write(_ inspection: Inspection, _ run: inout Run) throws(CommandFailure) {
    output.compare(inspection.traces)
    try output.write(run.check?.take(inspection) ?? [])
  }

  private func writeWaiting(_ checker: Checker, _ run: inout Run) throws(CommandFailure) {
    let (waiting, file) = (run.waiting, run.file)
    run.waiting = []
    for inspection in parallel(
      waiting.count,
      {
        waiting[$0].batch.inspection(by: checker, of: file, after: waiting[$0].before)
      })
    { try write(inspection, &run) }
  }

  /// Checks what has waited for the document's last sheet, and writes what only all of its sheets show.
  private func end(_ run: Run) throws(CommandFailure) {
    var run = run
    if run.checker == nil {
      do throws(RuleError) {
        run.checker = try checkers.checker(for: run.waiting.flatMap { $0.batch.unpacked })
      } catch {
        throw .complaint(Complaint(error))
      }
    }
    if run.check == nil {
      try output.open(run.file)
      run.check = run.checker.map { DocumentCheck($0, file: run.file) }
    }
    if let checker = run.checker { try writeWaiting(checker, &run) }
    if var check = run.check {
      let groups = check.groups
      let asked = check
      let last = check.finish(parallel(groups.count) { asked.inspect(groups[$0]) })
      try output.write(last)
      try output.close(check.counts)
    } else {
      try output.close([])
    }
    tellUnread(run)
  }

  private func tellUnread(_ run: Run) {
    guard let first = run.firstUnread else { return }
    session.tell(.unread(run.file, count: run.unread, first: first, session.languages.message))
  }

  /// The results of so many pieces of work, in order.
  private func parallel<Value: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Value) -> [Value]
  {
    var values: [Value] = []
    values.reserveCapacity(count)
    // A piece is short: handing over each by itself would take longer than working on it.
    let size = max(8, count / (32 * jobs))
    let slices = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    let all: ((Int, [Value]) -> Void) = { values += $1 }
    OrderedMap.run(slices, jobs: jobs, transform: { $0.map(work) }, consume: all)
    return values
  }
}

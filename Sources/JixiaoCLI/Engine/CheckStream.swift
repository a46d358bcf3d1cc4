import Jixiao
import JixiaoDocuments
import JixiaoStream

/// `check` over NDJSON of any size: a window of lines at a time, its sheets read and checked on all threads.
///
/// Findings of rows and sheets are written window by window; those that only the other sheets of a document show follow at
/// the document's end. What is held meanwhile is a packed copy of its sheets.
struct CheckStream {
  /// About a thousand sheets, and few enough that those of two windows are small beside the packed ones.
  private static let windowSize = 8 << 20
  private static let sheetsAPiece = 32

  let session: Session
  let vocabulary: Vocabulary
  let checkers: CheckerChoice
  let jobs: Int
  let output: FindingsOutput

  /// A document whose sheets are coming in.
  private final class Run {
    let file: String
    /// Sheets that wait until it is certain by which pack they are checked.
    var waiting: [Sheet] = []
    var count = 0
    var check: DocumentCheck?
    var checker: Checker?
    var hasEnded = false
    var isOpen = false
    var unread = 0
    var firstUnread: Document.Unread?

    init(_ file: String) { self.file = file }
  }

  private struct Job: Sendable {
    let run: Int
    let checker: Checker
    let sheets: [Sheet]
  }

  /// Checks a stream to its end; `carry` was read from it already.
  func check(_ file: InputFile, _ input: any StreamInput, carry: [UInt8]) throws(CommandFailure) {
    let reader = RecordLineReader(
      file: file.name, vocabulary: vocabulary, limits: session.limits, language: session.languages.message)
    let windows = LineWindows(input, carry: carry, windowSize: Self.windowSize)
    var runs: [Run] = []
    var noted: Set<String> = []
    var failure: StreamFailure?
    while true {
      var window: LineWindows.Window?
      do throws(StreamFailure) { window = try windows.next() } catch { failure = error }
      guard let window else { break }
      for records in read(window, reader) {
        for record in records { take(record, file.name, &runs, &noted) }
      }
      for run in runs.dropLast() { run.hasEnded = true }
      try advance(runs)
      runs.removeAll(where: \.hasEnded)
    }
    for run in runs { run.hasEnded = true }
    try advance(runs)
    guard let failure else { return }
    let code: Int32? = if case .system(let code) = failure { code } else { nil }
    session.tell(
      code.map { .unreadable(file.shown, SystemError(code: $0)) }
        ?? Complaint(file.shown, Wording(failure.reason(in: .zh), failure.reason(in: .en))))
  }

  /// The records of a window, in pieces in the order of the lines.
  private func read(_ window: LineWindows.Window, _ reader: RecordLineReader) -> [[SheetRecord]] {
    let pieces = window.pieces(ofLines: Self.sheetsAPiece)
    return parallel(pieces.count) { index in
      let (range, lines) = pieces[index]
      return reader.records(
        in: Array(window.bytes[range]), linesBefore: lines, bytesBefore: window.bytesBefore + range.lowerBound
      )
    }
  }

  /// Puts a record into the document it belongs to.
  private func take(_ record: SheetRecord, _ stream: String, _ runs: inout [Run], _ noted: inout Set<String>)
  {
    let file = record.isObject ? record.file ?? stream : runs.last?.file ?? stream
    for notice in record.notices where noted.insert(notice.key).inserted {
      session.say("\(file): \(notice.text)")
    }
    let run: Run
    if let last = runs.last, last.file == file {
      run = last
    } else {
      run = Run(file)
      runs.append(run)
    }
    run.unread += record.unread.count
    run.firstUnread = run.firstUnread ?? record.unread.first
    guard var sheet = record.sheet else { return }
    run.count += 1
    if !record.hasOrdinal { sheet.ordinal = run.count }
    run.waiting.append(sheet)
  }

  /// Checks what has come in and writes what is certain; finishes the documents that have ended.
  private func advance(_ runs: [Run]) throws(CommandFailure) {
    var pieces: [Job] = []
    for (number, run) in runs.enumerated() {
      do throws(RuleError) {
        if run.checker == nil {
          run.checker =
            try run.hasEnded ? checkers.checker(for: run.waiting) : checkers.early(for: run.waiting)
        }
      } catch {
        throw .complaint(Complaint(error))
      }
      guard let checker = run.checker else { continue }
      if run.check == nil { run.check = DocumentCheck(checker, file: run.file) }
      for start in stride(from: 0, to: run.waiting.count, by: Self.sheetsAPiece) {
        let sheets = Array(run.waiting[start..<min(start + Self.sheetsAPiece, run.waiting.count)])
        pieces.append(Job(run: number, checker: checker, sheets: sheets))
      }
      run.waiting = []
    }
    let files = runs.map(\.file)
    let jobs = pieces
    let inspections = parallel(jobs.count) {
      jobs[$0].checker.inspect(jobs[$0].sheets, of: files[jobs[$0].run])
    }
    pieces = []
    // What the ended documents show as a whole is worked out before anything is written, on all threads.
    var told: [[Finding]] = runs.map { _ in [] }
    for (job, inspection) in zip(jobs, inspections) {
      output.compare(inspection.traces)
      told[job.run] += runs[job.run].check?.take(inspection) ?? []
    }
    let results = between(runs)
    for (number, run) in runs.enumerated() { try write(run, told[number], results[number]) }
  }

  /// What the checks between sheets say of the documents that have ended, one list a document.
  private func between(_ runs: [Run]) -> [[DocumentCheck.GroupResult]] {
    var groups: [(check: DocumentCheck, group: DocumentCheck.Group, run: Int)] = []
    for (number, run) in runs.enumerated() where run.hasEnded {
      guard let check = run.check else { continue }
      for group in check.groups { groups.append((check, group, number)) }
    }
    let asked = groups
    var results: [[DocumentCheck.GroupResult]] = runs.map { _ in [] }
    for (asked, found) in zip(asked, parallel(asked.count) { asked[$0].check.inspect(asked[$0].group) }) {
      results[asked.run].append(found)
    }
    return results
  }

  private func write(
    _ run: Run, _ findings: [Finding], _ results: [DocumentCheck.GroupResult]
  ) throws(CommandFailure) {
    if !run.isOpen { try output.open(run.file) }
    run.isOpen = true
    guard run.hasEnded else {
      try output.write(findings)
      return
    }
    let last = run.check?.finish(results) ?? []
    try output.write(findings)
    try output.write(last)
    try output.close(run.check?.counts ?? [])
    if let first = run.firstUnread {
      session.tell(.unread(run.file, count: run.unread, first: first, session.languages.message))
    }
  }

  /// The results of so many pieces of work, in order.
  private func parallel<Value: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Value) -> [Value]
  {
    var values: [Value] = []
    values.reserveCapacity(count)
    let all: ((Int, Value) -> Void) = { values.append($1) }
    OrderedMap.run(Array(0..<count), jobs: jobs, transform: work, consume: all)
    return values
  }
}

import Jixiao
import JixiaoDocuments
import JixiaoReports
import JixiaoStream

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `score --totals` over inputs of any size: streaming forms block by block, other documents whole.
struct TotalsStream {
  let session: Session
  let vocabulary: Vocabulary
  let scorer: Scorer
  let jobs: Int
  let blockSize: Int
  let limit: Int

  /// Writes the header and the totals of every file.
  func run(_ files: [InputFile], _ output: Output) throws(CommandFailure) {
    try output.write(TotalsCSV.header)
    for file in files { try score(file, output) }
  }

  private func score(_ file: InputFile, _ output: Output) throws(CommandFailure) {
    var descriptor: Int32 = 0
    if case .file(let path) = file.source {
      descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
      guard descriptor >= 0 else {
        session.tell(.unreadable(file.shown, .last))
        return
      }
    }
    defer { if descriptor > 0 { close(descriptor) } }
    let input = DescriptorInput(descriptor)
    do throws(StreamFailure) {
      let opening = try StreamOpening(input, blockSize: blockSize)
      guard FlatRowReader.isHeader(opening.firstLine, vocabulary: vocabulary) else { return }
      try flat(file, input, opening, output)
    } catch {
      session.tell(Complaint(file.shown, Wording("\(error)", "\(error)")))
    }
  }

  private func flat(
    _ file: InputFile, _ input: any StreamInput, _ opening: StreamOpening, _ output: Output
  ) throws(StreamFailure) {
    guard
      let reader = try? FlatRowReader(
        header: opening.firstLine, file: file.name, vocabulary: vocabulary, limits: ReadLimits(),
        language: session.languages.message)
    else { throw .notFlat }
    let totals = FlatTotals(reader: reader, scorer: scorer, vocabulary: vocabulary)
    try totals.run(
      input, carry: opening.rest, offset: opening.offset, workers: jobs, blockSize: blockSize
    ) { part in
      do throws(CommandFailure) { try output.write(part.bytes) } catch { return false }
      return true
    }
  }
}

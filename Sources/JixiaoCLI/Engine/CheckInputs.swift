import Jixiao
import JixiaoDocuments
import JixiaoStream

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The inputs of `check` in their order: NDJSON as streams, all others as whole documents.
struct CheckInputs {
  let session: Session
  let vocabulary: Vocabulary
  let checkers: CheckerChoice
  let jobs: Int
  let limit: Int
  let output: FindingsOutput

  func check(_ files: [InputFile]) throws(CommandFailure) {
    // Documents between two streams are read together, on all threads.
    var documents: [InputFile] = []
    for file in files {
      if try stream(
        file,
        before: { () throws(CommandFailure) in
          try check(documents: documents)
          documents = []
        })
      {
        continue
      }
      documents.append(file)
    }
    try check(documents: documents)
  }

  /// Checks a file as a stream; false where it is none and was left alone.
  ///
  /// Standard input that is no NDJSON is read whole here, since what was looked at cannot be given back.
  private func stream(
    _ file: InputFile, before: () throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> Bool {
    let source: any StreamInput
    var descriptor: Int32 = -1
    switch file.source {
    case .standardInput: source = SourceInput(session.io.input)
    case .file(let path):
      descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
      // Whoever reads it as a document says what is wrong with it.
      guard descriptor >= 0 else { return false }
      source = DescriptorInput(descriptor)
    }
    defer { if descriptor >= 0 { close(descriptor) } }
    var input = source
    var opening: StreamOpening
    do throws(StreamFailure) {
      opening = try StreamOpening(source, blockSize: 1 << 20)
      if opening.isGzip {
        input = GzipInput(RejoinedInput(opening.all, before: source))
        opening = try StreamOpening(input, blockSize: 1 << 20)
      }
    } catch {
      return false
    }
    guard RecordLineReader.isRecord(opening.firstLine) else {
      guard file.source == .standardInput else { return false }
      try before()
      try whole(file, input, opening.all)
      return true
    }
    try before()
    try CheckStream(
      session: session, vocabulary: vocabulary, checkers: checkers, jobs: jobs, output: output
    ).check(file, input, carry: opening.all)
    return true
  }

  private func check(documents: [InputFile]) throws(CommandFailure) {
    if documents.isEmpty { return }
    let checkers = checkers
    try session.forEachDocument(in: documents, jobs: jobs, limit: limit, vocabulary: vocabulary) {
      (document) throws(Complaint) -> DocumentFindings in
      try CheckInputs.findings(document, checkers)
    } consume: { (answer) throws(CommandFailure) in
      try write(answer)
    }
  }

  private static func findings(
    _ document: Document, _ checkers: CheckerChoice
  ) throws(Complaint) -> DocumentFindings {
    do throws(RuleError) {
      return try checkers.checker(for: document.sheets)?.check(document)
        ?? DocumentFindings(file: document.file, pack: "", findings: [], counts: [], undecided: [:])
    } catch {
      throw Complaint(error)
    }
  }

  private func write(_ answer: DocumentFindings) throws(CommandFailure) {
    output.compare(answer.traces)
    try output.open(answer.file)
    try output.write(answer.findings)
    try output.close(answer.counts)
  }

  private func whole(
    _ file: InputFile, _ input: any StreamInput, _ first: [UInt8]
  ) throws(CommandFailure) {
    var bytes = first
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { room.deallocate() }
    var limits = session.limits
    limits.bytes = limit
    let reader = DocumentReader(
      vocabulary: vocabulary, limits: limits, language: session.languages.output, tools: .installed)
    do throws(StreamFailure) {
      while true {
        let count = try input.read(into: room)
        if count == 0 { break }
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
        guard bytes.count <= limit else {
          session.tell(.tooLarge(file.shown, limit: limit))
          return
        }
      }
    } catch {
      session.tell(Complaint(file.shown, Wording(error.reason(in: .zh), error.reason(in: .en))))
      return
    }
    let documents: [Document]
    do throws(ReadError) { documents = try reader.read(file: file.name, bytes: bytes) } catch {
      session.tell(Complaint(nil, Wording(error.message(in: .zh), error.message(in: .en))))
      return
    }
    for document in documents {
      let answer: DocumentFindings
      do throws(Complaint) { answer = try Self.findings(document, checkers) } catch {
        session.tell(error)
        continue
      }
      for notice in document.notices { session.say("\(document.file): \(notice)") }
      if !document.unread.isEmpty { session.tell(.unread(document, session.languages.message)) }
      try write(answer)
    }
  }
}

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
  /// Stop at the first thing that cannot be read.
  let isStrict: Bool
  /// Stop when more than so many things cannot be read.
  let mostErrors: Int

  /// Writes the header and the totals of every file.
  func run(_ files: [InputFile], _ output: Output) throws(CommandFailure) {
    try output.write(TotalsCSV.header)
    var troubles = StreamTroubles(self)
    for file in files { try score(file, output, &troubles) }
    try troubles.finish()
  }

  private func score(
    _ file: InputFile, _ output: Output, _ troubles: inout StreamTroubles
  ) throws(CommandFailure) {
    let source: any StreamInput
    var descriptor: Int32 = -1
    switch file.source {
    case .standardInput: source = SourceInput(session.io.input)
    case .file(let path):
      descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
      guard descriptor >= 0 else {
        session.tell(.unreadable(file.shown, .last))
        return
      }
      source = DescriptorInput(descriptor)
    }
    defer { if descriptor >= 0 { close(descriptor) } }
    troubles.begin(file)
    var failure: CommandFailure?
    func take(_ part: StreamPart) -> Bool {
      do throws(CommandFailure) {
        try output.write(part.bytes)
        try troubles.take(part)
        return true
      } catch {
        failure = error
        return false
      }
    }
    do throws(StreamFailure) {
      var input = source
      var opening = try StreamOpening(input, blockSize: blockSize)
      if opening.isGzip {
        input = GzipInput(RejoinedInput(opening.all, before: source))
        opening = try StreamOpening(input, blockSize: blockSize)
      }
      if RecordLineReader.isRecord(opening.firstLine) {
        let reader = RecordLineReader(
          file: file.name, vocabulary: vocabulary, limits: ReadLimits(), language: session.languages.message)
        try RecordTotals(reader: reader, scorer: scorer, vocabulary: vocabulary).run(
          input, carry: opening.all, offset: 0, workers: jobs, blockSize: blockSize, consume: take)
      } else if FlatRowReader.isHeader(opening.firstLine, vocabulary: vocabulary) {
        let reader = try flatReader(file, opening)
        troubles.skip(lines: 1)
        if !reader.unknownColumns.isEmpty {
          let list = reader.unknownColumns.joined(separator: "、")
          session.say(
            session.languages.message.pick(
              "\(file.name): 不认识的列未使用：\(list)", "\(file.name): unknown columns were not used: \(list)"))
        }
        try FlatTotals(reader: reader, scorer: scorer, vocabulary: vocabulary).run(
          input, carry: opening.rest, offset: opening.offset, workers: jobs, blockSize: blockSize,
          consume: take)
      } else {
        try whole(file, opening, input, output, &failure)
      }
    } catch {
      let code: Int32? = if case .system(let code) = error { code } else { nil }
      session.tell(
        code.map { .unreadable(file.shown, SystemError(code: $0)) }
          ?? Complaint(file.shown, Wording(error.reason(in: .zh), error.reason(in: .en))))
    }
    if let failure { throw failure }
  }

  private func flatReader(
    _ file: InputFile, _ opening: StreamOpening
  ) throws(StreamFailure) -> FlatRowReader {
    do {
      return try FlatRowReader(
        header: opening.firstLine, file: file.name, vocabulary: vocabulary, limits: ReadLimits(),
        language: session.languages.message)
    } catch {
      throw .header(zh: error.message(in: .zh), en: error.message(in: .en))
    }
  }

  /// A document that is no streaming form is read at once and scored sheet by sheet.
  private func whole(
    _ file: InputFile, _ opening: StreamOpening, _ input: any StreamInput, _ output: Output,
    _ failure: inout CommandFailure?
  ) throws(StreamFailure) {
    var bytes = opening.all
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = try input.read(into: room)
      if count == 0 { break }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
      guard bytes.count <= limit else {
        session.tell(.tooLarge(file.shown, limit: limit))
        return
      }
    }
    let reader = DocumentReader(
      vocabulary: vocabulary, limits: ReadLimits(bytes: limit), language: session.languages.message)
    do throws(ReadError) {
      for document in try reader.read(file: file.name, bytes: bytes) {
        if !document.unread.isEmpty { session.tell(.unread(document, session.languages.message)) }
        let totals = document.sheets.map { SheetTotal(scorer.score($0)) }
        do throws(CommandFailure) { try output.write(TotalsCSV.render(totals)) } catch { failure = error }
      }
    } catch {
      session.tell(Complaint(nil, Wording(error.message(in: .zh), error.message(in: .en))))
    }
  }
}

/// The command's own input as a stream.
final class SourceInput: StreamInput {
  private let source: any ByteSource

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    do throws(SystemError) { return try source.read(into: buffer) } catch { throw .system(error.code) }
  }
}

import Jixiao
import JixiaoDocuments
import JixiaoReports
import JixiaoStream
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `score --totals` and `score --format csv` over inputs of any size: streaming forms block by block, other documents whole.
struct ScoreStream {
  /// What is written.
  enum Content: Sendable {
    /// A line a sheet.
    case totals
    /// A line an indicator, with its derivation; only a flat table streams.
    case rows
    /// Sums by organisation, year and level 1.
    case summary
  }

  let session: Session
  let content: Content
  let vocabulary: Vocabulary
  let scorer: Scorer
  let jobs: Int
  let blockSize: Int
  let limit: Int
  /// Stop at the first thing that cannot be read.
  let isStrict: Bool
  /// Stop when more than so many things cannot be read.
  let mostErrors: Int
  /// The part of the one file that is to be scored; nil for all of every file.
  let range: ByteRange?
  /// Whether sheets whose rows are not adjacent are looked for, which takes memory for every sheet's id.
  let checksAdjacency: Bool
  /// Whether the result is one to be merged with others.
  let isPartial: Bool
  private let summary = SharedSummary()

  /// Writes the header and the totals of every file, or a partial result.
  func run(_ files: [InputFile], _ output: Output) throws(CommandFailure) {
    if !isPartial {
      switch content {
      case .totals: try output.write(TotalsCSV.header)
      case .rows: try output.write(ScoresCSV.render([]))
      case .summary: break
      }
    }
    var troubles = StreamTroubles(self)
    var progress = StreamProgress(session, total: range == nil ? size(of: files) : nil)
    defer { progress.clear() }
    var pieces: [PartialTotals.Piece] = []
    for file in files {
      let before = output.count
      var piece = PartialTotals.Piece(file: file.shown, from: 0, to: 0, isLast: true, bytes: 0, unread: 0)
      guard try score(file, output, &troubles, &piece, &progress) else { continue }
      piece.bytes = output.count - before
      piece.unread = troubles.inFile
      pieces.append(piece)
    }
    try troubles.finish()
    if content == .summary { try output.write(summary.sums.withLock { $0.csv }) }
    guard isPartial else { return }
    // A piece that lacks its end must not pass for a whole one.
    if pieces.count < files.count { throw .reported }
    let partial = PartialTotals(pack: scorer.pack.id, packVersion: scorer.pack.version, pieces: pieces)
    try output.write(partial.line)
  }

  /// The bytes of all inputs; nil where that is not known beforehand.
  private func size(of files: [InputFile]) -> Int? {
    var total = 0
    for file in files {
      guard let path = file.path, !file.name.hasSuffix(".gz"), let status = try? FileStatus(of: path),
        status.kind == .regular
      else { return nil }
      total += status.size
    }
    return total
  }

  /// Scores one file; false where it could not be read to its end.
  private func score(
    _ file: InputFile, _ output: Output, _ troubles: inout StreamTroubles, _ piece: inout PartialTotals.Piece,
    _ progress: inout StreamProgress
  ) throws(CommandFailure) -> Bool {
    let source: any StreamInput
    var descriptor: Int32 = -1
    switch file.source {
    case .standardInput: source = SourceInput(session.io.input)
    case .file(let path):
      descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
      guard descriptor >= 0 else {
        session.tell(.unreadable(file.shown, .last))
        return false
      }
      source = DescriptorInput(descriptor)
    }
    defer { if descriptor >= 0 { close(descriptor) } }
    troubles.begin(file)
    var failure: CommandFailure?
    var isWhole = true
    var seen = SeenSheets()
    func take(_ part: StreamPart) -> Bool {
      do throws(CommandFailure) {
        var part = part
        if checksAdjacency {
          part.problems += seen.problems(in: part.starts, language: session.languages.message)
        }
        piece.to += part.count
        progress.add(part.count, of: file.name)
        if !part.problems.isEmpty { progress.clear() }
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
        opening = try StreamOpening(input, blockSize: blockSize, isCompressed: true)
      }
      if content == .totals, RecordLineReader.isRecord(opening.firstLine) {
        let cut = try cut(file, descriptor, opening, first: opening.mark, reader: nil, &piece)
        let reader = RecordLineReader(
          file: file.name, vocabulary: vocabulary, limits: ReadLimits(), language: session.languages.message)
        try RecordTotals(reader: reader, scorer: scorer, vocabulary: vocabulary).run(
          cut?.input ?? input, carry: cut == nil ? opening.all : [], offset: cut?.offset ?? 0, workers: jobs,
          blockSize: blockSize, consume: take)
        piece.to = cut?.end ?? piece.to
      } else if FlatRowReader.isHeader(opening.firstLine, vocabulary: vocabulary) {
        let reader = try flatReader(file, opening)
        let cut = try cut(file, descriptor, opening, first: opening.offset, reader: reader, &piece)
        troubles.skip(lines: 1)
        if cut != nil, piece.from > 0 { troubles.forgetLines() }
        if !reader.unknownColumns.isEmpty {
          let list = reader.unknownColumns.joined(separator: "、")
          session.say(
            session.languages.message.pick(
              "\(file.name): 不认识的列未使用：\(list)", "\(file.name): unknown columns were not used: \(list)"))
        }
        let rest = cut == nil ? opening.rest : []
        let offset = cut?.offset ?? opening.offset
        switch content {
        case .totals:
          try FlatTotals(
            reader: reader, scorer: scorer, vocabulary: vocabulary, notesStarts: checksAdjacency
          ).run(
            cut?.input ?? input, carry: rest, offset: offset, workers: jobs, blockSize: blockSize,
            consume: take)
        case .rows, .summary:
          let plans = Mutex(0)
          try RowStream(
            reader: reader, scorer: scorer, vocabulary: vocabulary, notesStarts: checksAdjacency
          ).run(
            input, carry: rest, offset: offset, line: 2, workers: jobs, blockSize: blockSize
          ) { sheets in
            let score = self.score(sheets, of: file.name)
            plans.withLock { $0 += score.sheets.count(where: \.isPlan) }
            return lines(of: score)
          } consume: {
            take($0)
          }
          session.sayPlans(plans.withLock { $0 }, of: file.name)
        }
        piece.to = cut?.end ?? piece.to
      } else {
        guard range == nil else { throw .noRange }
        isWhole = try whole(file, opening, input, output, &failure)
      }
    } catch {
      isWhole = false
      let code: Int32? = if case .system(let code) = error { code } else { nil }
      session.tell(
        code.map { .unreadable(file.shown, SystemError(code: $0)) }
          ?? Complaint(file.shown, Wording(error.reason(in: .zh), error.reason(in: .en))))
    }
    if let failure { throw failure }
    return isWhole
  }

  /// The part of a file that `--range` asks for, its edges moved to where sheets begin; nil for all of it.
  private func cut(
    _ file: InputFile, _ descriptor: Int32, _ opening: StreamOpening, first: Int, reader: FlatRowReader?,
    _ piece: inout PartialTotals.Piece
  ) throws(StreamFailure) -> (input: any StreamInput, offset: Int, end: Int)? {
    guard let range else { return nil }
    guard let status = try? FileStatus(descriptor: descriptor), status.kind == .regular, !opening.isCompressed
    else { throw .noRange }
    let boundary = SheetBoundary(descriptor: descriptor, size: status.size, first: first, reader: reader)
    let start = try boundary.sheet(atOrBehind: range.lower)
    let end = try range.upper.map { (upper) throws(StreamFailure) in try boundary.sheet(atOrBehind: upper) }
    let stop = max(start, end ?? status.size)
    lseek(descriptor, off_t(start), SEEK_SET)
    piece.from = start == first ? 0 : start
    piece.isLast = stop >= status.size
    return (LimitedInput(DescriptorInput(descriptor), count: stop - start), start, stop == first ? 0 : stop)
  }

  private func score(_ sheets: [Sheet], of file: String) -> DocumentScore {
    DocumentScore(
      file: file, sha256: nil, pack: scorer.pack.id, packVersion: scorer.pack.version, packWhy: "--rules",
      sheets: sheets.map { scorer.score($0) }, problems: [])
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
  ) throws(StreamFailure) -> Bool {
    var bytes = opening.all
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = try input.read(into: room)
      if count == 0 { break }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
      guard bytes.count <= limit else {
        session.tell(.tooLarge(file.shown, limit: limit))
        return false
      }
    }
    let reader = DocumentReader(
      vocabulary: vocabulary, limits: ReadLimits(bytes: limit), language: session.languages.message,
      tools: .installed)
    do throws(ReadError) {
      for document in try reader.read(file: file.name, bytes: bytes) {
        if !document.unread.isEmpty { session.tell(.unread(document, session.languages.message)) }
        for notice in document.notices { session.say("\(document.file): \(notice)") }
        let score = score(document.sheets, of: document.file)
        if content != .totals { session.sayPlans(score.sheets.count(where: \.isPlan), of: document.file) }
        do throws(CommandFailure) { try output.write(lines(of: score)) } catch { failure = error }
      }
      return true
    } catch {
      session.tell(Complaint(nil, Wording(error.message(in: .zh), error.message(in: .en))))
      return false
    }
  }

  /// What some scored sheets add to the output, or to the sums that are written at the end.
  private func lines(of score: DocumentScore) -> [UInt8] {
    switch content {
    case .totals: return TotalsCSV.render(score.sheets.map { SheetTotal($0) })
    case .rows: return ScoresCSV.rows([score])
    case .summary:
      var sums = ScoreSummary()
      for sheet in score.sheets { sums.add(sheet) }
      summary.sums.withLock { $0.add(sums) }
      return []
    }
  }
}

/// Sums to which several workers add.
private final class SharedSummary: Sendable {
  let sums = Mutex(ScoreSummary())
}

/// The command's own input as a stream.
final class SourceInput: StreamInput {
  private let source: any ByteSource

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    do throws(SystemError) { return try source.read(into: buffer) } catch { throw .system(error.code) }
  }
}

import Jixiao
import JixiaoDocuments
import JixiaoStream

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gathers what is compared: documents whole, large tables and NDJSON block by block.
struct ComparisonInput {
  /// Files of at least so many bytes are looked at as streams.
  private static let streamed = 1 << 22

  let session: Session
  let vocabulary: Vocabulary
  /// Gives each document its own pack.
  let choice: RuleChoice
  /// Score every sheet once more; none without `--rules all`.
  let others: [Scorer]
  let jobs: Int
  let limit: Int
  private(set) var builder: ComparisonBuilder
  private(set) var documents = 0

  init(
    _ session: Session, vocabulary: Vocabulary, choice: RuleChoice, others: [Scorer], jobs: Int, limit: Int,
    builder: ComparisonBuilder
  ) {
    self.others = others
    self.session = session
    self.vocabulary = vocabulary
    self.choice = choice
    self.jobs = jobs
    self.limit = limit
    self.builder = builder
  }

  /// Reads all files in their order.
  mutating func read(_ files: [InputFile]) throws(CommandFailure) {
    var whole: [InputFile] = []
    for file in files {
      if isLarge(file), let opened = try opened(file) {
        try readWhole(whole)
        whole = []
        try stream(file, opened)
      } else {
        whole.append(file)
      }
    }
    try readWhole(whole)
  }

  private func isLarge(_ file: InputFile) -> Bool {
    guard let path = file.path, let status = try? FileStatus(of: path) else { return false }
    return status.kind == .regular && status.size >= Self.streamed && status.size <= limit
  }

  private mutating func readWhole(_ files: [InputFile]) throws(CommandFailure) {
    if files.isEmpty { return }
    let choice = choice, vocabulary = vocabulary, language = session.languages.output, others = others
    try session.forEachDocument(in: files, jobs: jobs, limit: limit, vocabulary: vocabulary) {
      (document) throws(Complaint) -> Reading in
      do throws(RuleError) {
        let pack = try choice.packs(for: document.sheets, language: language).first?.pack
        let scorer = pack.map { Scorer(pack: $0, vocabulary: vocabulary, language: language) }
        return Reading(
          file: document.file, sha256: document.sha256,
          sheets: document.sheets.map {
            SheetReading($0, file: document.file, scorer: scorer, others: others)
          })
      } catch {
        throw Complaint(error)
      }
    } consume: { (reading) throws(CommandFailure) in
      documents += 1
      guard builder.admits(file: reading.file, sha256: reading.sha256) else { return }
      for sheet in reading.sheets { builder.add(sheet) }
    }
  }

  /// One document as the comparison takes it.
  private struct Reading: Sendable {
    let file: String
    let sha256: String?
    let sheets: [SheetReading]
  }

  /// A file that is a streaming form, opened behind what has been looked at.
  private struct Opened {
    let source: DescriptorInput
    let descriptor: Int32
    let form: SheetStream.Form
    let carry: [UInt8]
    let offset: Int
    let headerLines: Int
  }

  /// Nil for a file that is none, or that is packed.
  private func opened(_ file: InputFile) throws(CommandFailure) -> Opened? {
    guard let path = file.path else { return nil }
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
    let source = DescriptorInput(descriptor)
    if let opening = try? StreamOpening(source, blockSize: Self.streamed), !opening.isGzip {
      let language = session.languages.message
      if RecordLineReader.isRecord(opening.firstLine) {
        let reader = RecordLineReader(
          file: file.name, vocabulary: vocabulary, limits: ReadLimits(), language: language)
        return Opened(
          source: source, descriptor: descriptor, form: .records(reader), carry: opening.all, offset: 0,
          headerLines: 0)
      }
      if FlatRowReader.isHeader(opening.firstLine, vocabulary: vocabulary),
        let reader = try? FlatRowReader(
          header: opening.firstLine, file: file.name, vocabulary: vocabulary, limits: ReadLimits(),
          language: language)
      {
        return Opened(
          source: source, descriptor: descriptor, form: .flat(reader), carry: opening.rest,
          offset: opening.offset, headerLines: 1)
      }
    }
    close(descriptor)
    return nil
  }

  private mutating func stream(_ file: InputFile, _ opened: Opened) throws(CommandFailure) {
    defer { close(opened.descriptor) }
    documents += 1
    let choice = choice, vocabulary = vocabulary, language = session.languages.output, others = others
    let name = file.name
    let scorers = choice.packs.map { Scorer(pack: $0, vocabulary: vocabulary, language: language) }
    guard let edges = scorers.first else { return }
    var ordinal = 0, lines = opened.headerLines, unread = 0
    var first: StreamProblem?
    do throws(StreamFailure) {
      try SheetStream(opened.form, scorer: edges, vocabulary: vocabulary).run(
        opened.source, carry: opened.carry, offset: opened.offset, workers: jobs, blockSize: 1 << 20
      ) { sheet in
        // Each sheet decides for itself; the stream as a whole is never seen.
        let pack = sheet.isPlan ? nil : try? choice.packs(for: [sheet], language: language).first?.pack
        return SheetReading(
          sheet, file: name, scorer: scorers.first { $0.pack.id == pack?.id }, others: others)
      } consume: { part in
        for value in part.values {
          ordinal += 1
          builder.add(value, ordinal: ordinal, linesAbove: lines)
        }
        if first == nil { first = part.problems.first?.moved(down: lines) }
        unread += part.problems.count
        lines += part.lines
        return true
      }
    } catch {
      session.tell(Complaint(file.shown, Wording(error.reason(in: .zh), error.reason(in: .en))))
    }
    if let first {
      let place = (zh: first.place.described(in: .zh), en: first.place.described(in: .en))
      let seen = first.text.count > 40 ? first.text.prefix(40) + "…" : Substring(first.text)
      session.tell(
        Complaint(
          name,
          Wording(
            "有 \(unread) 处未读，第一处在\(place.zh)“\(seen)”：\(first.why)",
            "\(unread) places were not read, the first at \(place.en) “\(seen)”: \(first.why)")))
    }
  }
}

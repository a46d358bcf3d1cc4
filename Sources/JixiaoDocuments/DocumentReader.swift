import Jixiao

/// Reads performance sheets out of a file's bytes, whatever form they are published in.
///
/// The content decides which reader is used, never the file's name. Pure: bytes in, documents out.
///
/// ```swift
/// let reader = DocumentReader(vocabulary: try Vocabulary.embedded())
/// let documents = try reader.read(file: "自评表.txt", bytes: bytes)
/// documents[0].sheets[0].indicators[0].target.value   // 400
/// ```
public struct DocumentReader: Sendable {
  public let vocabulary: Vocabulary
  public let limits: ReadLimits
  /// The language of `unread` and `notices`.
  public let language: Language
  /// The programs outside that PDF and old Office files need.
  public let tools: ConverterTools

  public init(
    vocabulary: Vocabulary, limits: ReadLimits = ReadLimits(), language: Language = .zh,
    tools: ConverterTools = .none
  ) {
    self.tools = tools
    self.vocabulary = vocabulary
    self.limits = limits
    self.language = language
  }

  /// The readers there are, in the order in which they are asked.
  public static var formats: [String] {
    PackageFormats.all.map(\.name) + (DocumentFormats.all + DocumentFormats.loose).map(\.name)
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - file: the name that outputs use for it.
  ///   - bytes: its content.
  /// - Returns: one document, or those that a canonical JSON holds. Cells that could not be read with certainty are in
  ///   `unread`, with their places.
  /// - Throws: `ReadError` where nothing of the file can be used.
  public func read(file: String, bytes: [UInt8]) throws(ReadError) -> [Document] {
    var budget = ZipInflate.Budget(limits)
    return try read(file: file, bytes: bytes, nesting: 0, budget: &budget)
  }

  /// Reads a file that may lie in archives; what they all unpack to counts together.
  private func read(
    file: String, bytes: [UInt8], nesting: Int, budget: inout ZipInflate.Budget
  ) throws(ReadError) -> [Document] {
    if bytes.isEmpty { throw ReadError(file: file, .empty) }
    if bytes.count > limits.bytes {
      throw ReadError(file: file, .tooLarge(bytes: bytes.count, limit: limits.bytes))
    }
    if ZipArchive.isArchive(bytes) {
      let package = PackageReader(
        file: file, vocabulary: vocabulary, limits: limits, language: language, nesting: nesting)
      return try package.read(bytes, budget: &budget) {
        (file, bytes, nesting, budget: inout ZipInflate.Budget) throws(ReadError) in
        try read(file: file, bytes: bytes, nesting: nesting, budget: &budget)
      }
    }
    if let converted = try converted(file: file, bytes: bytes) { return converted }
    let text: (utf8: [UInt8], encoding: TextEncoding)
    do {
      if let page = HTMLCharset.mended(bytes) {
        text = (page, .utf8)
      } else {
        text = try TextEncoding.decoded(bytes)
      }
    } catch { throw ReadError(file: file, .notText(found: error)) }
    let lines = TextLines(text.utf8)
    guard lines.lines.contains(where: { !$0.isBlank }) else { throw ReadError(file: file, .empty) }
    let input = ReaderInput(
      file: file, sha256: SHA256.hexadecimal(bytes), offsetsHold: text.encoding == .utf8, lines: lines,
      vocabulary: vocabulary, limits: limits, language: language)
    var tried: [ReadError.Attempt] = []
    for format in DocumentFormats.all {
      if let reading = try attempt(format, input, &tried) {
        return traced(
          reading.isStream
            ? LooseSoundness(vocabulary, cellsAreWhole: true).held(reading, language) : reading, tried)
      }
    }
    let plausibility = RowPlausibility(vocabulary)
    var best: (reading: Reading, certainty: Int)?
    for format in DocumentFormats.loose {
      guard let reading = try attempt(format, input, &tried) else { continue }
      let certainty = reading.certainty(plausibility) * format.trust
      if best.map({ $0.certainty < certainty }) ?? true { best = (reading, certainty) }
    }
    if var best {
      best.reading = LooseSoundness(vocabulary).held(best.reading, language)
      // Text that has lost its cells still says in sentences what changed and how much.
      for index in best.reading.documents.indices where best.reading.documents[index].figures.isEmpty {
        best.reading.documents[index].figures = FigureCollector.figures(of: lines)
      }
      return traced(best.reading, tried)
    }
    let first = lines.lines.first { !$0.isBlank }
    let seen = first.map { String(lines.text($0.range).withoutSpace.prefix(40)) } ?? ""
    throw ReadError(file: file, place: Place(line: first?.number), .noSheet(tried: tried, seen: seen))
  }

  /// What a reader makes of a text; nil where it is not of its form or nothing was found, which `tried` then tells.
  private func attempt(
    _ format: any DocumentFormat, _ input: ReaderInput, _ tried: inout [ReadError.Attempt]
  ) throws(ReadError) -> Reading? {
    if case .foreign(let why) = format.recognise(input) {
      tried.append(ReadError.Attempt(reader: format.name, why: why))
      return nil
    }
    let reading = try format.read(input)
    guard let nothing = reading.nothing else { return reading }
    tried.append(ReadError.Attempt(reader: format.name, why: nothing))
    return nil
  }

  private func traced(_ reading: Reading, _ tried: [ReadError.Attempt]) -> [Document] {
    reading.documents.map { document in
      var document = document
      document.trace.tried = tried.map {
        ReadTrace.Attempt(reader: $0.reader, why: $0.why.text(in: language))
      }
      return document
    }
  }

  /// Reads what needs a program outside; nil for all other files.
  private func converted(file: String, bytes: [UInt8]) throws(ReadError) -> [Document]? {
    let sha256: String
    let reading: Reading
    if PDFReader.isPDF(bytes) {
      let words: [UInt8]
      do { words = try tools.pdfWords(bytes) } catch {
        throw ReadError(file: file, .converter(.pdftotext, error))
      }
      sha256 = SHA256.hexadecimal(bytes)
      reading = try PDFReader.read(words, input(file: file, sha256: sha256, text: words))
    } else if LegacyOffice.isCompoundFile(bytes) {
      if LegacyOffice.isEncrypted(bytes) { throw ReadError(file: file, .encrypted) }
      guard let kind = LegacyOffice.kind(bytes) else { return nil }
      let page: [UInt8]
      do { page = try tools.officePage(bytes, kind) } catch {
        throw ReadError(file: file, .converter(.soffice, error))
      }
      sha256 = SHA256.hexadecimal(bytes)
      reading = try HTMLReader().read(
        input(file: file, sha256: sha256, text: HTMLCharset.mended(page) ?? page))
    } else {
      return nil
    }
    guard let nothing = reading.nothing else { return reading.documents }
    let attempt = ReadError.Attempt(reader: PDFReader.isPDF(bytes) ? PDFReader.name : "office", why: nothing)
    throw ReadError(file: file, .noSheet(tried: [attempt], seen: ""))
  }

  private func input(file: String, sha256: String, text: [UInt8]) -> ReaderInput {
    ReaderInput(
      file: file, sha256: sha256, offsetsHold: false, lines: TextLines(text), vocabulary: vocabulary,
      limits: limits,
      language: language)
  }
}

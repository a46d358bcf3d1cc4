import Jixiao
import JixiaoDocuments

/// How verbs read documents.
extension Session {
  /// The words sheets use; a binary whose own rule files are broken says so.
  func vocabulary() throws(CommandFailure) -> Vocabulary {
    do { return try Vocabulary.embedded() } catch { throw .complaint(Complaint(error)) }
  }

  /// Reads files as documents and hands on what `work` makes of each, in order, telling what could not be read.
  func forEachDocument<Value: Sendable>(
    in files: [InputFile], jobs: Int, limit: Int, vocabulary: Vocabulary,
    work: @escaping @Sendable (Document) throws(Complaint) -> Value,
    consume: (Value) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var limits = limits
    limits.bytes = limit
    let reader = DocumentReader(
      vocabulary: vocabulary, limits: limits, language: languages.output, tools: .installed)
    let language = languages.message
    try forEach(files, jobs: jobs, limit: limit) { (file, bytes) throws(Complaint) -> [(Document, Value)] in
      let documents: [Document]
      do throws(ReadError) { documents = try reader.read(file: file.name, bytes: bytes) } catch {
        throw Complaint(nil, Wording(error.message(in: .zh), error.message(in: .en)))
      }
      var answers: [(Document, Value)] = []
      for document in documents { answers.append((document, try work(document))) }
      return answers
    } consume: { (_, answers) throws(CommandFailure) in
      for (document, value) in answers {
        for notice in document.notices { say("\(document.file): \(notice)") }
        if !document.unread.isEmpty { tell(.unread(document, language)) }
        try consume(value)
      }
    }
    if hasFailed, files.isEmpty { throw .reported }
  }

  /// Reads files as documents.
  func documents(
    in files: [InputFile], jobs: Int, limit: Int, vocabulary: Vocabulary
  ) throws(CommandFailure) -> [Document] {
    var documents: [Document] = []
    try forEachDocument(in: files, jobs: jobs, limit: limit, vocabulary: vocabulary) {
      $0
    } consume: {
      (document) throws(CommandFailure) in
      documents.append(document)
    }
    return documents
  }
}

extension Complaint {
  init(_ error: RuleError) {
    self.init(nil, Wording(error.message(in: .zh), error.message(in: .en)))
  }

  /// What a document holds that was not read with certainty: the first place, and how many there are.
  static func unread(_ document: Document, _ language: Language) -> Complaint {
    let count = document.unread.count
    guard let first = document.unread.first else { return Complaint(document.file, Wording("", "")) }
    let seen = first.text.count > 40 ? first.text.prefix(40) + "…" : Substring(first.text)
    let place = (zh: first.place.described(in: .zh), en: first.place.described(in: .en))
    return Complaint(
      document.file,
      Wording(
        "有 \(count) 处未读，第一处在\(place.zh)“\(seen)”：\(first.why)",
        "\(count) places were not read, the first at \(place.en) “\(seen)”: \(first.why)"),
      remedy: Wording("用 jixiao read 查看全部", "see them all with jixiao read"))
  }
}

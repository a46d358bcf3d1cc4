import Jixiao

/// How verbs reach their inputs.
extension Session {
  /// Finds the files that arguments name, telling at once what could not be found.
  ///
  /// - Throws: `reported` when nothing is left to read.
  func select(_ arguments: [String]) throws(CommandFailure) -> [InputFile] {
    let selection = InputExpansion.expand(arguments)
    selection.complaints.forEach(tell)
    guard !selection.files.isEmpty else { throw .reported }
    if io.inputIsTerminal, selection.files.contains(where: { $0.source == .standardInput }) {
      say(languages.message.pick("正在读键盘输入，以 Ctrl-D 结束", "reading from the keyboard, end with Ctrl-D"))
    }
    return selection.files
  }

  /// Reads every file and works on it on several threads; consumes the results in order as they are ready.
  ///
  /// A file that cannot be read, or that `transform` complains about, is told about and left out; the others go on.
  ///
  /// `limit` is the most bytes that one file may have; `progress` is false where the results themselves go to the
  /// terminal. Answers how many files were consumed; throws what `consume` throws.
  @discardableResult
  func forEach<Value: Sendable>(
    _ files: [InputFile], jobs: Int, limit: Int, progress: Bool = true,
    transform: @escaping @Sendable (InputFile, [UInt8]) throws(Complaint) -> Value,
    consume: (InputFile, Value) throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> Int {
    let input = io.input
    var line = progress && files.count > 1 ? ProgressLine(io, languages.message) : nil
    defer { line?.clear() }
    var consumed = 0
    try OrderedMap.run(files, jobs: jobs) { (file: InputFile) -> Result<Value, Complaint> in
      do throws(Complaint) {
        let bytes = try InputBytes.read(file, limit: limit, standardInput: input)
        return .success(try transform(file, bytes))
      } catch {
        return .failure(error)
      }
    } consume: { (index: Int, result: Result<Value, Complaint>) throws(CommandFailure) in
      switch result {
      case .failure(let complaint):
        line?.clear()
        tell(complaint)
      case .success(let value):
        try consume(files[index], value)
        consumed += 1
      }
      line?.show(index + 1, of: files.count, files[index].name)
    }
    return consumed
  }
}

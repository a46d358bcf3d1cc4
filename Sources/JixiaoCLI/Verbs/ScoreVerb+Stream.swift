import Jixiao
import JixiaoDocuments

/// The ways of `jixiao score` that do not hold the whole input.
extension ScoreVerb {
  /// `--totals`: block by block, so that the size of the input does not matter.
  static func streamTotals(
    _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> ExitStatus {
    // A stream cannot be looked through before it is scored, so no pack can be chosen from it.
    guard isOnePack(invocation[CommonOptions.rules]) else {
      let asked = invocation[totals] ? totals : summary
      throw .usage([.needs(asked.declaration.spelling, CommonOptions.rules.declaration.spelling + " PACK")])
    }
    if invocation[summary], invocation[totals] || invocation[shard] || invocation[range] != nil {
      throw .usage([.alone(summary.declaration.spelling)])
    }
    var bytes: ByteRange?
    if let text = invocation[range] {
      guard let asked = ByteRange(text) else { throw .usage([.notARange(range.declaration.spelling, text)]) }
      bytes = asked
    }
    let files = try session.select(invocation.arguments)
    if bytes != nil, files.count != 1 {
      throw .usage([.oneFile(range.declaration.spelling, files.count)])
    }
    return try stream(invocation[summary] ? .summary : .totals, invocation, files, bytes, session)
  }

  /// Whether `--rules` names one pack, so that no sheet has to be seen to choose it.
  static func isOnePack(_ rules: String?) -> Bool {
    guard let rules, rules != "all" else { return false }
    return PackNames.embedded.contains(rules) || (try? FileStatus(of: Path(rules)))?.kind != .folder
  }

  /// Whether a file's first line is the header of a flat table, or the file is a pipe that may have one.
  static func isStream(_ file: InputFile) -> Bool {
    guard let path = file.path else { return true }
    guard let bytes = try? InputBytes.beginning(of: path, atMost: 1 << 14),
      let vocabulary = try? Vocabulary.embedded()
    else { return false }
    var line = Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return FlatRowReader.isHeader(line, vocabulary: vocabulary)
  }

  static func stream(
    _ content: ScoreStream.Content, _ invocation: Invocation, _ files: [InputFile], _ bytes: ByteRange?,
    _ session: Session
  ) throws(CommandFailure) -> ExitStatus {
    let vocabulary = try session.vocabulary()
    let limit = invocation[CommonOptions.maximumSize] ?? .max
    let choice = try RuleChoice(
      invocation[CommonOptions.rules], vocabulary: vocabulary, limit: limit, session)
    let pack: RulePack
    do throws(RuleError) {
      guard let first = try choice.packs(for: [], language: session.languages.output).first else {
        throw RuleError(path: "--rules", offset: 0, .missingKey("--rules"))
      }
      pack = first.pack
    } catch {
      throw .complaint(Complaint(error))
    }
    let stream = ScoreStream(
      session: session, content: content, vocabulary: vocabulary,
      scorer: Scorer(pack: pack, vocabulary: vocabulary, language: session.languages.output),
      jobs: invocation[CommonOptions.jobs] ?? 1, blockSize: invocation[blockSize] ?? 1 << 18, limit: limit,
      isStrict: invocation[strict], mostErrors: invocation[maximumErrors] ?? 1000, range: bytes,
      checksAdjacency: invocation[checkAdjacent], isPartial: invocation[shard])
    try session.writing(to: invocation[CommonOptions.output], inputs: files.compactMap(\.path)) {
      (output) throws(CommandFailure) in try stream.run(files, output)
    }
    return .clean
  }
}

extension Session {
  /// Says how many sheets of a file have nothing to score yet.
  func sayPlans(_ count: Int, of file: String) {
    if count == 0 { return }
    say(
      languages.message.pick(
        "\(file): 有 \(count) 张目标表，还没有实际完成值，无可计分；年终填报“实际完成值”和预算执行数后再计分",
        "\(file): \(count) plans without actuals, so there is nothing to score yet; "
          + "fill in 实际完成值 and the executed budget at year-end"))
  }
}

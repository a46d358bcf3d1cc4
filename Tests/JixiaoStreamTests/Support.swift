import Jixiao
import JixiaoDocuments
import JixiaoReports
import Testing

@testable import JixiaoStream

/// A seeded generator: the same cases on every machine and in every run.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Bytes in memory, a few at a time.
final class BytesInput: StreamInput {
  private var rest: ArraySlice<UInt8>
  private let step: Int

  init(_ bytes: [UInt8], step: Int = .max) {
    rest = bytes[...]
    self.step = step
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    let count = min(rest.count, buffer.count, step)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

/// What a stream said: its lines, and its problems as `line:offset why`.
struct Streamed: Equatable {
  var lines: [String] = []
  var problems: [String] = []
  var sheets = 0
}

enum Streaming {
  static let vocabulary: Vocabulary? = try? .embedded()
  static let packs = (try? PackCatalog(vocabulary: .embedded()).ids) ?? []

  static func scorer(_ pack: String) throws -> Scorer {
    let vocabulary = try #require(vocabulary)
    return Scorer(
      pack: try PackCatalog(vocabulary: vocabulary).pack(pack), vocabulary: vocabulary, language: .zh)
  }

  /// The totals of a flat table by the stream.
  static func flat(
    _ table: [UInt8], _ scorer: Scorer, workers: Int = 1, blockSize: Int = 1 << 18, step: Int = .max
  ) throws -> Streamed {
    let vocabulary = try #require(vocabulary)
    let input = BytesInput(table, step: step)
    let opening = try StreamOpening(input, blockSize: blockSize)
    let reader = try FlatRowReader(
      header: opening.firstLine, file: "t.csv", vocabulary: vocabulary, limits: ReadLimits(), language: .zh)
    var streamed = Streamed()
    var bytes: [UInt8] = []
    var lines = 1
    try FlatTotals(reader: reader, scorer: scorer, vocabulary: vocabulary).run(
      input, carry: opening.rest, offset: opening.offset, workers: workers, blockSize: blockSize
    ) { part in
      bytes += part.bytes
      streamed.sheets += part.sheets
      for problem in part.problems {
        let place = problem.moved(down: lines).place
        streamed.problems.append("\(place.line ?? 0):\(place.offset ?? 0) \(problem.why)")
      }
      lines += part.lines
      return true
    }
    streamed.lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return streamed
  }

  /// The same by reading the whole table and scoring sheet by sheet.
  static func wholly(_ table: [UInt8], _ scorer: Scorer) throws -> Streamed {
    let vocabulary = try #require(vocabulary)
    let reader = DocumentReader(vocabulary: vocabulary, language: .zh)
    let document = try reader.read(file: "t.csv", bytes: table)[0]
    let totals = document.sheets.map { SheetTotal(scorer.score($0)) }
    return Streamed(
      lines: String(decoding: TotalsCSV.render(totals), as: UTF8.self).split(separator: "\n").map(
        String.init),
      problems: document.unread.map { "\($0.place.line ?? 0):\($0.place.offset ?? 0) \($0.why)" },
      sheets: totals.count)
  }
}

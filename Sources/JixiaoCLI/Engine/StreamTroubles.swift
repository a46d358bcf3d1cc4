import Jixiao
import JixiaoStream

/// What could not be read in streams: told as it comes, a few at length and the rest by their number.
struct StreamTroubles {
  /// Told one by one in each file; the others are only counted.
  private static let told = 20

  private let session: Session
  private let isStrict: Bool
  private let most: Int
  private var name = ""
  private var lines = 0
  private var knowsLines = true
  private(set) var inFile = 0
  private var count = 0

  init(_ stream: ScoreStream) {
    session = stream.session
    isStrict = stream.isStrict
    most = stream.mostErrors
  }

  mutating func begin(_ file: InputFile) {
    tellRest()
    name = file.name
    lines = 0
    inFile = 0
    knowsLines = true
  }

  /// From here on only bytes are told: the lines above have not been read.
  mutating func forgetLines() { knowsLines = false }

  /// Counts lines above the first block.
  mutating func skip(lines: Int) { self.lines += lines }

  mutating func take(_ part: StreamPart) throws(CommandFailure) {
    for problem in part.problems {
      count += 1
      inFile += 1
      let moved = knowsLines ? problem.moved(down: lines) : problem.withoutLine
      if inFile <= Self.told {
        let seen = moved.text.count > 40 ? moved.text.prefix(40) + "…" : Substring(moved.text)
        func at(_ language: Language) -> String {
          let place = moved.place.line == nil ? "" : moved.place.described(in: language)
          return place + (moved.place.offset.map { language.pick("（第 \($0) 字节）", " (byte \($0))") } ?? "")
        }
        session.tell(
          Complaint(
            name, Wording("\(at(.zh))“\(seen)”：\(moved.why)", "\(at(.en)) “\(seen)”: \(moved.why)")))
      }
      if isStrict {
        throw .complaint(
          Complaint(name, Wording("有一处未读，按 --strict 停止", "something was not read; stopped by --strict")))
      }
      if count > most {
        throw .complaint(
          Complaint(
            "--max-errors", Wording("未读超过 \(most) 处，停止", "more than \(most) places were not read; stopped"),
            remedy: Wording("请检查文件，或加大 --max-errors", "check the file, or raise --max-errors")))
      }
    }
    lines += part.lines
  }

  mutating func finish() throws(CommandFailure) { tellRest() }

  private func tellRest() {
    guard inFile > Self.told else { return }
    let rest = inFile - Self.told
    session.tell(Complaint(name, Wording("另有 \(rest) 处未读", "\(rest) more places were not read")))
  }
}

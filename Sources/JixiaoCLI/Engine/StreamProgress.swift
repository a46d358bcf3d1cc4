import Jixiao

/// How far a stream is: bytes, rate and time left, on a terminal only and a few times a second.
struct StreamProgress {
  private var line: ProgressLine?
  private let language: Language
  private let clock = ContinuousClock()
  private var shownAt: ContinuousClock.Instant
  private let begun: ContinuousClock.Instant
  private var done = 0
  /// Of all inputs; nil where one of them is a pipe or compressed.
  private let total: Int?

  init(_ session: Session, total: Int?) {
    language = session.languages.message
    line = ProgressLine(session.io, language)
    begun = clock.now
    shownAt = begun
    self.total = total
  }

  /// Adds bytes that have been worked on.
  mutating func add(_ bytes: Int, of name: String) {
    done += bytes
    if line == nil { return }
    let now = clock.now
    guard now - shownAt > .milliseconds(200) else { return }
    shownAt = now
    let text = Self.text(done: done, of: total, after: now - begun, in: language)
    line?.show(text, name)
  }

  mutating func clear() { line?.clear() }

  /// `512/1430 MB, 900 MB/s, 2 s left`.
  static func text(done: Int, of total: Int?, after time: Duration, in language: Language) -> String {
    let milliseconds = Int(time / .milliseconds(1))
    let rate = milliseconds > 0 ? done / milliseconds : 0
    func megabytes(_ bytes: Int) -> String { String(bytes / 1_000_000) }
    let amount = megabytes(done) + (total.map { "/" + megabytes($0) } ?? "") + " MB"
    let speed = "\(rate / 1000) MB/s"
    guard let total, rate > 0 else { return "\(amount), \(speed)" }
    let left = max(0, total - done) / rate / 1000
    return "\(amount), \(speed), " + language.pick("还需 \(left) 秒", "\(left) s left")
  }
}

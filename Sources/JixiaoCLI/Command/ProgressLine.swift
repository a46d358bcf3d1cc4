import Jixiao
import JixiaoReports

/// One line on a terminal that says how far the work is, rewritten in place and wiped at the end.
struct ProgressLine {
  private let sink: any ByteSink
  private let width: Int
  private let language: Language
  private var shown = false

  /// Nil unless messages go to a terminal.
  init?(_ io: IO, _ language: Language) {
    guard io.errorsIsTerminal else { return nil }
    sink = io.errors
    width = io.width ?? 80
    self.language = language
  }

  /// Shows how many inputs are finished and the name of the last.
  mutating func show(_ done: Int, of total: Int, _ name: String) {
    show(language.pick("已处理 \(done)/\(total)", "\(done)/\(total) done"), name)
  }

  /// Shows some words and the name of what is worked on.
  mutating func show(_ words: String, _ name: String) {
    let text = words + " " + name.withVisibleControls
    write("\r" + DisplayWidth.cut(text, to: width - 1) + "\u{1b}[K")
    shown = true
  }

  mutating func clear() {
    guard shown else { return }
    write("\r\u{1b}[K")
    shown = false
  }

  /// A terminal that has gone away is no reason to stop the work.
  private func write(_ text: String) {
    try? sink.writeAll(Array(text.utf8))
  }
}

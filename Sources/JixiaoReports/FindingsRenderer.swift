import Jixiao

/// Renders findings as they come, so that a stream of any length can be checked: head, documents, end.
///
/// A value of one run; `findings` may be called as often as there are batches.
public protocol FindingsRenderer {
  /// What stands before the first document.
  mutating func begin() -> [UInt8]
  mutating func open(_ file: String) -> [UInt8]
  /// Some findings of the open document; suppressed ones are among them.
  mutating func findings(_ findings: [Finding]) -> [UInt8]
  mutating func close() -> [UInt8]
  /// What stands behind the last document, with what became of each check.
  mutating func end(_ counts: [CheckCount]) -> [UInt8]
}

extension FindingsRenderer {
  public mutating func begin() -> [UInt8] { [] }
  public mutating func open(_ file: String) -> [UInt8] { [] }
  public mutating func close() -> [UInt8] { [] }
  public mutating func end(_ counts: [CheckCount]) -> [UInt8] { [] }
}

/// The elements of a breaking array of JSON whose writer does not wait for the last one.
struct JSONElements {
  private let head: ArraySlice<UInt8>
  private let tail: ArraySlice<UInt8>
  private let indent: Int
  private var isEmpty = true

  /// Cuts a whole JSON, in which the array of this key is empty, in two; no text inside it can hold an unescaped quote.
  init(_ json: [UInt8], key: String, indent: Int) {
    let mark = Array("\"\(key)\":[".utf8)
    let cut = json.indices.first { json[$0...].starts(with: mark) }.map { $0 + mark.count } ?? json.count
    head = json[..<cut]
    tail = json[cut...]
    self.indent = indent
  }

  func begin() -> [UInt8] { Array(head) }

  /// Begins the line of the next element.
  mutating func nextElement(_ json: inout JSONWriter) {
    json.nextLine(isFirst: isEmpty, indent: indent)
    isEmpty = false
  }

  /// The rest of the JSON; or another one's, where it has only become known.
  func end(_ json: [UInt8]? = nil, key: String = "") -> [UInt8] {
    var bytes: [UInt8] = []
    if !isEmpty { bytes = [UInt8(ascii: "\n")] + repeatElement(UInt8(ascii: " "), count: indent - 1) }
    bytes += json.map { JSONElements($0, key: key, indent: indent).tail } ?? tail
    return bytes
  }
}

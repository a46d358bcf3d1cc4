import Jixiao

/// Something in a stream that could not be read, with its line in the block and its byte in the input.
package struct StreamProblem: Sendable {
  /// Its line counts from the block's first until `moved(down:)` adds the lines above.
  package private(set) var place: Place
  package let text: String
  package let why: String

  init(_ flaw: Document.Unread, line: Int) {
    place = flaw.place
    place.line = line
    text = flaw.text
    why = flaw.why
  }

  /// The same known by its byte alone.
  package var withoutLine: StreamProblem {
    var same = self
    same.place.line = nil
    return same
  }

  /// The same with its line counted from the input's first.
  package func moved(down lines: Int) -> StreamProblem {
    var moved = self
    moved.place.line = place.line.map { $0 + lines }
    return moved
  }
}

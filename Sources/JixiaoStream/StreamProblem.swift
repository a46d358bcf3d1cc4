import Jixiao

/// Something in a stream that could not be read, with its line in the block and its byte in the input.
package struct StreamProblem: Sendable {
  package var place: Place
  package let text: String
  package let why: String

  init(_ flaw: Document.Unread, line: Int) {
    place = flaw.place
    place.line = line
    text = flaw.text
    why = flaw.why
  }
}

/// What one block of a stream gave.
package struct StreamPart: Sendable {
  /// Lines of the result.
  package let bytes: [UInt8]
  package var problems: [StreamProblem]
  /// Lines of the input, blank ones too.
  package let lines: Int
  package let sheets: Int
  /// Bytes of the input.
  package let count: Int
  /// Where its sheets begin, if that was asked for.
  package var starts = SheetStarts()
}

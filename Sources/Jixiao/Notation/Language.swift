/// The language of messages and of words in an output; machine formats are Chinese unless asked otherwise.
public enum Language: String, Sendable, CaseIterable {
  case zh, en

  /// Chooses between two wordings of one message, so that both stand side by side in the source.
  @inlinable
  public func pick(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    self == .zh ? zh() : en()
  }
}

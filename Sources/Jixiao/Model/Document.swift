/// What was read from one file: its sheets, and everything that could not be read with certainty.
public struct Document: Sendable, Hashable {
  /// A cell or line that was seen and not understood.
  public struct Unread: Sendable, Hashable {
    public var place: Place
    public var text: String
    public var why: String

    public init(place: Place, text: String, why: String) {
      self.place = place
      self.text = text
      self.why = why
    }
  }

  /// The file as outputs name it: relative, never absolute; `-` for standard input.
  public var file: String
  /// SHA-256 of the bytes in hexadecimal; nil for a stream.
  public var sha256: String?
  /// The reader that understood the file: `cell-lines`, `tab-table`, `json` …
  public var reader: String
  public var sheets: [Sheet]
  public var unread: [Unread]
  /// What a user should hear about the reading although nothing was lost by it: unknown keys and columns, each once.
  public var notices: [String]
  /// What stands around the sheets, as far as it can be held against them.
  public var figures = PublishedFigures()
  /// How it was read, for a user who asks.
  public var trace = ReadTrace()

  public init(
    file: String, sha256: String? = nil, reader: String, sheets: [Sheet], unread: [Unread] = [],
    notices: [String] = []
  ) {
    self.file = file
    self.sha256 = sha256
    self.reader = reader
    self.sheets = sheets
    self.unread = unread
    self.notices = notices
  }
}

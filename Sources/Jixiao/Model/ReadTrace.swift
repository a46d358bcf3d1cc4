/// How a document was read: which readers were asked, which tables were seen, what their headings were taken for, and
/// which rows were dropped as a template's empty ones.
public struct ReadTrace: Sendable, Hashable {
  /// A reader that did not take the file, and why.
  public struct Attempt: Sendable, Hashable {
    public var reader: String
    public var why: String

    public init(reader: String, why: String) {
      self.reader = reader
      self.why = why
    }
  }

  /// A heading and the column it was taken for.
  public struct Heading: Sendable, Hashable {
    public enum Use: Sendable, Hashable {
      /// The heading is a known word for the field.
      case field(Indicator.Field)
      /// A second column of signs, asked where the first has none: 指标方向.
      case moreSigns
      /// Known, but another column of the same meaning is used: a long-term target beside the annual one.
      case notUsed(Indicator.Field)
      /// Known, and of no use: 备注.
      case ignored
      case unknown
      case blank
    }

    public var text: String
    public var use: Use

    public init(text: String, use: Use) {
      self.text = text
      self.use = use
    }
  }

  /// A table below headings.
  public struct Table: Sendable, Hashable {
    public var place: Place
    /// Over how many rows the headings reach.
    public var headingRows: Int
    public var headings: [Heading]
    /// Rows below the headings, and those of them that became indicators.
    public var rows = 0
    public var indicators = 0

    public init(place: Place, headingRows: Int, headings: [Heading]) {
      self.place = place
      self.headingRows = headingRows
      self.headings = headings
    }
  }

  /// A row that holds nothing of the sheet.
  public struct Dropped: Sendable, Hashable {
    public var place: Place
    public var text: String
    public var why: String

    public init(place: Place, text: String, why: String) {
      self.place = place
      self.text = text
      self.why = why
    }
  }

  public var tried: [Attempt] = []
  public var tables: [Table] = []
  public var dropped: [Dropped] = []

  public init() {}
}

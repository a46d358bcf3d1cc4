/// One thing supposed to be otherwise: the actual or the weight of an indicator.
public struct Assumption: Sendable, Hashable {
  /// The document's name as outputs write it; nil matches any.
  public let file: String?
  public let sheet: Int
  public let indicator: Int
  public let actual: String?
  public let weight: Exact?
  /// Where it stands in its own file.
  public let line: Int?

  public init(file: String?, sheet: Int, indicator: Int, actual: String?, weight: Exact?, line: Int? = nil) {
    self.file = file
    self.sheet = sheet
    self.indicator = indicator
    self.actual = actual
    self.weight = weight
    self.line = line
  }
}

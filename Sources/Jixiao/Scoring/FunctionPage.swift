/// The manual page of a scoring function: what `jixiao explain` prints.
public struct FunctionPage: Sendable {
  public struct Parameter: Sendable {
    public let name: String
    public let fallback: String
    public let zh: String
    public let en: String

    init(_ name: String, default fallback: String, _ zh: String, _ en: String) {
      self.name = name
      self.fallback = fallback
      self.zh = zh
      self.en = en
    }
  }

  public let name: String
  public let zh: String
  public let en: String
  /// r is actual over target, w the weight.
  public let formula: String
  public let parameters: [Parameter]
  /// A worked example in numbers.
  public let example: String
  public let source: String
}

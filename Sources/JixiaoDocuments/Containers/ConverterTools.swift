import Jixiao

/// The programs outside that turn a form which is not read here into one that is; the caller runs them.
///
/// This library starts no program. Without tools, PDF and old Office files end in a message that says what is missing.
public struct ConverterTools: Sendable {
  /// An old Office file: text (doc, wps) or table (xls, et).
  public enum OfficeKind: Sendable, Hashable {
    case text, spreadsheet
  }

  /// Why a program gave no answer.
  public enum Failure: Error, Sendable, Equatable {
    case absent
    case timedOut(seconds: Int)
    /// Its status and what it said.
    case failed(status: Int, said: String)
  }

  /// The words of a PDF with their boxes: what `pdftotext -bbox-layout - -` writes.
  public var pdfWords: @Sendable ([UInt8]) throws(Failure) -> [UInt8]
  /// An old Office file as a web page: what `soffice --headless --convert-to html` writes.
  public var officePage: @Sendable ([UInt8], OfficeKind) throws(Failure) -> [UInt8]

  public init(
    pdfWords: @escaping @Sendable ([UInt8]) throws(Failure) -> [UInt8],
    officePage: @escaping @Sendable ([UInt8], OfficeKind) throws(Failure) -> [UInt8]
  ) {
    self.pdfWords = pdfWords
    self.officePage = officePage
  }

  /// No program at all.
  public static let none = ConverterTools(
    pdfWords: { (_) throws(Failure) in throw .absent },
    officePage: { (_, _) throws(Failure) in throw .absent })
}

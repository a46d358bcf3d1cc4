import Jixiao

/// A form of document that is a package of parts.
protocol PackageFormat: Sendable {
  /// As outputs name the reader: `docx`.
  var name: String { get }
  var kind: OfficePackage.Kind { get }

  func read(
    _ package: OfficePackage, _ input: ReaderInput, budget: inout ZipInflate.Budget
  ) throws(ReadError) -> Reading
}

/// The registry of packages.
enum PackageFormats {
  static let all: [any PackageFormat] = [DocxReader(), XlsxReader()]
}

/// Reads what is packed by zip: a docx, an xlsx, or an archive of documents.
struct PackageReader {
  /// How one file is read, an entry of an archive included: its name, its bytes, how deep in archives it lies.
  typealias ReadFile = (
    _ file: String, _ bytes: [UInt8], _ nesting: Int, _ budget: inout ZipInflate.Budget
  ) throws(ReadError) -> [Document]

  let file: String
  let vocabulary: Vocabulary
  let limits: ReadLimits
  let language: Language
  /// How many archives lie around this file.
  let nesting: Int

  func read(
    _ bytes: [UInt8], budget: inout ZipInflate.Budget, readFile: ReadFile
  ) throws(ReadError) -> [Document] {
    let archive: ZipArchive
    let package: OfficePackage?
    do throws(PackageFault) {
      archive = try ZipArchive(bytes, limits: limits)
      package = try OfficePackage(archive, budget: &budget)
    } catch { throw ReadError(file: file, .package(error)) }
    guard let package else {
      return try ArchiveReader(file: file, limits: limits, language: language, nesting: nesting)
        .read(archive, budget: &budget, readFile: readFile)
    }
    if case .other(let kind) = package.kind { throw ReadError(file: file, .package(.otherKind(kind))) }
    guard let format = PackageFormats.all.first(where: { $0.kind == package.kind }) else {
      throw ReadError(file: file, .package(.partMissing(package.main)))
    }
    let input = ReaderInput(
      file: file, sha256: SHA256.hexadecimal(bytes), offsetsHold: false, lines: TextLines([]),
      vocabulary: vocabulary, limits: limits, language: language)
    let reading = try format.read(package, input, budget: &budget)
    guard let nothing = reading.nothing else { return reading.documents }
    throw ReadError(
      file: file, .noSheet(tried: [ReadError.Attempt(reader: format.name, why: nothing)], seen: reading.seen))
  }
}

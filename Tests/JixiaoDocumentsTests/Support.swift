import Jixiao
import JixiaoDocuments
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where this repository keeps its files, and where the shared corpus is, if it is.
enum Files {
  static let package: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()
  static let fixtures = package + "/Tests/Fixtures"
  static let golden = package + "/Tests/JixiaoDocumentsTests/Golden"
  /// The folder beside the package; nil where the project stands alone.
  static let shared: String? = {
    let parent = package.split(separator: "/").dropLast().joined(separator: "/")
    let folder = "/" + parent + "/shared"
    return access(folder + "/truth/quxian-2024.json", R_OK) == 0 ? folder : nil
  }()

  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }

  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}

func reader(limits: ReadLimits = ReadLimits(), language: Language = .zh) throws -> DocumentReader {
  DocumentReader(vocabulary: try Vocabulary.embedded(), limits: limits, language: language)
}

func documents(_ text: String, limits: ReadLimits = ReadLimits(), language: Language = .zh) throws
  -> [Document]
{
  try reader(limits: limits, language: language).read(file: "a.txt", bytes: Array(text.utf8))
}

func fixture(_ name: String) throws -> [Document] {
  let bytes = try #require(Files.bytes("\(Files.fixtures)/\(name)"))
  return try reader().read(file: name, bytes: bytes)
}

/// Compares with a golden file, which only `GOLDEN=update swift test` writes.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let path = "\(Files.golden)/\(name)"
  if let mode = getenv("GOLDEN"), String(cString: mode) == "update" {
    #expect(Files.write(bytes, to: path), "could not write \(path)", sourceLocation: sourceLocation)
    return
  }
  #expect(
    Files.bytes(path) == bytes, "\(name) differs; look at it, then run: GOLDEN=update swift test",
    sourceLocation: sourceLocation)
}

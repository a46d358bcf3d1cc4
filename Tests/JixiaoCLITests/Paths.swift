#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where this repository keeps its files, and where the shared corpus is, if it is.
enum Paths {
  static let package: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()
  static let fixtures = package + "/Tests/Fixtures"
  static let selfAssessment = fixtures + "/self-assessment-cell-lines.txt"
  static let plan = fixtures + "/plan-tab-table.txt"

  /// The folder of published documents beside the package; nil where the project stands alone.
  static let corpus: String? = {
    let parent = package.split(separator: "/").dropLast().joined(separator: "/")
    let folder = "/" + parent + "/shared/corpus"
    return access(folder + "/quxian-2024.txt", R_OK) == 0 ? folder : nil
  }()

  static func text(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[..<count]
    }
  }
}

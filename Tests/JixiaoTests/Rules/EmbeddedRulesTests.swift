import Jixiao
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The binary carries every rule file of the folder `Rules`, byte for byte.
@Suite struct EmbeddedRulesTests {
  static let folder: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/") + "/Rules"
  }()

  @Test func everyFileIsEmbedded() throws {
    var found: [String] = []
    for name in try names(in: Self.folder) where !name.contains(".") {
      for file in try names(in: Self.folder + "/" + name) where file.hasSuffix(".json") {
        found.append("\(name)/\(file)")
      }
    }
    #expect(found.count > 10)
    #expect(EmbeddedRules.names.sorted() == found.sorted(), "add the file to Rules/embed.c")
  }

  @Test(arguments: EmbeddedRules.names)
  func theBytesAreTheFiles(_ name: String) throws {
    let file = try #require(fopen(Self.folder + "/" + name, "rb"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    #expect(EmbeddedRules.bytes(named: name) == Array(bytes[..<count]))
  }

  private func names(in folder: String) throws -> [String] {
    let stream = try #require(opendir(folder))
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}

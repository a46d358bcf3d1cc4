import JixiaoDocuments

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ConverterTools {
  /// The programs of the user's machine: poppler's `pdftotext`, LibreOffice's `soffice`.
  static let installed = ConverterTools(
    pdfWords: { (bytes) throws(Failure) in
      try ChildProcess.run("pdftotext", ["-q", "-bbox-layout", "-enc", "UTF-8", "-", "-"], input: bytes)
    },
    officePage: { (bytes, kind) throws(Failure) in try convert(bytes, kind) })

  /// LibreOffice reads and writes files only: a folder of its own holds both, its profile too, and is removed.
  private static func convert(_ bytes: [UInt8], _ kind: OfficeKind) throws(Failure) -> [UInt8] {
    var template = Array("\(temporaryFolder)/jixiao-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .failed(status: -1, said: "mkdtemp") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = try? ChildProcess.run("rm", ["-rf", "--", folder]) }
    let source = folder + (kind == .text ? "/in.doc" : "/in.xls")
    guard save(bytes, source) else { throw .failed(status: -1, said: source) }
    _ = try ChildProcess.run(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to",
        kind == .text ? "html:HTML (StarWriter)" : "html:HTML (StarCalc)", "--outdir", folder, source,
      ], seconds: 120)
    guard let page = load("\(folder)/in.html"), !page.isEmpty else {
      throw .failed(status: 0, said: "in.html")
    }
    return page
  }

  private static var temporaryFolder: String {
    guard let folder = getenv("TMPDIR").map({ String(cString: $0) }), !folder.isEmpty else { return "/tmp" }
    return folder
  }

  private static func save(_ bytes: [UInt8], _ path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }

  private static func load(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}

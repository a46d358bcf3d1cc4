import Foundation
import Testing

/// Programs that users open our files with, where a machine has them; tests that need one say aloud when it is absent.
enum Programs {
  static let chromium = find("chromium", "chromium-browser", "google-chrome")
  static let office = find("soffice", "libreoffice")

  private static func find(_ names: String...) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/usr/local/bin").split(
      separator: ":")
    for name in names {
      for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }

  /// Runs a program to its end.
  ///
  /// - Returns: its exit status, and what it wrote to standard output and standard error.
  static func run(_ program: String, _ arguments: [String]) throws -> (
    status: Int32, output: String, errors: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let scratch = try Folder()
    let (output, errors) = (scratch.url("out"), scratch.url("err"))
    for url in [output, errors] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self),
      String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
  }

  /// Converts a document with LibreOffice, with a profile of its own so that a running one is not disturbed.
  static func convert(_ bytes: [UInt8], named name: String, to format: String, in folder: Folder) throws {
    let program = try #require(office)
    try Data(bytes).write(to: folder.url(name))
    let (status, _, errors) = try run(
      program,
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", format,
        "--outdir", folder.path, folder.path + "/" + name,
      ])
    try #require(status == 0, "\(errors)")
  }
}

/// A temporary folder that goes with its owner.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/jixiao-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? [] }
}

import Jixiao
import Synchronization

@testable import JixiaoCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A channel that keeps what is written, a few bytes a call, and can refuse like a disk or a pipe.
final class Collector: ByteSink {
  private let kept = Mutex<[UInt8]>([])
  private let capacity: Int
  private let refusal: SystemError

  init(capacity: Int = .max, refusal: Int32 = 0) {
    self.capacity = capacity
    self.refusal = SystemError(code: refusal)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    let room = min(bytes.count, 7, capacity - kept.withLock { $0.count })
    guard room > 0 else { throw refusal }
    kept.withLock { $0.append(contentsOf: bytes.prefix(room)) }
    return room
  }

  var text: String { String(decoding: kept.withLock { $0 }, as: UTF8.self) }
}

/// Standard input with given content.
final class Feed: ByteSource {
  private let rest: Mutex<[UInt8]>

  init(_ text: String) { rest = Mutex(Array(text.utf8)) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    rest.withLock { rest in
      let count = min(rest.count, buffer.count, 5)
      buffer.copyBytes(from: rest.prefix(count))
      rest.removeFirst(count)
      return count
    }
  }
}

/// What one command line did.
struct Ran: Equatable {
  let status: Int32
  let output: String
  let errors: String
}

/// Runs a command line in process.
func jixiao(
  _ arguments: [String], input: String = "", environment: [String: String] = [:], terminal: Bool = false,
  output: Collector = Collector()
) -> Ran {
  let errors = Collector()
  let io = IO(
    input: Feed(input), output: output, errors: errors, inputIsTerminal: false, outputIsTerminal: terminal,
    errorsIsTerminal: terminal, width: terminal ? 40 : nil)
  let status = Command.run(
    arguments: arguments, environment: environment, io: io,
    registry: VerbRegistry(verbs: VerbRegistry.standard.verbs + [probe]))
  return Ran(status: status, output: output.text, errors: errors.text)
}

/// A verb that says how long each input is, to see the ways in and out without an engine.
private let probe = Verb(
  name: "probe", summary: Wording("试探", "probe"), usage: [Wording("文件…", "FILE…")], arguments: [.files],
  options: [
    CommonOptions.output.declaration, CommonOptions.force.declaration, CommonOptions.jobs.declaration,
    CommonOptions.maximumSize.declaration, CommonOptions.failOn.declaration,
  ],
  examples: [],
  run: { (invocation, session) throws(CommandFailure) in
    let output = invocation[CommonOptions.output]
    let files = try session.select(invocation.arguments)
    try session.writing(
      to: output, keepingExisting: !invocation[CommonOptions.force], inputs: files.compactMap(\.path)
    ) { (output) throws(CommandFailure) in
      try session.forEach(
        files, jobs: invocation[CommonOptions.jobs] ?? 1, limit: invocation[CommonOptions.maximumSize] ?? .max
      ) { (file, bytes) throws(Complaint) -> String in
        if bytes == Array("bad".utf8) { throw Complaint(file.shown, Wording("坏", "bad")) }
        return "\(file.name) \(bytes.count)\n"
      } consume: { (_, line) throws(CommandFailure) in
        try output.write(line)
      }
    }
    return invocation[CommonOptions.failOn] == .note ? .findings : .clean
  })

/// A folder of its own for one test, removed at the end.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/jixiao-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/tmp"
    }
  }

  deinit {
    if path != "/tmp" { _ = Spawned.run(["/bin/rm", "-rf", path]) }
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, making the folders above it.
  @discardableResult
  func file(_ name: String, _ content: String = "x") -> String {
    if let slash = name.lastIndex(of: "/") { folder(String(name[..<slash])) }
    let full = self(name)
    let descriptor = open(full, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(descriptor) }
    try? Descriptor(descriptor).writeAll(Array(content.utf8))
    return full
  }

  @discardableResult
  func folder(_ name: String) -> String {
    var made = ""
    for part in name.split(separator: "/") {
      made += "/" + part
      mkdir(path + made, 0o755)
    }
    return self(name)
  }

  func content(_ name: String) -> String? {
    let file = InputFile(source: .file(Path(self(name))), name: name)
    let bytes = try? InputBytes.read(file, limit: .max, standardInput: Feed(""))
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every name in the folder, hidden ones too.
  var names: [String] { Spawned.run(["/bin/ls", "-A", path]).output.split(separator: "\n").map(String.init) }
}

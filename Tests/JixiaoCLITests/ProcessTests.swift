import Testing

@testable import JixiaoCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built command as a process of its own; said aloud where it was not built.
@Suite(.enabled(if: Spawned.binary != nil, "skipped: the jixiao binary is not beside the tests"), .serialized)
struct ProcessTests {
  private let binary = Spawned.binary ?? ""

  private func shell(_ script: String) -> Ran {
    Spawned.run(["/bin/bash", "-c", "J='\(binary)'; \(script)"])
  }

  @Test func aReaderThatIsGoneIsNoFailure() {
    #expect(
      Spawned.run([binary, "completions", "bash"], output: .closed) == Ran(status: 0, output: "", errors: ""))
    let ran = shell("\"$J\" completions fish | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(ran.output.hasSuffix("\n0\n") && ran.errors.isEmpty)
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "skipped: no /dev/full"))
  func aFullDiskIsTold() {
    #expect(
      shell("\"$J\" completions bash > /dev/full")
        == Ran(status: 2, output: "", errors: "jixiao: 标准输出没有写完：磁盘已满；请腾出空间，或用 -o 写到别处\n"))
  }

  @Test func aFileSizeLimitLeavesNoHalfFile() {
    let scratch = Scratch()
    let ran = shell("ulimit -f 1; \"$J\" completions bash -o \(scratch("out"))")
    #expect(
      ran
        == Ran(
          status: 2, output: "",
          errors: "jixiao: \(scratch("out")): 没有写出：超出允许的文件大小，原文件未动；请提高 ulimit -f，或换一个文件系统\n"))
    #expect(scratch.names.isEmpty)
  }

  @Test func closedStandardOutputIsTold() {
    #expect(
      shell("\"$J\" version >&-")
        == Ran(status: 2, output: "", errors: "jixiao: 标准输出没有写完：已关闭，不能用；请用 -o 写到别处\n"))
  }

  @Test func messagesNeverLandInTheResult() {
    let scratch = Scratch()
    let ran = shell(
      "\"$J\" completions fish -o \(scratch("out")) 2>&- >&-; \"$J\" completions fish | cmp - \(scratch("out"))"
    )
    #expect(ran == Ran(status: 0, output: "", errors: ""))
  }

  @Test func missingPermissionIsTold() {
    let scratch = Scratch()
    chmod(scratch.path, 0o755)
    scratch.folder("locked")
    scratch.file("secret.txt")
    chmod(scratch("locked"), 0)
    chmod(scratch("secret.txt"), 0)
    var command = "'\(binary)'"
    if geteuid() == 0 {
      guard access("/usr/bin/setpriv", X_OK) == 0 else {
        print("skipped: root may read everything, and setpriv is not here")
        return
      }
      command = "/usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups " + command
    }
    defer { chmod(scratch("locked"), 0o755) }
    func run(_ words: String) -> Ran { shell("cd \(scratch.path); \(command) \(words)") }
    #expect(
      run("read locked")
        == Ran(status: 2, output: "", errors: "jixiao: locked: 读不了：没有权限；请用 chmod u+rx 放开这个文件夹，或换有权限的用户\n"))
    #expect(
      run("version --lang en; \(command) completions bash -o locked/x")
        == Ran(
          status: 2, output: "jixiao \(Version.current)\n",
          errors: "jixiao: locked/x: 不能写：没有权限；请换一个可写的文件夹（locked 不可写），或放开权限\n"))
  }

  /// The whole process, the best of ten, far inside the 50 ms that the design allows.
  @Test func itStartsAtOnce() {
    let clock = ContinuousClock()
    let best = (0..<10).map { _ in
      clock.measure { #expect(Spawned.run([binary, "version"]).output == "jixiao \(Version.current)\n") }
    }.min()
    #expect(best ?? .seconds(1) < .milliseconds(50))
  }
}

import Jixiao
import Testing

@testable import JixiaoCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Test func aClosedPipeIsQuiet() {
  let pipe = Collector(capacity: 10, refusal: EPIPE)
  let ran = jixiao(["completions", "bash"], output: pipe)
  #expect(ran.status == 0)
  #expect(ran.errors.isEmpty)
}

@Test func aClosedPipeDoesNotHideAFileThatWasNotRead() {
  let scratch = Scratch()
  let ran = jixiao(
    ["probe", scratch("missing"), scratch.file("a.txt")], output: Collector(capacity: 0, refusal: EPIPE))
  #expect(ran.status == 2)
}

@Test(arguments: [
  (ENOSPC, "磁盘已满；请腾出空间，或用 -o 写到别处", "disk full; free some space, or write elsewhere with -o"),
  (EIO, "读写设备出错；请用 -o 写到别处", "input/output error of the device; write elsewhere with -o"),
])
func aRefusedWriteIsTold(_ code: Int32, _ zh: String, _ en: String) {
  let words = ["completions", "fish"]
  #expect(
    jixiao(words, output: Collector(capacity: 0, refusal: code))
      == Ran(status: 2, output: "", errors: "jixiao: 标准输出没有写完：\(zh)\n"))
  #expect(
    jixiao(words + ["--lang=en"], output: Collector(capacity: 0, refusal: code))
      == Ran(status: 2, output: "", errors: "jixiao: standard output is incomplete: \(en)\n"))
}

@Test func aFileIsWrittenWholeAndNothingElseIsLeft() {
  let scratch = Scratch()
  let input = scratch.file("in.txt", "12")
  #expect(jixiao(["probe", input, "-o", scratch("out")]) == Ran(status: 0, output: "", errors: ""))
  #expect(scratch.content("out") == "in.txt 2\n")
  #expect(scratch.names == ["in.txt", "out"])
}

@Test func anOldFileIsReplacedWithItsPermissionsThroughALink() throws {
  let scratch = Scratch()
  let input = scratch.file("in.txt", "12")
  let old = scratch.file("old", "old")
  chmod(old, 0o640)
  symlink("old", scratch("link"))
  #expect(jixiao(["probe", input, "--force", "-o", scratch("link")]).status == 0)
  #expect(scratch.content("old") == "in.txt 2\n")
  #expect(try FileStatus(of: Path(old)).mode == 0o640)
  #expect(scratch.names == ["in.txt", "link", "old"])
}

@Test func aFailureLeavesTheOldFileAlone() {
  let scratch = Scratch()
  let old = scratch.file("old", "old")
  let session = Session(
    io: .process, environment: [:], languages: LanguageChoice(asked: .zh, environment: [:]),
    registry: .standard)
  #expect(throws: CommandFailure.reported) {
    try session.writing(to: old) { (output) throws(CommandFailure) in
      try output.write(String(repeating: "half", count: 100_000))
      throw .reported
    }
  }
  #expect(scratch.content("old") == "old")
  #expect(scratch.names == ["old"])
}

@Test func deviceAndDashAreWrittenStraightTo() {
  let scratch = Scratch()
  let input = scratch.file("in.txt", "12")
  #expect(jixiao(["probe", input, "-o", "-"]).output == "in.txt 2\n")
  #expect(jixiao(["probe", input, "-o", "/dev/null"]) == Ran(status: 0, output: "", errors: ""))
  #expect(
    jixiao(["probe", input, "-o", "/dev/full"])
      == Ran(status: 2, output: "", errors: "jixiao: /dev/full: 没有写出：磁盘已满，原文件未动；请腾出空间，或用 -o 写到别处\n"))
}

private struct Refused: CustomTestStringConvertible {
  let output: String
  let zh: String
  let en: String

  var testDescription: String { output }

  static let cases = [
    Refused(
      output: "folder", zh: "不能写：是文件夹；请写出文件名，例如 DIR/folder/结果.json",
      en: "cannot be written: is a folder; give a file name, such as DIR/folder/结果.json"),
    Refused(
      output: "new/", zh: "不能写：是文件夹；请写出文件名，例如 DIR/new/结果.json",
      en: "cannot be written: is a folder; give a file name, such as DIR/new/结果.json"),
    Refused(
      output: "none/out", zh: "不能写：不存在；请先建文件夹：mkdir -p DIR/none",
      en: "cannot be written: does not exist; make the folder first: mkdir -p DIR/none"),
    Refused(
      output: "in.txt", zh: "不能写：它也是输入；请换一个输出文件",
      en: "cannot be written: it is an input too; choose another output file"),
    Refused(
      output: "./link", zh: "不能写：它也是输入；请换一个输出文件",
      en: "cannot be written: it is an input too; choose another output file"),
    Refused(
      output: "in.txt/out", zh: "不能写：路径中有一段不是文件夹；请检查输出路径",
      en: "cannot be written: a part of the path is not a folder; check the output path"),
  ]
}

@Test(arguments: Refused.cases)
private func anOutputThatCannotBeIsToldBeforeTheWork(_ refused: Refused) {
  let scratch = Scratch()
  let input = scratch.file("in.txt", "12")
  scratch.folder("folder")
  symlink("in.txt", scratch("link"))
  func told(_ text: String) -> String {
    "jixiao: \(scratch(refused.output)): \(text)\n".split(separator: "DIR").joined(separator: scratch.path)
  }
  let words = ["probe", input, "--force", "-o", scratch(refused.output)]
  #expect(jixiao(words) == Ran(status: 2, output: "", errors: told(refused.zh)))
  #expect(jixiao(words + ["--lang", "en"]) == Ran(status: 2, output: "", errors: told(refused.en)))
  #expect(scratch.content("in.txt") == "12")
}

@Test func anExistingFormIsKeptWithoutForce() {
  let scratch = Scratch()
  let input = scratch.file("in.txt", "12")
  let old = scratch.file("old", "old")
  #expect(
    jixiao(["probe", input, "-o", old])
      == Ran(status: 2, output: "", errors: "jixiao: \(old): 已经存在，没有覆盖；请换一个文件名，或加 --force 覆盖\n"))
  #expect(scratch.content("old") == "old")
}

@Test func colourIsForTerminalsThatWantIt() {
  func uses(_ environment: [String: String], terminal: Bool, _ output: String?) -> Bool {
    let io = IO(
      input: Feed(""), output: Collector(), errors: Collector(), inputIsTerminal: false,
      outputIsTerminal: terminal, errorsIsTerminal: false, width: nil)
    let languages = LanguageChoice(asked: nil, environment: environment)
    return Session(io: io, environment: environment, languages: languages, registry: .standard)
      .usesColour(writingTo: output)
  }
  #expect(uses([:], terminal: true, nil))
  #expect(uses(["NO_COLOR": ""], terminal: true, "-"))
  #expect(!uses(["NO_COLOR": "1"], terminal: true, nil))
  #expect(!uses(["TERM": "dumb"], terminal: true, nil))
  #expect(!uses([:], terminal: false, nil))
  #expect(!uses([:], terminal: true, "out.txt"))
}

@Test(arguments: [SIGTERM, SIGINT, SIGHUP])
func aSignalRemovesTheUnfinishedFile(_ number: Int32) async {
  let scratch = Scratch()
  let path = scratch.path
  await #expect(processExitsWith: .signal(number)) { [path = path as String, number = number as Int32] in
    signal(number, SIG_DFL)
    let file = try ReplacementFile(replacing: Path(path + "/out"), mode: nil)
    try file.sink.writeAll(Array("half".utf8))
    kill(getpid(), number)
    sleep(5)
    withExtendedLifetime(file) {}
  }
  #expect(scratch.names.isEmpty)
}

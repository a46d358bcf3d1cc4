import Jixiao
import Testing

@testable import JixiaoCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Names and what is wrong, for arguments below a scratch folder.
private func names(_ scratch: Scratch, _ arguments: String...) -> [String] {
  InputExpansion.expand(arguments.map { scratch($0) }).files.map(\.name)
}

@Test func aFolderGivesItsDocumentsInByteOrder() {
  let scratch = Scratch()
  for name in [
    "d/b.txt", "d/a/z.csv", "d/a.TXT", "d/.hidden.txt", "d/.git/x.txt", "d/picture.png", "d/乙.docx",
  ] {
    scratch.file(name)
  }
  #expect(names(scratch, "d") == ["a.TXT", "a/z.csv", "b.txt", "乙.docx"])
}

@Test func aFileArgumentMayHaveAnyEnding() {
  let scratch = Scratch()
  scratch.file("表")
  scratch.file(".hidden")
  #expect(names(scratch, "表", ".hidden") == ["表", ".hidden"])
}

@Test func collidingNamesGrowToTheShortestDistinguishingTail() {
  let scratch = Scratch()
  for name in ["p/a/x.txt", "q/a/x.txt", "b/x.txt", "y.txt"] { scratch.file(name) }
  #expect(names(scratch, "p/a/x.txt", "y.txt") == ["x.txt", "y.txt"])
  #expect(names(scratch, "p/a/x.txt", "b/x.txt") == ["a/x.txt", "b/x.txt"])
  #expect(names(scratch, "p/a/x.txt", "q/a/x.txt", "b/x.txt") == ["p/a/x.txt", "q/a/x.txt", "b/x.txt"])
  #expect(names(scratch, "p", "q") == ["p/a/x.txt", "q/a/x.txt"])
}

@Test func aFileNamedTwiceIsReadOnce() {
  let scratch = Scratch()
  scratch.file("d/a.txt")
  #expect(names(scratch, "d/a.txt", "d/../d/a.txt", "./d/./a.txt") == ["a.txt"])
  #expect(names(scratch, "d", "d/a.txt") == ["a.txt"])
  #expect(InputExpansion.expand(["-", "-"]).files.map(\.name) == ["-"])
}

@Test func linksInACircleEnd() {
  let scratch = Scratch()
  scratch.file("d/sub/a.txt")
  symlink("..", scratch("d/sub/up"))
  symlink(".", scratch("d/self"))
  symlink("loop.txt", scratch("d/loop.txt"))
  let selection = InputExpansion.expand([scratch("d")])
  #expect(selection.files.map(\.name) == ["sub/a.txt"])
  #expect(
    selection.complaints.map { $0.message(in: .zh) } == ["\(scratch("d/loop.txt")): 读不了：符号链接循环；请改用真实的文件"])
  #expect(names(scratch, "d/**/*.txt") == ["a.txt"])
}

@Test(arguments: [
  ("*.txt", ["a.txt", "b1.txt"]), ("b?.txt", ["b1.txt"]), ("d/*", ["c.txt"]),
  ("**/*.txt", ["a.txt", "b1.txt", "c.txt", "e.txt"]),
  ("d/**/e.txt", ["e.txt"]), ("?/c.txt", ["c.txt"]), ("表[1]*", ["表[1].txt2"]), (".h*", [String]()),
  ("**/f", ["f"]),
])
func patternsAreExpanded(_ pattern: String, _ expected: [String]) {
  let scratch = Scratch()
  for name in ["a.txt", "b1.txt", "d/c.txt", "d/dd/e.txt", "表[1].txt2", ".h.txt", "f"] { scratch.file(name) }
  // d/* matches the folder d/dd as well, whose documents come with it.
  let found = Set(names(scratch, pattern))
  #expect(found == Set(expected).union(pattern == "d/*" ? ["e.txt"] : []))
}

@Test func aFileWhoseNameLooksLikeAPatternIsThatFile() {
  let scratch = Scratch()
  scratch.file("a*.txt")
  scratch.file("ab.txt")
  #expect(names(scratch, "a*.txt") == ["a*.txt"])
}

@Test func aNameThatIsNotUTF8IsReadAllTheSame() {
  let scratch = Scratch()
  scratch.folder("d")
  let raw = Path(scratch("d")).appending([0xB1, 0xED] + Array(".txt".utf8))
  let descriptor = raw.withCString { creat($0, 0o644) }
  defer { close(descriptor) }
  #expect(jixiao(["probe", scratch("d")]) == Ran(status: 0, output: "\u{FFFD}\u{FFFD}.txt 0\n", errors: ""))
}

@Test(arguments: [
  ("missing.txt", "读不了：不存在；请检查路径", "cannot be read: does not exist; check the path"),
  (
    "sheet1.tx", "读不了：不存在；是否想写 DIR/sheet1.txt？",
    "cannot be read: does not exist; did you mean DIR/sheet1.txt?"
  ),
  (
    "sheet1.txt/x", "读不了：路径中有一段不是文件夹；请检查路径",
    "cannot be read: a part of the path is not a folder; check the path"
  ),
  (
    "*.pdf", "没有匹配的文件；请检查通配式；* 不跨文件夹，** 跨文件夹",
    "no file matches; check the pattern; * stays within a folder, ** goes through folders"
  ),
  (
    "empty",
    "文件夹里没有可读的文件；可读的扩展名：txt csv tsv json ndjson md html htm docx xlsx pdf zip doc xls wps et gz；其他文件请直接写出",
    "the folder has no file to read; it takes txt csv tsv json ndjson md html htm docx xlsx pdf zip doc xls wps et gz; name other files directly"
  ),
  (
    "odd", "读不了：是管道，不是文件；请先把内容存成文件", "cannot be read: is a pipe, not a file; save its content as a file first"
  ),
])
func whatCannotBeReadIsToldAndTheOthersGoOn(_ name: String, _ zh: String, _ en: String) {
  let scratch = Scratch()
  let good = scratch.file("sheet1.txt", "abc")
  scratch.folder("empty")
  scratch.folder("odd")
  mkfifo(scratch("odd/pipe.txt"), 0o644)
  let shown = scratch(name == "odd" ? "odd/pipe.txt" : name)
  func told(_ text: String) -> String {
    "jixiao: \(shown): \(text)\n".split(separator: "DIR").joined(separator: scratch.path)
  }
  #expect(
    jixiao(["probe", scratch(name), good]) == Ran(status: 2, output: "sheet1.txt 3\n", errors: told(zh)))
  #expect(jixiao(["probe", scratch(name), "--lang", "en"]) == Ran(status: 2, output: "", errors: told(en)))
}

@Test func aBadFileInTheMiddleDoesNotStopTheOthers() {
  let scratch = Scratch()
  let files = [scratch.file("a.txt", "1"), scratch.file("b.txt", "bad"), scratch.file("c.txt", "333")]
  for jobs in ["1", "4"] {
    #expect(
      jixiao(["probe", "--jobs", jobs] + files)
        == Ran(status: 2, output: "a.txt 1\nc.txt 3\n", errors: "jixiao: \(scratch("b.txt")): 坏\n"))
  }
}

@Test func standardInputAndDevicesAreReadToTheirEndOrToTheLimit() {
  #expect(jixiao(["probe", "-"], input: "绩效") == Ran(status: 0, output: "- 6\n", errors: ""))
  #expect(jixiao(["probe", "/dev/null"]) == Ran(status: 0, output: "null 0\n", errors: ""))
  #expect(
    jixiao(["probe", "--max-size", "1M", "/dev/zero"])
      == Ran(status: 2, output: "", errors: "jixiao: /dev/zero: 超过大小上限 1048576 字节；确要读它时请加大 --max-size\n"))
}

@Test func theSizeLimitIncludesItsLastByte() {
  let scratch = Scratch()
  let file = scratch.file("a.txt", "12345")
  #expect(jixiao(["probe", "--max-size", "5", file]).output == "a.txt 5\n")
  #expect(jixiao(["probe", "--max-size=4", file]).status == 2)
  #expect(jixiao(["probe", "--max-size=4", "-"], input: "12345").status == 2)
}

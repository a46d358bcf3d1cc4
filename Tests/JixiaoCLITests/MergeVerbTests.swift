import Testing

@testable import JixiaoCLI

/// Ranges and partial results put together are the same bytes as one run.
@Suite struct MergeVerbTests {
  /// Sheets of different lengths with quotes, words and rows that are refused, some between two sheets.
  private static let table: String = {
    var text = "sheet,level1,level3,operator,target,unit,weight,actual\n"
    for sheet in 0..<40 {
      for row in 0...(sheet % 4) {
        let weight = sheet % 7 == 3 && row == 0 ? "十" : "\(5 + row)"
        text += "S\(sheet),产出指标,\"人数,\(row)\",≥,\(10 + sheet),人,\(weight),\(sheet % 3 == 0 ? "7.35" : "99")\n"
      }
      text += "S\(sheet),效益指标,效果,定性,有效提升,,10,基本达成\n"
      if sheet % 5 == 4 { text += "坏行,太短\n" }
    }
    return text
  }()

  private func score(_ path: String, _ more: [String] = []) -> Ran {
    jixiao(["score", path, "--rules", "literal", "--totals"] + more)
  }

  /// Cuts a file into so many ranges of the same size; the paths of the parts.
  private func parts(of path: String, size: Int, count: Int, _ scratch: Scratch) -> [String] {
    (0..<count).map { number in
      let upper = number == count - 1 ? "" : "\(size * (number + 1) / count)"
      let part = scratch("\(number).part")
      let range = "\(size * number / count)-\(upper)"
      _ = score(path, ["--shard", "--range", range, "-o", part])
      return part
    }
  }

  @Test(arguments: [1, 2, 7, 64, 500])
  func rangesOfATable(count: Int) throws {
    let scratch = Scratch()
    let path = scratch.file("t.csv", Self.table)
    let whole = score(path)
    #expect(whole.output.split(separator: "\n").count == 41)
    var parts = parts(of: path, size: Self.table.utf8.count, count: count, scratch)
    parts.reverse()
    let merged = jixiao(["merge"] + parts)
    #expect(merged.output == whole.output)
    #expect(merged.status == whole.status && whole.status == 2)
  }

  @Test func anyGrouping() throws {
    let scratch = Scratch()
    let path = scratch.file("t.csv", Self.table)
    let parts = parts(of: path, size: Self.table.utf8.count, count: 6, scratch)
    let (odd, even) = (scratch("odd"), scratch("even"))
    #expect(jixiao(["merge", parts[5], parts[1], parts[3], "--shard", "-o", odd]).status == 0)
    #expect(jixiao(["merge", parts[2], parts[4], parts[0], parts[2], "--shard", "-o", even]).status == 0)
    #expect(jixiao(["merge", odd, even]).output == score(path).output)
  }

  @Test func linesOfNDJSONAndSeveralFiles() throws {
    let scratch = Scratch()
    let path = scratch.file("a.csv", Self.table)
    let lines = scratch("b.ndjson")
    #expect(jixiao(["read", path, "--format", "ndjson", "-o", lines]).status == 2)
    let size = try #require(scratch.content("b.ndjson")).utf8.count
    let first = scratch("first.part")
    _ = score(path, ["--shard", "-o", first])
    let merged = jixiao(["merge"] + parts(of: lines, size: size, count: 9, scratch) + [first])
    #expect(merged.output == jixiao(["score", path, lines, "--rules", "literal", "--totals"]).output)
  }

  @Test func whatIsMissingOrTwiceIsNamed() throws {
    let scratch = Scratch()
    let path = scratch.file("t.csv", Self.table)
    let parts = parts(of: path, size: Self.table.utf8.count, count: 4, scratch)
    let missing = jixiao(["merge", parts[0], parts[2], parts[3]])
    #expect(missing.status == 2 && missing.output == "" && missing.errors.contains("--range"))
    #expect(jixiao(["merge", parts[0], parts[1], parts[2]]).status == 2)
    let all = scratch("all.part")
    _ = score(path, ["--shard", "-o", all])
    let twice = jixiao(["merge", all] + parts)
    #expect(twice.status == 2 && twice.errors.contains("不止一次"))
    let other = scratch("other.part")
    _ = jixiao(["score", path, "--rules", "mof-2020-10", "--totals", "--shard", "-o", other])
    #expect(jixiao(["merge", all, other]).errors.contains("mof-2020-10"))
    let cut = scratch.file("cut.part", String(try #require(scratch.content("all.part")).dropLast(9)))
    #expect(jixiao(["merge", cut]).errors.contains("不是完整的部分结果"))
  }

  @Test func whatCannotBeARange() {
    let scratch = Scratch()
    let path = scratch.file("t.csv", Self.table)
    for range in ["5", "9-3", "a-b", "-5"] {
      #expect(score(path, ["--shard", "--range=\(range)"]).status == 2, "\(range)")
    }
    #expect(score(Paths.selfAssessment, ["--shard", "--range", "0-10"]).errors.contains("--range"))
    #expect(jixiao(["score", path, "--rules", "literal", "--shard"]).errors.contains("--totals"))
  }
}

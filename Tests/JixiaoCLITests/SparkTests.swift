import Testing

/// The same bytes from Spark in local mode, one task being killed; runs where PySpark is installed.
@Suite struct SparkTests {
  /// A Python with PySpark; nil where there is none.
  private static let python: String? =
    ["/usr/bin/python3", "/usr/local/bin/python3"].first {
      Spawned.run([$0, "-c", "import pyspark"]).status == 0
    }

  @Test(.enabled(if: SparkTests.python != nil, "PySpark is not installed: pip install pyspark"))
  func sameBytesAsOneRun() throws {
    let python = try #require(SparkTests.python)
    let binary = try #require(Spawned.binary)
    let scratch = Scratch()
    var text = "sheet,level3,operator,target,unit,weight,actual\n"
    for row in 0..<3000 { text += "S\(row / 9),人数,≥,\(row % 90 + 1),人,10,\(row % 97)\n" }
    let table = scratch.file("t.csv", text)
    let ran = Spawned.run([python, Paths.package + "/Benchmarks/Spark/test.py", binary, table])
    #expect(ran.status == 0 && ran.output.contains("same bytes"), "\(ran.output)\(ran.errors)")
  }
}

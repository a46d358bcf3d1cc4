import Testing

@testable import JixiaoCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Holds SARIF against the official JSON schema, where `JIXIAO_SARIF_SCHEMA` names the file and `python3` has `jsonschema`.
struct SARIFSchemaTests {
  private static let schema = getenv("JIXIAO_SARIF_SCHEMA").map { String(cString: $0) }

  private static let python: String? = [
    "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
  ]
  .first { path in
    path.withCString { access($0, X_OK) } == 0
      && Spawned.run([path, "-W", "ignore", "-c", "import jsonschema"]).status == 0
  }

  private static let program = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    document = json.load(open(sys.argv[2], encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    errors = [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(document)]
    print("\\n".join(errors[:10]))
    sys.exit(1 if errors else 0)
    """

  /// A row of each kind: with a finding, with a suggestion, suppressed by a baseline, and nothing at all.
  private static let table = """
    sheet,level1,level2,level3,operator,target,unit,weight
    甲,产出指标,数量指标,活动开展次数,>=,1,年,20
    甲,产出指标,质量指标,验收合格率,>=,100,%,20
    """

  @Test(
    .enabled(
      if: schema != nil,
      "skipped: JIXIAO_SARIF_SCHEMA names no schema of SARIF 2.1.0 (json.schemastore.org/sarif-2.1.0.json)"),
    .enabled(if: python != nil, "skipped: no python3 with the module jsonschema"))
  func sarifIsValid() throws {
    let schema = try #require(Self.schema), python = try #require(Self.python)
    let folder = Scratch()
    let file = folder.file("表.csv", Self.table),
      empty = folder.file("空.csv", "sheet,level3,operator,target,unit,weight\n甲,慰问人数,>=,3,人,90\n")
    let baseline = folder("基线.json")
    #expect(jixiao(["check", file, "--select", "JX203", "--write-baseline", baseline]).status == 0)
    for (name, words) in [
      ("全部", ["check", file]), ("基线", ["check", file, "--baseline", baseline]),
      ("英文", ["check", file, "--lang", "en"]),
      ("空", ["check", empty, "--select", "JX708"]),
    ] {
      let ran = jixiao(words + ["--format", "sarif"])
      #expect(ran.output.contains("2.1.0"))
      let held = Spawned.run([
        python, "-W", "ignore", "-c", Self.program, schema, folder.file("\(name).sarif", ran.output),
      ])
      #expect(held.status == 0, "\(name): \(held.output)\(held.errors)")
    }
  }
}

import Jixiao

/// `jixiao schema`: the JSON Schema of every output.
enum SchemaVerb {
  /// The outputs that have a schema.
  enum Name: String, Sendable, CaseIterable {
    case sheets, scores, findings, comparison
    case whatIf = "what-if"
  }

  static let verb = Verb(
    name: "schema",
    summary: Wording("输出各 JSON 格式的 JSON Schema", "print the JSON Schema of every output"),
    usage: [Wording("[选项] [名称]", "[OPTION]… [NAME]")],
    arguments: [
      Argument(
        name: Wording("名称", "NAME"), form: .choice(Name.allCases.map(\.rawValue)), required: false,
        summary: Wording(
          "sheets、scores、findings、comparison 或 what-if；不写则全部",
          "sheets, scores, findings, comparison or what-if; all of them when left out"))
    ],
    options: [CommonOptions.output.declaration],
    examples: [
      Example(
        "jixiao schema sheets -o sheets.schema.json", Wording("存下 read 输出的格式", "keep the schema of read"))
    ], run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let name = invocation.arguments.first.flatMap(Name.init)
    try session.writing(to: invocation[CommonOptions.output]) { (output) throws(CommandFailure) in
      try answer(name, output, session)
    }
    return .clean
  }

  /// Writes one schema, or all of them as an object by name.
  static func answer(_ name: Name?, _ output: Output, _ session: Session) throws(CommandFailure) {
    if let name { return try output.write(schema(name)) }
    for (index, name) in Name.allCases.enumerated() {
      try output.write((index == 0 ? "{" : ",") + "\"\(name.rawValue)\":")
      try output.write(schema(name))
    }
    try output.write("}\n")
  }

  private static func schema(_ name: Name) -> [UInt8] {
    EmbeddedRules.bytes(named: "schemas/\(name.rawValue).json") ?? []
  }
}

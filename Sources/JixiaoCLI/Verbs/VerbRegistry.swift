/// All verbs, in the order in which the help lists them: a new verb is one file and one line here.
struct VerbRegistry: Sendable {
  let verbs: [Verb]

  static let standard = VerbRegistry(verbs: [
    ReadVerb.verb,
    ScoreVerb.verb,
    CheckVerb.verb,
    CompareVerb.verb,
    ReportVerb.verb,
    MergeVerb.verb,
    RulesVerb.verb,
    ExplainVerb.verb,
    SchemaVerb.verb,
    CompletionsVerb.verb,
    VersionVerb.verb,
  ])

  var names: [String] { verbs.map(\.name) }

  subscript(name: String) -> Verb? { verbs.first { $0.name == name } }
}

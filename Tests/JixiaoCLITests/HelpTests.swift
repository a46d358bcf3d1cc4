import Testing

@testable import JixiaoCLI

@Test(arguments: ["zh", "en"])
func theOverallHelpNamesEveryVerb(_ language: String) {
  let ran = jixiao(["--help", "--lang", language])
  #expect(ran.status == 0 && ran.errors.isEmpty)
  for verb in VerbRegistry.standard.verbs { #expect(ran.output.contains("\n  \(verb.name) ")) }
}

@Test(arguments: VerbRegistry.standard.names, ["zh", "en"])
func theHelpOfAVerbShowsEveryOptionAndExample(_ name: String, _ language: String) throws {
  let verb = try #require(VerbRegistry.standard[name])
  let ran = jixiao([name, "--help", "--lang", language])
  #expect(ran.status == 0 && ran.errors.isEmpty)
  for option in verb.allOptions { #expect(ran.output.contains(option.spelling)) }
  for example in verb.examples { #expect(ran.output.contains(example.command)) }
  #expect(!verb.examples.isEmpty)
}

@Test(
  arguments: VerbRegistry.standard.verbs.flatMap { verb in verb.examples.map { (verb.name, $0.command) } })
func everyExampleIsGoodUsage(_ name: String, _ command: String) throws {
  let verb = try #require(VerbRegistry.standard[name])
  let shell = command.split(whereSeparator: { " ()".contains($0) }).map { $0.filter { $0 != "'" } }
  let start = try #require(shell.firstIndex(of: "jixiao"))
  let words = shell[(start + 1)...].prefix { $0 != "|" }
  #expect(words.first == name)
  _ = try OptionParser.parse(Array(words.dropFirst()), options: verb.allOptions, arguments: verb.arguments)
}

@Test func declarationsAreConsistent() {
  for verb in VerbRegistry.standard.verbs {
    let options = verb.allOptions
    #expect(Set(options.map(\.name)).count == options.count, "\(verb.name)")
    #expect(Set(options.compactMap(\.short)).count == options.compactMap(\.short).count, "\(verb.name)")
  }
  #expect(Set(VerbRegistry.standard.names).count == VerbRegistry.standard.names.count)
}

@Test(arguments: [("abc", 3), ("绩效", 4), ("“绩”", 4), ("ａ", 2), ("e\u{301}", 1), ("", 0)])
func chineseIsTwoColumnsWide(_ text: String, _ width: Int) {
  #expect(DisplayWidth.of(text) == width)
}

@Test func textIsCutBetweenCharacters() {
  #expect(DisplayWidth.truncate("绩效表", to: 5) == "绩效")
  #expect(DisplayWidth.pad("绩效", to: 6) == "绩效  ")
}

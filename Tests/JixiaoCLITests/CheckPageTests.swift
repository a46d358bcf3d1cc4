import Jixiao
import Testing

@testable import JixiaoCLI

/// The generated pages of the checks: nothing is left out, in either language.
struct CheckPageTests {
  @Test(arguments: ["zh", "en"]) func onePageListsEveryCheck(_ language: String) {
    let page = jixiao(["explain", "checks", "--format", "markdown", "--lang", language])
    #expect(page.status == 0)
    for check in Check.registry {
      let line = page.output.split(separator: "\n").first { $0.contains(check.code) }
      let title = language == "zh" ? check.title.zh : check.title.en
      #expect(line.map { $0.contains(check.name) && $0.contains(title) } ?? false, "\(check.code)")
    }
  }

  @Test func everyCheckHasItsReasonsAndExamplesInOneDocument() {
    let page = jixiao(["explain", "JX", "--format", "markdown"])
    #expect(page.status == 0)
    let sections = page.output.split(separator: "\n# ")
    #expect(sections.count == Check.registry.count)
    for (section, check) in zip(sections, Check.registry) {
      for text in [check.code, check.name, check.title.zh, check.rationale.zh, check.source] {
        #expect(section.contains(text), "\(check.code) \(text)")
      }
      for parameter in check.parameters { #expect(section.contains(parameter.meaning.zh)) }
      #expect(section.split(separator: "- **报**").count >= 2, "\(check.code)")
    }
  }
}

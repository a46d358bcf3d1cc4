import Jixiao
import Testing

/// Every built-in pack decodes, and every example it carries holds.
@Suite struct PackExamplesTests {
  @Test(arguments: try PackCatalog(vocabulary: .embedded()).ids)
  func examplesHold(id: String) throws {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack(id)
    #expect(pack.id == id)
    #expect(!pack.examples.isEmpty, "a pack without examples proves nothing")
    #expect(pack.failedExamples(vocabulary: vocabulary, language: .en) == [])
  }
}

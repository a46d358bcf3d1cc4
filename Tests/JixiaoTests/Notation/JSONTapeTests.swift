import Testing

@testable import Jixiao

/// Strings, numbers and keys as the tape finds them: the quick ways must say what the slow ones say.
struct JSONTapeTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func stringsAreWhatTheirBytesAre(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [
      [0x61], [0x7A, 0x41], Array("绩".utf8), Array("效，".utf8), Array("é".utf8), Array("😀".utf8), [0x7F],
      [0x80],
      [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xE0, 0x9F, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ]
    for _ in 0..<200 {
      var text: [UInt8] = []
      for _ in 0..<Int(generator.next() % 12) {
        // Broken pieces are rare enough that half of the texts are whole.
        let whole = generator.next() % 16 != 0
        let choice = Int(generator.next() % (whole ? 7 : UInt64(pieces.count)))
        text += pieces[choice]
      }
      let json = [UInt8(ascii: "\"")] + text + Array("\"".utf8)
      let behind = [UInt8](repeating: 0x20, count: Int(generator.next() % 10))
      let expected = String(validating: text, as: UTF8.self)
      var tape = JSONTape()
      let found = (json + behind).withUnsafeBufferPointer { bytes in
        (try? tape.withRoot(of: bytes) { $0.string }).flatMap { $0 }
      }
      #expect(found == expected, "\(text)")
    }
  }

  @Test(arguments: [
    "1", "10", "907 ", "18446744073709551616,", "0", "12.5", "3e4", "-7", "9]", "00", "1.", "-", "01", "5x",
  ])
  func numbersEndWhereTheyEnd(_ text: String) throws {
    let plain = (try? JSONNode(parsing: Array("[\(text)]".utf8))).flatMap { node -> String? in
      guard case .array(let elements) = node.value, case .number(let digits)? = elements.first?.value,
        elements.count == 1
      else { return nil }
      return digits
    }
    let expected: [String: String] = [
      "1": "1", "10": "10", "907 ": "907", "0": "0", "12.5": "12.5", "3e4": "3e4", "-7": "-7",
    ]
    #expect(plain == expected[text])
  }

  private static let names: [JSONName] = [
    "level1", "level2", "level3", "row", "rule", "unit", "upper", "at", "actual", "target", "value", "weight",
  ]

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func anIndexFindsWhatASearchFinds(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var keys = Self.names.map(\.description) + (0..<Int(generator.next() % 80)).map { "key\($0)" }
    keys.shuffle(using: &generator)
    keys.removeLast(Int(generator.next() % 8))
    let members = keys.map { key in
      // Now and then a key is written with an escape, and then it may be any.
      let spelled =
        generator.next() % 40 == 0 ? "\\u00" + String(key.utf8.first ?? 0, radix: 16) + key.dropFirst() : key
      return "\"\(spelled)\":[\"\(key)\",{\"row\":0}]"
    }
    let json = Array("{\(members.joined(separator: ","))}".utf8)
    var tape = JSONTape()
    try json.withUnsafeBufferPointer { bytes in
      try tape.withRoot(of: bytes) { root in
        guard let members = root.members else { return #expect(Bool(false), "no object") }
        let index = JSONIndex(members)
        for name in Self.names {
          var found = index[name]?.elements
          #expect(found?.next()?.string == (keys.contains(name.description) ? name.description : nil))
          #expect(index[name]?.offset == members[name]?.offset)
        }
      }
    }
  }

  @Test func aTapeServesForManyTexts() throws {
    var tape = JSONTape()
    for text in ["[1,2,3]", "[", "\"a\\nb\"", "{\"a\":null}", "[4]"] {
      let kind = Array(text.utf8).withUnsafeBufferPointer { bytes in
        try? tape.withRoot(of: bytes) { $0.kindName }
      }
      #expect(
        kind == ["[1,2,3]": "array", "\"a\\nb\"": "string", "{\"a\":null}": "object", "[4]": "array"][text])
    }
  }
}

import Testing

@testable import Jixiao

struct JSONParserTests {
  struct Malformed: CustomTestStringConvertible {
    var text: String
    var kind: JSONError.Kind
    var line: Int
    var column: Int
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ kind: JSONError.Kind, _ line: Int, _ column: Int) {
      (self.text, self.kind, self.line, self.column) = (text, kind, line, column)
    }
  }

  @Test(
    "malformed input names line and column",
    arguments: [
      Malformed("", .unexpectedEnd, 1, 1), Malformed(" \n ", .unexpectedEnd, 2, 2),
      Malformed("{", .unexpectedEnd, 1, 2), Malformed("[1,", .unexpectedEnd, 1, 4),
      Malformed("[1", .unexpectedEnd, 1, 3), Malformed("{\"a\"", .unexpectedEnd, 1, 5),
      Malformed("\"abc", .unexpectedEnd, 1, 5), Malformed("nul", .unexpectedEnd, 1, 1),
      Malformed("nx", .unexpected("n"), 1, 1), Malformed("[tru]", .unexpected("t"), 1, 2),
      Malformed("TRUE", .unexpected("T"), 1, 1), Malformed("中", .unexpected("中"), 1, 1),
      Malformed("[1,]", .unexpected("]"), 1, 4), Malformed("{\"a\":1,}", .unexpected("}"), 1, 8),
      Malformed("{a:1}", .unexpected("a"), 1, 2), Malformed("{'a':1}", .unexpected("'"), 1, 2),
      Malformed("{\"中\"，1}", .unexpected("，"), 1, 5), Malformed("[1 2]", .unexpected("2"), 1, 4),
      Malformed("{\"a\" 1}", .unexpected("1"), 1, 6), Malformed("// x", .unexpected("/"), 1, 1),
      Malformed("{\n  \"分值\": ?\n}", .unexpected("?"), 2, 9),
      Malformed("\u{FEFF}[?]", .unexpected("?"), 1, 2), Malformed("{}x", .trailing, 1, 3),
      Malformed("1\n2", .trailing, 2, 1),
      Malformed("01", .badNumber, 1, 1), Malformed("-", .badNumber, 1, 2), Malformed("1.", .badNumber, 1, 3),
      Malformed(".5", .unexpected("."), 1, 1), Malformed("+1", .unexpected("+"), 1, 1),
      Malformed("1e", .badNumber, 1, 3), Malformed("-a", .badNumber, 1, 2),
      Malformed("NaN", .unexpected("N"), 1, 1), Malformed("\"a\u{1}\"", .badString, 1, 3),
      Malformed("\"a\nb\"", .badString, 1, 3), Malformed("\"\\n\t\"", .badString, 1, 4),
      Malformed("\"\\x\"", .badEscape, 1, 4), Malformed("\"\\u12G4\"", .badEscape, 1, 6),
      Malformed("\"\\ud800\"", .badEscape, 1, 8), Malformed("\"\\udc00\"", .badEscape, 1, 8),
      Malformed("\"\\u12", .unexpectedEnd, 1, 4), Malformed("\"\\", .unexpectedEnd, 1, 3),
      Malformed("{\"a\":1,\n\"a\":2}", .duplicateKey("a"), 2, 4),
      Malformed(String(repeating: "[", count: 200), .tooDeep, 1, 129),
    ])
  func refuses(input: Malformed) {
    let error = #expect(throws: JSONError.self) { try JSONNode(parsing: Array(input.text.utf8)) }
    #expect(error?.kind == input.kind)
    #expect(error?.line == input.line)
    #expect(error?.column == input.column)
  }

  @Test(
    "bytes that are not UTF-8",
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0x5C, 0x6E, 0xE4, 0xB8, 0x22],
    ] as [[UInt8]])
  func refusesBrokenText(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try JSONNode(parsing: bytes) }
    #expect(error?.kind == .badString)
  }

  /// A value written back in one canonical form.
  private func printed(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let text): text
    case .string(let text): "‹\(text)›"
    case .array(let elements): "[" + elements.map(printed).joined(separator: " ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key)=\(printed($0.value))" }.joined(separator: " ") + "}"
    }
  }

  @Test(
    "well-formed input",
    arguments: [
      ("null", "null"), (" [ true , false ] ", "[true false]"), ("{}", "{}"), ("[]", "[]"),
      ("-0.50", "-0.50"), ("1E+2", "1E+2"), ("\u{FEFF}{\"a\":{\"b\":[1]}}", "{a={b=[1]}}"),
      (#""\u4e2d\n\"\\\/\b\f\r\t""#, "‹中\n\"\\/\u{8}\u{C}\r\t›"), (#""\ud83d\ude00x""#, "‹😀x›"),
      ("\"绩效\"", "‹绩效›"), ("{\"z\":1,\"a\":2}", "{z=1 a=2}"),
      ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
    ])
  func reads(text: String, expected: String) throws {
    #expect(printed(try JSONNode(parsing: Array(text.utf8))) == expected)
  }

  @Test func everyPrefixOfADocumentIsAnErrorAndNotATrap() throws {
    let bytes = Array(#"{"名":"值\ud83d\ude00\n","n":[-1.5e+3,true,false,null,{}]}"#.utf8)
    #expect((try JSONNode(parsing: bytes))["n"] != nil)
    for count in bytes.indices {
      #expect(throws: JSONError.self) { try JSONNode(parsing: Array(bytes[..<count])) }
    }
  }

  @Test func offsetsPointAtTheValue() throws {
    let node = try JSONNode(parsing: Array("{\"分\": [1, 20]}".utf8))
    let array = try #require(node["分"])
    #expect(array.offset == 8)
    guard case .array(let elements) = array.value else { return #expect(Bool(false), "no array") }
    #expect(elements.map(\.offset) == [9, 12])
  }
}

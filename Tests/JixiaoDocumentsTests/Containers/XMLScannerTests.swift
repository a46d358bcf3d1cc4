import Testing

@testable import JixiaoDocuments

@Suite struct XMLScannerTests {
  /// `<a>text</a>` back from the events.
  static func events(_ xml: [UInt8], depthLimit: Int = 8) throws -> String {
    var scanner = try XMLScanner(xml, depthLimit: depthLimit)
    var seen = ""
    while try scanner.next() != .finish {
      let name = String(decoding: scanner.bytes[scanner.name], as: UTF8.self)
      switch scanner.event {
      case .start: seen += "<\(name)>"
      case .end: seen += "</\(name)>"
      case .text:
        var text: [UInt8] = []
        try scanner.appendText(to: &text)
        seen += String(decoding: text, as: UTF8.self)
      case .finish: break
      }
    }
    return seen
  }

  @Test(arguments: [
    ("<a/>", "<a></a>"), ("<?xml version='1.0'?>\n<a >x</a >\n", "<a>x</a>"),
    ("<w:a x='>'><w:b/></w:a>", "<a><b></b></a>"),
    ("<a><!-- <b> --><![CDATA[<&]]>&amp;&#x4E2D;&#20013;</a>", "<a><&&中中</a>"),
    ("\u{FEFF}<a>中</a>", "<a>中</a>"),
    ("<a>&#xD83D;&#0;</a>", "<a>\u{FFFD}\u{FFFD}</a>"), ("<a><?pi <x?></a>", "<a></a>"),
  ])
  func events(xml: String, seen: String) throws {
    #expect(try Self.events(Array(xml.utf8)) == seen)
  }

  @Test(arguments: [
    ("", XMLFault.cutOff), ("<a>", .cutOff), ("<a", .cutOff), ("<a b='", .cutOff),
    ("<a></b>", .malformed(offset: 5)),
    ("</a>", .malformed(offset: 0)), ("<a/><b/>", .malformed(offset: 4)), ("x<a/>", .malformed(offset: 0)),
    ("<a><b></a></b>", .malformed(offset: 8)), ("<a>&unknown;</a>", .malformed(offset: 3)),
    ("<a>&amp</a>", .malformed(offset: 3)),
    ("<a>\0</a>", .encoding), ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", .doctype),
    ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", .doctype),
    ("<a><b><c><d><e><f><g><h><i>", .tooDeep(limit: 8)),
    ("<a><!-- x</a>", .cutOff), ("<a><![CDATA[x</a>", .cutOff), ("<a><>", .malformed(offset: 4)),
  ])
  func faults(xml: String, fault: XMLFault) {
    #expect(throws: fault) { try Self.events(Array(xml.utf8)) }
  }

  @Test func attributesByTheirNamesWithoutPrefix() throws {
    var scanner = try XMLScanner(Array("<c xmlns:r='n' r = \"A&amp;1\" x:t='s' bt=''/>".utf8), depthLimit: 8)
    try scanner.next()
    #expect(try scanner.attribute("r") == "A&1")
    #expect(try scanner.attribute("t") == "s")
    #expect(try scanner.attribute("bt") == "")
    #expect(try scanner.attribute("n") == nil)
  }

  @Test func utf16OfBothOrders() throws {
    let text = "<a>绩效𠀀</a>"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + little, little, [0xFE, 0xFF] + big, big] {
      #expect(try Self.events(bytes) == text)
    }
  }

  @Test func unpairedSurrogatesInUTF16AreRefused() {
    let bytes: [UInt8] =
      [0xFF, 0xFE] + "<a>".utf16.flatMap { [UInt8($0 & 0xFF), 0] } + [0x00, 0xD8, 0x3C, 0x00]
    #expect(throws: XMLFault.encoding) { try Self.events(bytes) }
  }

  @Test func skipping() throws {
    for isBlind in [false, true] {
      var scanner = try XMLScanner(Array("<a><b><c>x</c><b2/></b><d/></a>".utf8), depthLimit: 8)
      try scanner.next()
      try scanner.next()
      if isBlind { try scanner.skipWithoutLooking() } else { try scanner.skipElement() }
      #expect(scanner.closes("b") && scanner.depth == 1)
      try scanner.next()
      #expect(scanner.opens("d"))
    }
  }
}

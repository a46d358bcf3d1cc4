import Jixiao

/// A page of reference: what a clause, a function or a rule pack says, as headed lists of terms and texts.
public struct ReferencePage: Sendable {
  public struct Section: Sendable {
    public let heading: String
    public let items: [(term: String, text: String)]
  }

  public let title: String
  public private(set) var sections: [Section]

  init(_ title: String) {
    self.title = title
    sections = []
  }

  /// Adds a section, unless it has nothing to say.
  mutating func add(_ heading: String, _ items: [(term: String, text: String)]) {
    if !items.isEmpty { sections.append(Section(heading: heading, items: items)) }
  }

  public var text: [UInt8] {
    var lines = [title]
    for section in sections {
      lines += ["", section.heading]
      let width = section.items.map { DisplayWidth.of($0.term) }.max() ?? 0
      for item in section.items {
        lines.append(
          "  " + (item.term.isEmpty ? "" : DisplayWidth.padded(item.term, to: width) + "  ") + item.text)
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  public var markdown: [UInt8] {
    var lines = ["# " + MarkdownText.escaped(title)]
    for section in sections {
      lines += ["", "## " + MarkdownText.escaped(section.heading), ""]
      for item in section.items {
        let term = item.term.isEmpty ? "" : "**\(MarkdownText.escaped(item.term))** "
        lines.append("- " + term + MarkdownText.escaped(item.text))
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("title", title)
      json.array("sections", sections, breaking: true) { json, section in
        json.object { json in
          json.member("heading", section.heading)
          json.array("items", section.items) { json, item in
            json.object { json in
              json.member("term", item.term)
              json.member("text", item.text)
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

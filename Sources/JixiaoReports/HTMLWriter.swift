/// Writes HTML as bytes: tags are ours, every text and value is escaped.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Markup of our own, with nothing of a document in it.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Text, whatever it holds.
  mutating func text(_ text: String) { XMLText.append(text, to: &bytes) }

  /// Text of a document, kept from turning the text around it.
  mutating func quoted(_ quotation: String) {
    raw("<bdi>")
    text(quotation)
    raw("</bdi>")
  }

  /// An element with text; `tag` may carry attributes of our own: `td class=n`.
  mutating func element(_ tag: String, _ content: String) {
    element(tag) { $0.text(content) }
  }

  /// An element with other content.
  mutating func element(_ tag: String, _ content: (inout HTMLWriter) -> Void) {
    raw("<\(tag)>")
    content(&self)
    raw("</\(tag.prefix { $0 != " " })>")
  }

  /// The first row of a table by whose headings the reader sorts it; `style` is a class of ours, or empty.
  ///
  /// A column without a title, such as that of the bars, does not sort.
  mutating func sortableHead(_ headings: [(style: String, title: String)]) {
    raw("<thead><tr>")
    for heading in headings {
      if heading.title.isEmpty {
        raw("<td class=\"\(heading.style)\"></td>")
        continue
      }
      raw("<th scope=col class=\"\(heading.style)\"><button type=button>")
      text(heading.title)
      raw("</button></th>")
    }
    raw("</tr></thead>\n")
  }
}

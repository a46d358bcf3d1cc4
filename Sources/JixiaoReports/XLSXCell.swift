import Jixiao

/// A cell of a workbook. Text is always a string: nothing that a document says can become a formula.
enum XLSXCell: Sendable {
  case empty(XLSXStyle = .text)
  case text(String, XLSXStyle = .text)
  case number(Ratio, XLSXStyle = .number)
  /// A formula with the value it has now, for programs that do not calculate.
  case formula(String, Ratio, XLSXStyle = .points)
  /// A formula whose value is text.
  case textFormula(String, String, XLSXStyle = .text)

  /// A decimal where there is one.
  static func number(_ value: Exact?, _ style: XLSXStyle = .number) -> XLSXCell {
    value.map { .number(Ratio($0), style) } ?? .empty(style)
  }

  /// A whole number.
  static func count(_ value: Int) -> XLSXCell { .number(Ratio(value), .number) }

  /// Text where there is some.
  static func text(_ value: String?, _ style: XLSXStyle = .text) -> XLSXCell {
    guard let value, !value.isEmpty else { return .empty(style) }
    return .text(value, style)
  }
}

/// The looks of cells, in the order in which `XLSXStyle.sheet` lists them.
enum XLSXStyle: Int, Sendable, CaseIterable {
  case standard, text, heading, title, subtitle, number, points, input, lost, open, good, strong, strongPoints
  /// Text that looks like a formula, and stays text when it is edited.
  case quoted

  /// The style part of a workbook.
  static var sheet: String {
    var fonts = ""
    for font in [
      "<sz val=\"10\"/>", "<b/><sz val=\"10\"/>", "<b/><sz val=\"16\"/>",
      "<sz val=\"10\"/><color rgb=\"FF59606A\"/>", "<sz val=\"10\"/><color rgb=\"FFA8201A\"/>",
      "<sz val=\"10\"/><color rgb=\"FF2B5797\"/>", "<sz val=\"10\"/><color rgb=\"FF1C6B41\"/>",
    ] { fonts += "<font>\(font)<name val=\"等线\"/><family val=\"2\"/></font>" }
    let fills =
      "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
      + fill("FFE8ECF1") + fill("FFFFF8E1")
    let side = "style=\"thin\"><color rgb=\"FFD0D4DA\"/>"
    let borders =
      "<border><left/><right/><top/><bottom/><diagonal/></border>"
      + "<border><left \(side)</left><right \(side)</right><top \(side)</top><bottom \(side)</bottom><diagonal/></border>"
    var formats = ""
    for style in allCases { formats += style.format }
    return XLSXPart.header
      + "<styleSheet xmlns=\"\(XLSXPart.main)\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.00;-0.00;0\"/></numFmts>"
      + "<fonts count=\"7\">\(fonts)</fonts><fills count=\"4\">\(fills)</fills><borders count=\"2\">\(borders)</borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + "<cellXfs count=\"\(allCases.count)\">\(formats)</cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
  }

  private static func fill(_ colour: String) -> String {
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(colour)\"/><bgColor indexed=\"64\"/></patternFill></fill>"
  }

  private var format: String {
    switch self {
    case .standard: xf()
    case .text: xf(border: 1, wrap: true)
    case .heading: xf(font: 1, fill: 2, border: 1, wrap: true, centred: true)
    case .title: xf(font: 2)
    case .subtitle: xf(font: 3)
    case .number: xf(border: 1)
    case .points: xf(number: 164, border: 1)
    case .input: xf(fill: 3, border: 1)
    case .lost: xf(number: 164, font: 4, border: 1)
    case .open: xf(number: 164, font: 5, border: 1)
    case .good: xf(font: 6, border: 1, wrap: true)
    case .strong: xf(font: 1, fill: 2, border: 1)
    case .strongPoints: xf(number: 164, font: 1, fill: 2, border: 1)
    case .quoted: xf(border: 1, wrap: true, isQuoted: true)
    }
  }

  private func xf(
    number: Int = 0, font: Int = 0, fill: Int = 0, border: Int = 0, wrap: Bool = false, centred: Bool = false,
    isQuoted: Bool = false
  ) -> String {
    let alignment =
      "<alignment vertical=\"\(centred ? "center" : "top")\"\(centred ? " horizontal=\"center\"" : "")"
      + "\(wrap ? " wrapText=\"1\"" : "")/>"
    return
      "<xf\(isQuoted ? " quotePrefix=\"1\"" : "") numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\""
      + " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\(alignment)</xf>"
  }
}

/// The parts of a Word document around its body.
enum DOCXPart {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// A document whose body `write` hands over piece by piece.
  static func document(_ write: (inout ZipWriter.Entry) -> Void) -> [UInt8] {
    var zip = ZipWriter()
    zip.add(
      "[Content_Types].xml",
      XLSXPart.header + "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"\(types).document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"\(types).styles+xml\"/>"
        + "<Override PartName=\"/word/footer1.xml\" ContentType=\"\(types).footer+xml\"/></Types>")
    zip.add("_rels/.rels", XLSXPart.rootRelations(to: "word/document.xml"))
    zip.add("word/document.xml") { entry in
      entry.write(
        Array(
          (XLSXPart.header + "<w:document xmlns:w=\"\(main)\" xmlns:r=\"\(office)\"><w:body>").utf8))
      write(&entry)
      let page =
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
        + "<w:pgMar w:top=\"1304\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"720\" "
        + "w:footer=\"680\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
      entry.write(Array(page.utf8))
    }
    zip.add(
      "word/_rels/document.xml.rels",
      XLSXPart.header + "<Relationships xmlns=\"\(package)/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"\(office)/footer\" Target=\"footer1.xml\"/></Relationships>")
    zip.add("word/styles.xml", styles)
    zip.add(
      "word/footer1.xml",
      XLSXPart.header + "<w:ftr xmlns:w=\"\(main)\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
        + "<w:r><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t xml:space=\"preserve\">— </w:t></w:r>"
        + "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
        + "<w:r><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>")
    return zip.finish()
  }

  /// The fonts that Chinese offices have: 宋体 for text, 黑体 for headings.
  private static var styles: String {
    func style(
      _ id: DOCXWriter.Style, _ name: String, paragraph: String = "", run: String
    ) -> String {
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id.rawValue)\"><w:name w:val=\"\(name)\"/>"
        + "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
    }
    func spacing(before: Int, after: Int, line: Int = 240) -> String {
      "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"\(line)\" w:lineRule=\"auto\"/>"
    }
    let black = "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"黑体\"/>"
    let side = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
    return XLSXPart.header + "<w:styles xmlns:w=\"\(main)\"><w:docDefaults><w:rPrDefault><w:rPr>"
      + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\" w:cs=\"Times New Roman\"/>"
      + "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
      + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
      + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>"
      + "<w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
      + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr>"
      + "<w:tblBorders><w:top \(side)<w:left \(side)<w:bottom \(side)<w:right \(side)<w:insideH \(side)<w:insideV \(side)</w:tblBorders>"
      + "</w:tblPr></w:style>"
      + style(
        .title, "Title", paragraph: spacing(before: 0, after: 200) + "<w:jc w:val=\"center\"/>",
        run: black + "<w:b/><w:sz w:val=\"40\"/>")
      + style(
        .heading, "heading 1",
        paragraph: "<w:keepNext/>" + spacing(before: 360, after: 120) + "<w:outlineLvl w:val=\"0\"/>",
        run: black + "<w:b/><w:sz w:val=\"28\"/>")
      + style(
        .subheading, "heading 2",
        paragraph: "<w:keepNext/>" + spacing(before: 120, after: 40) + "<w:outlineLvl w:val=\"1\"/>",
        run: black + "<w:sz w:val=\"24\"/>")
      + style(
        .body, "Body Text",
        paragraph: spacing(before: 0, after: 80, line: 360) + "<w:ind w:firstLine=\"480\"/>", run: "")
      + style(
        .list, "List Paragraph",
        paragraph: spacing(before: 0, after: 40, line: 320) + "<w:ind w:firstLine=\"480\"/>",
        run: "")
      + style(
        .note, "Note", paragraph: spacing(before: 40, after: 40),
        run: "<w:color w:val=\"555555\"/><w:sz w:val=\"18\"/>")
      + style(.cell, "Table Text", paragraph: spacing(before: 20, after: 20), run: "<w:sz w:val=\"18\"/>")
      + style(
        .cellHeading, "Table Heading", paragraph: spacing(before: 20, after: 20) + "<w:jc w:val=\"center\"/>",
        run: black + "<w:sz w:val=\"18\"/>") + "</w:styles>"
  }
}

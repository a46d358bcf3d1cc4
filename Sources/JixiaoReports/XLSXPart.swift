/// The parts of a workbook around its worksheets.
enum XLSXPart {
  static let header = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// A workbook of some worksheets, as a zip archive.
  static func workbook(_ sheets: [XLSXWorksheet], caching: Bool) -> [UInt8] {
    var zip = ZipWriter()
    var types = ""
    var relations = ""
    var list = ""
    var names = ""
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      types +=
        "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" "
        + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
      relations +=
        "<Relationship Id=\"rId\(number)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
      let name = XMLText.escaped(sheet.name)
      list += "<sheet name=\"\(name)\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
      names +=
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">'\(name)'!\(sheet.filterRange)</definedName>"
    }
    // Names stand in alphabetical order of their kind, as spreadsheets write them.
    for (index, sheet) in sheets.enumerated() {
      names +=
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
        + "'\(XMLText.escaped(sheet.name))'!$A:$\(XLSXWorksheet.letters(sheet.frozenColumns - 1)),"
        + "'\(XMLText.escaped(sheet.name))'!$\(sheet.headingRow):$\(sheet.headingRow)</definedName>"
    }
    zip.add(
      "[Content_Types].xml",
      header + "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
        + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" "
        + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\(types)</Types>"
    )
    zip.add("_rels/.rels", rootRelations(to: "xl/workbook.xml"))
    zip.add(
      "xl/workbook.xml",
      header + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><bookViews><workbookView/></bookViews>"
        + "<sheets>\(list)</sheets><definedNames>\(names)</definedNames><calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>"
    )
    zip.add(
      "xl/_rels/workbook.xml.rels",
      header + "<Relationships xmlns=\"\(package)/relationships\">\(relations)"
        + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
    )
    zip.add("xl/styles.xml", XLSXStyle.sheet)
    for (index, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(index + 1).xml") { entry in
        sheet.write(to: &entry, isFirst: index == 0, caching: caching)
      }
    }
    return zip.finish()
  }

  /// The relation that leads a reader to a package's main part.
  static func rootRelations(to target: String) -> String {
    header + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(office)/officeDocument\" Target=\"\(target)\"/></Relationships>"
  }
}

@testable import JixiaoDocuments

/// Writes small docx and xlsx for tests out of the XML that matters.
enum OfficeFiles {
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// A document of that body; the prefix stands for `w:` in it.
  static func docx(_ body: String, namespace: String = transitional, isDeflated: Bool = false) -> [UInt8] {
    let document =
      "<?xml version=\"1.0\"?><w:document xmlns:w=\"\(namespace)\"><w:body>\(body)</w:body></w:document>"
    return docx(part: Array(document.utf8), isDeflated: isDeflated)
  }

  static func docx(part: [UInt8], isDeflated: Bool = false) -> [UInt8] {
    ZipWriter.archive([
      contentTypes("/word/document.xml", "wordprocessingml.document"), relations("word/document.xml"),
      ZipWriter.Entry("word/document.xml", part, isDeflated: isDeflated),
    ])
  }

  static func contentTypes(_ part: String, _ kind: String) -> ZipWriter.Entry {
    let type = "application/vnd.openxmlformats-officedocument.\(kind).main+xml"
    return ZipWriter.Entry(
      "[Content_Types].xml", "<Types><Override PartName=\"\(part)\" ContentType=\"\(type)\"/></Types>")
  }

  static func relations(_ target: String) -> ZipWriter.Entry {
    ZipWriter.Entry(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        + "relationships/officeDocument\" Target=\"\(target)\"/></Relationships>")
  }

  /// A paragraph of one run.
  static func p(_ text: String) -> String {
    "<w:p><w:r><w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r></w:p>"
  }

  /// A table of plain cells.
  static func table(_ rows: [[String]]) -> String {
    "<w:tbl>" + rows.map { "<w:tr>" + $0.map { "<w:tc>\(p($0))</w:tc>" }.joined() + "</w:tr>" }.joined()
      + "</w:tbl>"
  }

  struct Worksheet {
    var name = "Sheet1"
    /// What stands in `sheetData`, and behind it.
    var data: String
    var before = ""
    var behind = ""
    var state: String?
  }

  static func xlsx(
    _ worksheets: [Worksheet], strings: String? = nil, styles: String? = nil, workbookProperties: String = ""
  ) -> [UInt8] {
    var list = ""
    var links = ""
    var entries = [contentTypes("/xl/workbook.xml", "spreadsheetml.sheet"), relations("xl/workbook.xml")]
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for (index, sheet) in worksheets.enumerated() {
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index)\"/>"
      links +=
        "<Relationship Id=\"s\(index)\" Type=\"\(kind)/worksheet\" Target=\"worksheets/s\(index).xml\"/>"
      entries.append(
        ZipWriter.Entry(
          "xl/worksheets/s\(index).xml",
          "<worksheet>\(sheet.before)<sheetData>\(sheet.data)</sheetData>\(sheet.behind)</worksheet>"))
    }
    if let strings {
      links += "<Relationship Id=\"t\" Type=\"\(kind)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
      entries.append(ZipWriter.Entry("xl/sharedStrings.xml", "<sst>\(strings)</sst>"))
    }
    if let styles {
      links += "<Relationship Id=\"y\" Type=\"\(kind)/styles\" Target=\"styles.xml\"/>"
      entries.append(ZipWriter.Entry("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"))
    }
    entries.append(
      ZipWriter.Entry("xl/workbook.xml", "<workbook>\(workbookProperties)<sheets>\(list)</sheets></workbook>")
    )
    entries.append(ZipWriter.Entry("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"))
    return ZipWriter.archive(entries)
  }

  /// Rows of inline texts, without references.
  static func rows(_ rows: [[String]]) -> String {
    rows.map { row in
      "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\(escaped($0))</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// A sheet that every container can hold: title, head, headings, three rows.
  static let title = "项目支出绩效自评表（2024年度）"
  static let head = [["项目名称", "职业技能培训"], ["实施单位", "示例县就业中心"]]
  static let headings = ["一级指标", "二级指标", "三级指标", "指标值", "分值", "实际完成值", "得分"]
  static let body = [
    ["产出指标", "数量指标", "培训场次", "≥10场", "30", "12", "30"],
    ["产出指标", "质量指标", "培训合格率", "≥95%", "40", "96%", "40"],
    ["效益指标", "社会效益", "带动就业", "有效提升", "20", "达成预期指标", "18"],
  ]
}

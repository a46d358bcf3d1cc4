import CZlib

/// Office files that are sound but for one part, which is any bytes at all; nothing is compressed.
enum OneFileZip {
  /// A docx with this document.
  static func document(_ part: [UInt8]) -> [UInt8] {
    archive([
      ("[Content_Types].xml", types("/word/document.xml", "wordprocessingml.document.main")),
      ("_rels/.rels", relations([("officeDocument", "word/document.xml")])),
      ("word/document.xml", part),
    ])
  }

  /// A workbook with this worksheet.
  static func workbook(_ part: [UInt8]) -> [UInt8] {
    let texts = ["一级指标", "二级指标", "三级指标", "指标值", "分值", "产出指标", "数量指标", "培训次数", "≥5次"]
    return archive([
      ("[Content_Types].xml", types("/xl/workbook.xml", "spreadsheetml.sheet.main")),
      ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/_rels/workbook.xml.rels",
        relations([("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")])
      ),
      (
        "xl/workbook.xml",
        Array(
          """
          <workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r0"/></sheets></workbook>
          """.utf8)
      ),
      (
        "xl/sharedStrings.xml",
        Array(("<sst>" + texts.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>").utf8)
      ),
      ("xl/worksheets/sheet1.xml", part),
    ])
  }

  private static func types(_ part: String, _ type: String) -> [UInt8] {
    let main = "application/vnd.openxmlformats-officedocument.\(type)+xml"
    return Array("<Types><Override PartName=\"\(part)\" ContentType=\"\(main)\"/></Types>".utf8)
  }

  private static func relations(_ targets: [(kind: String, part: String)]) -> [UInt8] {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let lines = targets.enumerated().map {
      "<Relationship Id=\"r\($0.offset)\" Type=\"\(base)\($0.element.kind)\" Target=\"\($0.element.part)\"/>"
    }
    return Array(("<Relationships>" + lines.joined() + "</Relationships>").utf8)
  }

  private static func archive(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    func put(_ value: Int, _ size: Int, to bytes: inout [UInt8]) {
      for i in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * i))) }
    }
    for part in parts {
      let start = bytes.count
      let checksum = Int(crc32(0, part.content, UInt32(part.content.count)))
      // Version, flags, method, time and date, checksum, both sizes, length of the name, no extra field.
      var header: [UInt8] = []
      for (value, size) in [
        (20, 2), (0, 2), (0, 2), (0, 4), (checksum, 4), (part.content.count, 4), (part.content.count, 4),
        (part.name.utf8.count, 2), (0, 2),
      ] { put(value, size, to: &header) }
      put(0x0403_4b50, 4, to: &bytes)
      bytes += header + Array(part.name.utf8) + part.content
      put(0x0201_4b50, 4, to: &directory)
      put(20, 2, to: &directory)
      directory += header
      // No comment, first disk, no attributes.
      directory += [UInt8](repeating: 0, count: 10)
      put(start, 4, to: &directory)
      directory += Array(part.name.utf8)
    }
    let start = bytes.count
    bytes += directory
    for (value, size) in [
      (0x0605_4b50, 4), (0, 4), (parts.count, 2), (parts.count, 2), (directory.count, 4), (start, 4), (0, 2),
    ] { put(value, size, to: &bytes) }
    return bytes
  }
}

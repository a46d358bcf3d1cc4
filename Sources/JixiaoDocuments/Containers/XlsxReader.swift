import Jixiao

/// An Excel workbook (xlsx, xlsm, WPS's xlsx): its worksheets as they print, numbers as they are shown.
///
/// Hidden worksheets, rows and columns are left out and named in a notice. Formulas give the value that was saved.
struct XlsxReader: PackageFormat {
  /// Columns that a merged range may cover; a sheet has fewer. Chosen.
  static let mostColumns = 256

  let name = "xlsx"
  let kind = OfficePackage.Kind.workbook

  func read(
    _ package: OfficePackage, _ input: ReaderInput, budget: inout ZipInflate.Budget
  ) throws(ReadError) -> Reading {
    let workbook: XlsxWorkbook
    do throws(PackageFault) { workbook = try XlsxWorkbook(package, budget: &budget) } catch {
      throw ReadError(file: input.file, .package(error))
    }
    var rows = XlsxRows(input)
    var notices: [String] = []
    for worksheet in workbook.worksheets {
      if worksheet.isHidden {
        notices.append(
          input.language.pick(
            "工作表“\(worksheet.name)”是隐藏的，未读取", "the worksheet “\(worksheet.name)” is hidden and was not read"))
        continue
      }
      let xml: XMLScanner
      do throws(PackageFault) { xml = try package.scanner(worksheet.part, budget: &budget) } catch {
        throw ReadError(file: input.file, .package(error))
      }
      func broken(_ fault: XMLFault) -> ReadError {
        ReadError(file: input.file, .package(.xml(part: worksheet.part, fault)))
      }
      var sheet: XlsxSheet
      do throws(XMLFault) { sheet = try XlsxSheet(xml, workbook) } catch { throw broken(error) }
      rows.begin(worksheet.name)
      while true {
        let row: XlsxSheet.Row?
        do throws(XMLFault) { row = try sheet.next() } catch { throw broken(error) }
        guard let row else { break }
        try rows.add(row, sheet.rangesOverRow())
      }
      notices += Self.notices(of: sheet, worksheet.name, input.language)
    }
    if rows.cellsTooFarRight > 0 {
      notices.append(
        input.language.pick(
          "第 \(Self.mostColumns) 列以后的 \(rows.cellsTooFarRight) 个单元格未读取",
          "\(rows.cellsTooFarRight) cells right of column \(Self.mostColumns) were not read"))
    }
    var reading = rows.finished(reader: name)
    reading.documents[0].notices += notices
    return reading
  }

  /// What the printed sheet does not show and was therefore not read.
  private static func notices(of sheet: XlsxSheet, _ name: String, _ language: Language) -> [String] {
    var notices: [String] = []
    if let first = sheet.firstHiddenRow {
      notices.append(
        language.pick(
          "工作表“\(name)”有 \(sheet.hiddenRows) 行隐藏（从第\(first)行起），未读取",
          "\(sheet.hiddenRows) hidden rows of the worksheet “\(name)” (from row \(first)) were not read"))
    }
    if let first = sheet.hiddenColumnsSeen.min() {
      notices.append(
        language.pick(
          "工作表“\(name)”有 \(sheet.hiddenColumnsSeen.count) 列隐藏（从第\(first)列起），未读取",
          "\(sheet.hiddenColumnsSeen.count) hidden columns of the worksheet “\(name)” (from column \(first)) were not read"
        ))
    }
    return notices
  }
}

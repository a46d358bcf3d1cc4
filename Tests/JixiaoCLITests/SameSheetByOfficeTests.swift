import Testing

@testable import JixiaoCLI

/// The same sheet as LibreOffice turns it into other forms reads as the same value; skipped aloud without the programs.
@Suite struct SameSheetByOfficeTests {
  static let hasOffice =
    Spawned.run(["/bin/sh", "-c", "command -v soffice && command -v pdftotext"]).status == 0

  static let forms: [(fixture: String, form: String, filter: String)] = [
    ("libreoffice.docx", "pdf", "pdf"),
    ("libreoffice.docx", "html", "html:HTML (StarWriter)"), ("libreoffice.xlsx", "xls", "xls"),
    ("libreoffice.xlsx", "csv", "csv:Text - txt - csv (StarCalc):44,34,76,1"),
    ("openpyxl.xlsx", "xls", "xls"),
  ]

  @Test(
    .enabled(if: hasOffice, "skipped: soffice or pdftotext is not installed"), arguments: forms.indices)
  func readsAsTheSame(_ index: Int) {
    let (fixture, form, filter) = Self.forms[index]
    let folder = Scratch()
    let source = Paths.package + "/Tests/Fixtures/office/" + fixture
    _ = Spawned.run([
      "/usr/bin/env", "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
      "--convert-to",
      filter, "--outdir", folder.path, source,
    ])
    let stem = fixture.prefix { $0 != "." }
    let direct = jixiao(["read", source, "--format", "csv"])
    let converted = jixiao(["read", folder("\(stem).\(form)"), "--format", "csv"])
    #expect(direct.status == 0 && direct.output.split(separator: "\n").count == 6)
    #expect(converted.output == direct.output, "\(converted.errors)")
  }
}

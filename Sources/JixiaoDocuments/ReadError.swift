import Jixiao

/// One reason in both languages, for errors that are told apart from where they arise.
public struct BothLanguages: Sendable, Equatable {
  public let zh: String
  public let en: String

  init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public func text(in language: Language) -> String { language.pick(zh, en) }
}

/// Why a whole file could not be used; what is wrong with single cells is in `Document.unread`.
public struct ReadError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case empty
    /// More bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// More rows than the limit.
    case tooManyRows(limit: Int)
    /// Bytes that are no text: an archive, an image, an unknown encoding.
    case notText(found: TextEncoding.Foreign)
    /// A form of ours that breaks its own rules: JSON that does not parse, a flat table without a needed column.
    case broken(reader: String, why: BothLanguages)
    /// A PDF of images only.
    case noTextLayer(pages: Int)
    /// A program outside is needed and gave no answer.
    case converter(Program, ConverterTools.Failure)
    /// An Office file under a password.
    case encrypted
    /// A zip, docx or xlsx that cannot be used.
    case package(PackageFault)
    /// Text in which nothing is a sheet.
    case noSheet(tried: [Attempt], seen: String)
  }

  /// The programs outside that are asked for help.
  public enum Program: Sendable, Equatable {
    case pdftotext, soffice
  }

  /// A reader that was asked, and why it found nothing of its own.
  public struct Attempt: Sendable, Equatable {
    public let reader: String
    public let why: BothLanguages
  }

  /// The file as outputs name it.
  public let file: String
  public let place: Place
  public let kind: Kind

  init(file: String, place: Place = Place(), _ kind: Kind) {
    self.file = file
    self.place = place
    self.kind = kind
  }

  /// File, place, what was seen, and what to do.
  public func message(in language: Language) -> String {
    let at = place.described(in: language)
    let head = at.isEmpty ? file : language.pick("\(file) \(at)", "\(file), \(at)")
    return "\(head): \(reason(in: language))"
  }

  /// What is wrong and what to do, without the place.
  func reason(in language: Language) -> String {
    switch kind {
    case .empty:
      return language.pick("文件是空的。请检查是否导出完整。", "the file is empty; check that it was exported completely")
    case .tooLarge(let bytes, let limit):
      return language.pick(
        "有 \(bytes) 字节，超过上限 max-size=\(limit) 字节。请拆分文件或提高上限。",
        "has \(bytes) bytes, above the limit max-size=\(limit); split the file or raise the limit")
    case .tooManyRows(let limit):
      return language.pick(
        "表格行数超过上限 rows=\(limit)。请拆分文件或提高上限。",
        "has more table rows than the limit rows=\(limit); split the file or raise the limit")
    case .notText(let found):
      return found.reason(in: language)
    case .package(let fault):
      return fault.reason(in: language)
    case .noTextLayer(let pages):
      return language.pick(
        "PDF 共 \(pages) 页，没有文字层（扫描件）。请先做文字识别（OCR），例如 ocrmypdf -l chi_sim。",
        "the PDF has \(pages) pages and no text layer (a scan); run text recognition first, e.g. ocrmypdf -l chi_sim"
      )
    case .encrypted:
      return language.pick("文件有密码。请先去掉密码再读。", "the file is under a password; remove it first")
    case .converter(let program, let failure):
      return program.reason(failure, in: language)
    case .broken(let reader, let why):
      return language.pick("按 \(reader) 读取失败：\(why.zh)", "could not be read as \(reader): \(why.en)")
    case .noSheet(let tried, let seen):
      let list = tried.map { "\($0.reader): \($0.why.text(in: language))" }
      return language.pick(
        "没有找到绩效表。开头是“\(seen)”。已试：\(list.joined(separator: "；"))。需要有“三级指标”和“指标值”等列名的表。",
        "no performance sheet found. It begins “\(seen)”. Tried \(list.joined(separator: "; ")). "
          + "A table with headings such as 三级指标 and 指标值 is needed.")
    }
  }
}

extension ReadError.Program {
  private var name: String { self == .pdftotext ? "pdftotext" : "soffice" }

  func reason(_ failure: ConverterTools.Failure, in language: Language) -> String {
    switch (failure, self) {
    case (.absent, .pdftotext):
      return language.pick(
        "读 PDF 需要 poppler 的 pdftotext，没有找到。请安装：apt-get install poppler-utils，或 brew install poppler。",
        "reading a PDF needs poppler's pdftotext, which was not found; apt-get install poppler-utils or brew install poppler"
      )
    case (.absent, .soffice):
      return language.pick(
        "读旧版 Office 文件（doc、xls、wps、et）需要 LibreOffice 的 soffice，没有找到。请安装 LibreOffice，或另存为 docx、xlsx。",
        "reading an old Office file (doc, xls, wps, et) needs LibreOffice's soffice, which was not found; install LibreOffice "
          + "or save the file as docx or xlsx")
    case (.timedOut(let seconds), _):
      return language.pick(
        "\(name) 在 \(seconds) 秒内没有完成。文件可能损坏或过大。",
        "\(name) did not finish within \(seconds) seconds; the file may be broken")
    case (.failed(let status, let said), _):
      return language.pick(
        "\(name) 失败（状态 \(status)）：\(said)。文件可能损坏或有密码。",
        "\(name) failed (status \(status)): \(said); the file may be broken or under a password")
    }
  }
}

import Jixiao

/// Why an archive, or a document that is one inside (docx, xlsx), cannot be used.
public enum PackageFault: Error, Sendable, Equatable {
  /// The list of contents at the end is missing: the file was cut off.
  case cutOff
  /// The list of contents contradicts the file.
  case inconsistent(entry: String)
  /// An entry whose bytes do not unpack, or have another checksum than the archive says.
  case damaged(entry: String)
  case packedUnknown(entry: String, method: Int)
  case password(entry: String)
  case tooManyEntries(count: Int, limit: Int)
  case entryTooLarge(entry: String, limit: Int)
  case tooMuchInside(limit: Int)
  case inflatesTooFar(entry: String, limit: Int)
  case nestedTooDeep(limit: Int)
  /// A document without the part that holds its content.
  case partMissing(String)
  /// Two parts of one name, so that programs show different documents.
  case partTwice(String)
  case xml(part: String, XMLFault)
  /// A document of another kind, with what to save it as.
  case otherKind(OtherKind)
  case nothingInside

  public enum OtherKind: String, Sendable, Equatable {
    case slides = "PowerPoint (pptx)"
    case binaryWorkbook = "Excel (xlsb)"
    case openDocument = "OpenDocument (odt, ods)"
    case ofd = "OFD"
  }

  /// What is wrong, and what to do.
  public func reason(in language: Language) -> String {
    switch self {
    case .cutOff:
      return language.pick(
        "压缩包（docx、xlsx、zip）不完整，结尾的目录缺失。请重新下载。",
        "the package (docx, xlsx, zip) is cut off: its list of contents is missing; download it again")
    case .inconsistent(let entry):
      return language.pick(
        "压缩包的目录与内容不符（\(entry)）。请重新下载或重新保存。",
        "the package's list of contents does not match its content (\(entry)); download or save it again")
    case .damaged(let entry):
      return language.pick(
        "“\(entry)”已损坏，解压或校验失败。请重新下载。", "“\(entry)” is damaged and does not unpack; download it again")
    case .packedUnknown(let entry, let method):
      return language.pick(
        "“\(entry)”的压缩方法 \(method) 不支持。请用普通 zip 方式重新压缩。",
        "“\(entry)” is packed by method \(method), which is not supported; pack it again as a plain zip")
    case .password(let entry):
      return language.pick(
        "“\(entry)”有密码。请先去掉密码再读。", "“\(entry)” is under a password; remove the password first")
    case .otherKind(let kind):
      return language.pick(
        "这是 \(kind.rawValue) 文件，不直接读取。请另存为 docx、xlsx 或 PDF。",
        "this is a \(kind.rawValue) file, which is not read; save it as docx, xlsx or PDF")
    case .nothingInside:
      return language.pick("压缩包里没有文件。", "the archive holds no file")
    case .partMissing(let part):
      return language.pick(
        "文件缺少“\(part)”部分。请用 Word 或 Excel 打开并重新保存。",
        "the part “\(part)” is missing; open the file in Word or Excel and save it again")
    case .partTwice(let part):
      return language.pick(
        "文件里“\(part)”出现两次，内容不唯一。请重新保存。", "the part “\(part)” is there twice; save the file again")
    case .xml(let part, let fault):
      return language.pick("“\(part)”\(fault.reason(in: .zh))", "“\(part)” \(fault.reason(in: .en))")
    default:
      return limit(in: language)
    }
  }

  /// A limit of `ReadLimits` by its name, and how to go on.
  private func limit(in language: Language) -> String {
    let (zh, en): (String, String)
    switch self {
    case .tooManyEntries(let count, let limit):
      (zh, en) = (
        "压缩包有 \(count) 个条目，超过上限 entries=\(limit)", "has \(count) entries, above the limit entries=\(limit)"
      )
    case .entryTooLarge(let entry, let limit):
      (zh, en) = (
        "“\(entry)”解压后超过上限 max-size=\(limit) 字节",
        "“\(entry)” unpacks to more than the limit max-size=\(limit)"
      )
    case .tooMuchInside(let limit):
      (zh, en) = (
        "全部内容解压后超过上限 inflatedBytes=\(limit) 字节",
        "its content unpacks to more than the limit inflatedBytes=\(limit)"
      )
    case .inflatesTooFar(let entry, let limit):
      (zh, en) = (
        "“\(entry)”解压后超过压缩大小的 \(limit) 倍（上限 ratio=\(limit)），像是压缩炸弹",
        "“\(entry)” unpacks to over \(limit) times its size (limit ratio=\(limit)), like a zip bomb"
      )
    case .nestedTooDeep(let limit):
      (zh, en) = (
        "压缩包套压缩包超过上限 nesting=\(limit) 层", "archives lie deeper in archives than the limit nesting=\(limit)"
      )
    default: return ""
    }
    return language.pick(
      "\(zh)。请拆分文件，或在确认可信后提高上限。", "\(en); split the file, or raise the limit if you trust it")
  }
}

import Jixiao

/// Why a part of a document is not usable as XML.
public enum XMLFault: Error, Sendable, Equatable {
  /// An unknown or broken encoding, or a NUL byte.
  case encoding
  /// DOCTYPE and the entities it can declare are refused: nothing is expanded, nothing is fetched.
  case doctype
  case tooDeep(limit: Int)
  /// Ends inside a tag or an element.
  case cutOff
  /// A tag or reference that is none, at a byte.
  case malformed(offset: Int)

  public func reason(in language: Language) -> String {
    switch self {
    case .encoding:
      language.pick("的编码有误或含 NUL。请重新保存文件。", "has a broken encoding or NUL bytes; save the file again")
    case .doctype:
      language.pick(
        "含 DOCTYPE 声明，出于安全不予读取。请用 Word 或 Excel 重新保存。",
        "has a DOCTYPE, which is refused for safety; save the file again in Word or Excel")
    case .tooDeep(let limit):
      language.pick(
        "的元素嵌套超过上限 depth=\(limit) 层。请重新保存文件。",
        "nests elements deeper than the limit depth=\(limit); save it again")
    case .cutOff:
      language.pick("不完整，XML 没有结束。请重新下载。", "is cut off in the middle of its XML; download the file again")
    case .malformed(let offset):
      language.pick("第 \(offset) 字节处 XML 有误。请重新保存文件。", "is broken XML at byte \(offset); save the file again")
    }
  }
}

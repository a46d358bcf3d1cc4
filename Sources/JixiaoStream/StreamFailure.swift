import Jixiao

/// Why a stream stops before its end.
package enum StreamFailure: Error, Sendable, Equatable {
  /// The system refused, with its number.
  case system(Int32)
  case truncatedGzip
  case brokenGzip
  /// A sheet of so many bytes cannot be held.
  case sheetTooLong(offset: Int, limit: Int)
  /// A part of what has no bytes of its own to count: a pipe, a gzip, a document.
  case noRange
  /// The first line of the flat table cannot be used.
  case header(zh: String, en: String)

  /// What happened and what to do.
  package func reason(in language: Language) -> String {
    switch self {
    case .system(let code): language.pick("读不了：系统错误 \(code)", "cannot be read: system error \(code)")
    case .truncatedGzip:
      language.pick("gzip 不完整，后面缺了一段；请重新取得文件", "the gzip ends too early; fetch the file again")
    case .brokenGzip: language.pick("gzip 已损坏；请重新取得文件", "the gzip is damaged; fetch the file again")
    case .sheetTooLong(let offset, let limit):
      language.pick(
        "从第 \(offset) 字节起的一张表超过 \(limit) 字节；请检查表号列是否选错",
        "the sheet at byte \(offset) has more than \(limit) bytes; check the column of sheet ids")
    case .noRange:
      language.pick(
        "--range 只能用于没有压缩的表格或 NDJSON 文件", "--range needs a flat table or NDJSON in a file, not compressed")
    case .header(let zh, let en): language.pick(zh, en)
    }
  }
}

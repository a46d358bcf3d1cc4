import Jixiao

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why an input cannot be read, and what to do about it.
extension Complaint {
  static func unreadable(_ shown: String, _ error: SystemError, folder: Bool = false) -> Complaint {
    let remedy: Wording? =
      switch error.code {
      case EACCES, EPERM:
        folder
          ? Wording(
            "请用 chmod u+rx 放开这个文件夹，或换有权限的用户", "open the folder with chmod u+rx, or use another account")
          : Wording("请用 chmod u+r 放开，或换有权限的用户", "open it with chmod u+r, or use another account")
      case ENOENT: neighbour(of: shown) ?? Wording("请检查路径", "check the path")
      case ENOTDIR, ENAMETOOLONG: Wording("请检查路径", "check the path")
      case ELOOP: Wording("请改用真实的文件", "name the real file")
      case EMFILE, ENFILE: Wording("请减小 --jobs", "use a smaller --jobs")
      default: Wording("请换一份副本再试", "try another copy")
      }
    return Complaint(
      shown, Wording("读不了：\(error.reason.zh)", "cannot be read: \(error.reason.en)"), remedy: remedy)
  }

  /// The name in the same folder that was probably meant.
  private static func neighbour(of shown: String) -> Wording? {
    let path = Path(shown)
    guard let last = path.components.last, let names = try? FolderListing.names(in: path.parent),
      let name = nearestName(
        to: String(decoding: last, as: UTF8.self), among: names.map { String(decoding: $0, as: UTF8.self) })
    else { return nil }
    let meant = shown.contains("/") ? path.parent.appending(name).text : name
    return Wording("是否想写 \(meant)？", "did you mean \(meant)?")
  }

  static func notAFile(_ shown: String, _ kind: FileStatus.Kind) -> Complaint {
    let what: Wording =
      switch kind {
      case .fifo: Wording("是管道", "is a pipe")
      case .characterDevice, .blockDevice: Wording("是设备", "is a device")
      case .socket: Wording("是套接字", "is a socket")
      case .folder: Wording("是文件夹", "is a folder")
      case .regular: Wording("是文件", "is a file")
      }
    return Complaint(
      shown, Wording("读不了：\(what.zh)，不是文件", "cannot be read: \(what.en), not a file"),
      remedy: Wording("请先把内容存成文件", "save its content as a file first"))
  }

  static func noMatch(_ pattern: String) -> Complaint {
    Complaint(
      pattern, Wording("没有匹配的文件", "no file matches"),
      remedy: Wording(
        "请检查通配式；* 不跨文件夹，** 跨文件夹", "check the pattern; * stays within a folder, ** goes through folders"))
  }

  static func emptyFolder(_ shown: String) -> Complaint {
    let endings = DocumentExtensions.plausible.joined(separator: " ")
    return Complaint(
      shown, Wording("文件夹里没有可读的文件", "the folder has no file to read"),
      remedy: Wording("可读的扩展名：\(endings)；其他文件请直接写出", "it takes \(endings); name other files directly"))
  }

  static func tooLarge(_ shown: String, limit: Int) -> Complaint {
    Complaint(
      shown, Wording("超过大小上限 \(limit) 字节", "larger than the limit of \(limit) bytes"),
      remedy: Wording("确要读它时请加大 --max-size", "raise --max-size to read it all the same"))
  }
}

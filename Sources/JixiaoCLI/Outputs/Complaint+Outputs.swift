#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a result cannot be written, and what to do about it.
extension Complaint {
  /// A write that failed half way; a file has been removed again, standard output keeps what it got.
  static func unwritten(_ shown: String?, _ error: SystemError) -> Complaint {
    let remedy: Wording =
      switch error.code {
      case ENOSPC, EDQUOT: Wording("请腾出空间，或用 -o 写到别处", "free some space, or write elsewhere with -o")
      case EFBIG: Wording("请提高 ulimit -f，或换一个文件系统", "raise ulimit -f, or use another file system")
      default: Wording("请用 -o 写到别处", "write elsewhere with -o")
      }
    return Complaint(
      shown,
      shown == nil
        ? Wording("标准输出没有写完：\(error.reason.zh)", "standard output is incomplete: \(error.reason.en)")
        : Wording(
          "没有写出：\(error.reason.zh)，原文件未动", "not written: \(error.reason.en), any old file is untouched"),
      remedy: remedy)
  }

  static func outputIsFolder(_ shown: String) -> Complaint {
    let example = Path(shown).appending("结果.json").text
    return Complaint(
      shown, Wording("不能写：是文件夹", "cannot be written: is a folder"),
      remedy: Wording("请写出文件名，例如 \(example)", "give a file name, such as \(example)"))
  }

  static func outputIsInput(_ shown: String) -> Complaint {
    Complaint(
      shown, Wording("不能写：它也是输入", "cannot be written: it is an input too"),
      remedy: Wording("请换一个输出文件", "choose another output file"))
  }

  static func outputExists(_ shown: String) -> Complaint {
    Complaint(
      shown, Wording("已经存在，没有覆盖", "exists already and was left alone"),
      remedy: Wording("请换一个文件名，或加 --force 覆盖", "choose another name, or add --force to overwrite it"))
  }

  static func outputRefused(_ shown: String, _ error: SystemError) -> Complaint {
    let folder = Path(shown).parent.text
    let remedy: Wording =
      switch error.code {
      case EACCES, EPERM, EROFS:
        Wording(
          "请换一个可写的文件夹（\(folder) 不可写），或放开权限", "choose a folder that is writable (\(folder) is not), or open it"
        )
      case ENOENT: Wording("请先建文件夹：mkdir -p \(folder)", "make the folder first: mkdir -p \(folder)")
      case ENOSPC, EDQUOT: Wording("请腾出空间，或写到别处", "free some space, or write elsewhere")
      default: Wording("请检查输出路径", "check the output path")
      }
    return Complaint(
      shown, Wording("不能写：\(error.reason.zh)", "cannot be written: \(error.reason.en)"), remedy: remedy)
  }
}

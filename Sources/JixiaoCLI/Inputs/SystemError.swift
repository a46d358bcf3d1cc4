#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system answered when it refused, in words that do not depend on the locale.
struct SystemError: Error, Sendable, Hashable {
  let code: Int32

  /// The error of the call that has just failed on this thread.
  static var last: SystemError { SystemError(code: errno) }

  var reason: Wording {
    switch code {
    case EACCES, EPERM: Wording("没有权限", "permission denied")
    case ENOENT: Wording("不存在", "does not exist")
    case ENOTDIR: Wording("路径中有一段不是文件夹", "a part of the path is not a folder")
    case EISDIR: Wording("是文件夹", "is a folder")
    case ELOOP: Wording("符号链接循环", "symbolic links go round in a circle")
    case ENAMETOOLONG: Wording("名字太长", "name too long")
    case ENOSPC: Wording("磁盘已满", "disk full")
    case EDQUOT: Wording("超出磁盘配额", "disk quota exceeded")
    case EFBIG: Wording("超出允许的文件大小", "larger than files may be here")
    case EROFS: Wording("文件系统只读", "file system is read-only")
    case EIO: Wording("读写设备出错", "input/output error of the device")
    case EMFILE, ENFILE: Wording("打开的文件太多", "too many open files")
    case EBADF: Wording("已关闭，不能用", "is closed")
    case ENOMEM: Wording("内存不足", "out of memory")
    case ENXIO, ENODEV: Wording("没有这个设备", "no such device")
    case ETXTBSY, EBUSY: Wording("正被占用", "is busy")
    default: Wording("系统错误 \(code)", "system error \(code)")
    }
  }
}

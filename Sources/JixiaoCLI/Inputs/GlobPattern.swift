/// A path with `*` (any characters), `?` (one character) and `**` (any folders), expanded by us when quoted.
///
/// A pattern without `**` stands for the files and folders it matches; one with `**` for files only. Hidden entries
/// need a pattern that begins with a dot. `**` does not follow symbolic links in a circle.
struct GlobPattern {
  private let parts: [String]
  private let root: Path

  private(set) var matches: Set<Path> = []
  private(set) var complaints: [Complaint] = []

  static func isPattern(_ text: String) -> Bool { text.contains("*") || text.contains("?") }

  /// Expands at once: the results are in `matches` and `complaints`.
  init(_ text: String) {
    parts = text.split(separator: "/").map(String.init)
    root = Path(text.hasPrefix("/") ? "/" : "")
    expand(root, parts[...], above: [])
  }

  private mutating func expand(_ base: Path, _ rest: ArraySlice<String>, above: Set<FileStatus.Identity>) {
    guard let part = rest.first else {
      guard let status = try? FileStatus(of: base) else { return }
      if status.kind != .folder || !parts.contains("**") { matches.insert(base) }
      return
    }
    let later = rest.dropFirst()
    guard Self.isPattern(part) else {
      let next = base.appending(part)
      if (try? FileStatus(of: next)) != nil { expand(next, later, above: above) }
      return
    }
    let folder = base.bytes.isEmpty ? Path(".") : base
    guard let status = try? FileStatus(of: folder), status.kind == .folder else { return }
    let names: [[UInt8]]
    do { names = try FolderListing.names(in: folder) } catch {
      complaints.append(.unreadable(folder.text, error, folder: true))
      return
    }
    if part == "**" {
      guard !above.contains(status.identity) else { return }
      expand(base, later.isEmpty ? ["*"] : later, above: above)
      for name in names {
        let next = base.appending(name)
        if (try? FileStatus(of: next))?.kind == .folder {
          expand(next, rest, above: above.union([status.identity]))
        }
      }
      return
    }
    for name in names where Self.matches(name, part) { expand(base.appending(name), later, above: above) }
  }

  /// Whether one name fits one part of a pattern.
  static func matches(_ name: [UInt8], _ pattern: String) -> Bool {
    let name = Array(String(decoding: name, as: UTF8.self)), pattern = Array(pattern)
    var (n, p) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        p = last.pattern + 1
        n = last.name + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}

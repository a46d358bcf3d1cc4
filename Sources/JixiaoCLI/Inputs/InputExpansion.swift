#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns what a command line names into files: folders are walked, patterns expanded, `-` is standard input.
struct InputExpansion {
  private var candidates: [DisplayNames.Candidate] = []
  private var complaints: [Complaint] = []
  private var seen: Set<Path> = []
  private var parents: [Path: Path] = [:]

  /// - Parameter arguments: as written, in the order in which their files are to be read.
  /// - Returns: each file once, however often it is named; what is wrong with the rest.
  static func expand(_ arguments: [String]) -> InputSelection {
    var expansion = InputExpansion()
    for argument in arguments { expansion.add(argument) }
    return InputSelection(files: DisplayNames.name(expansion.candidates), complaints: expansion.complaints)
  }

  private mutating func add(_ argument: String) {
    if argument == "-" {
      if !candidates.contains(where: { $0.source == .standardInput }) {
        candidates.append(DisplayNames.Candidate(source: .standardInput, components: [], depth: 0))
      }
      return
    }
    let path = Path(argument)
    do {
      add(path, try FileStatus(of: path))
    } catch {
      guard error.code == ENOENT, GlobPattern.isPattern(argument) else {
        complaints.append(.unreadable(argument, error))
        return
      }
      expand(argument)
    }
  }

  private mutating func expand(_ argument: String) {
    let pattern = GlobPattern(argument)
    complaints += pattern.complaints
    if pattern.matches.isEmpty, pattern.complaints.isEmpty { complaints.append(.noMatch(argument)) }
    for path in pattern.matches.sorted() {
      if let status = try? FileStatus(of: path) { add(path, status) }
    }
  }

  private mutating func add(_ path: Path, _ status: FileStatus) {
    switch status.kind {
    case .regular, .fifo, .characterDevice: add(path, depth: 1)
    case .blockDevice, .socket: complaints.append(.notAFile(path.text, status.kind))
    case .folder:
      let walk = FolderWalk(path, status)
      complaints += walk.complaints
      if walk.found.isEmpty, walk.complaints.isEmpty { complaints.append(.emptyFolder(path.text)) }
      for found in walk.found { add(found.path, depth: found.relative.components.count) }
    }
  }

  private mutating func add(_ path: Path, depth: Int) {
    let full = resolvedParent(of: path).appending(path.components.last ?? [])
    guard seen.insert(full).inserted else { return }
    candidates.append(
      DisplayNames.Candidate(source: .file(path), components: full.components, depth: depth))
  }

  /// The folder of a file with links followed, so that one file under two spellings is read once.
  private mutating func resolvedParent(of path: Path) -> Path {
    let parent = path.parent
    if let known = parents[parent] { return known }
    let resolved = parent.resolved ?? parent
    parents[parent] = resolved
    return resolved
  }
}

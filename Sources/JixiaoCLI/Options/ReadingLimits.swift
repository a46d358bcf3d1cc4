import Jixiao
import JixiaoDocuments

/// `--limit`: how much of a stranger's file is read before it is refused, by the names that messages use.
enum ReadingLimits {
  /// The limits that can be changed, by the names that messages use; `--max-size` is the one of a file.
  enum Name: String, CaseIterable {
    case rows, cellBytes, entries, inflatedBytes, ratio, nesting, depth

    func set(_ value: Int, in limits: inout ReadLimits) {
      switch self {
      case .rows: limits.rows = value
      case .cellBytes: limits.cellBytes = value
      case .entries: limits.entries = value
      case .inflatedBytes: limits.inflatedBytes = value
      case .ratio: limits.ratio = value
      case .nesting: limits.nesting = value
      case .depth: limits.depth = value
      }
    }
  }

  /// The limits with what was asked for.
  ///
  /// - Parameters:
  ///   - changes: as written: `ratio=1000`, `inflatedBytes=4G`.
  ///   - limits: what holds where nothing is asked.
  /// - Returns: the limits.
  /// - Throws: a complaint about every change that names no limit or no number.
  static func changed(
    by changes: [String], from limits: ReadLimits = ReadLimits()
  ) throws(CommandFailure) -> ReadLimits {
    var limits = limits
    var complaints: [Complaint] = []
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      guard let name = Name(rawValue: parts[0]) else {
        complaints.append(.notAllowed("--limit", parts[0], Name.allCases.map(\.rawValue)))
        continue
      }
      guard parts.count == 2, let value = ValueForm.bytes(parts[1]) else {
        complaints.append(.notASize("--limit \(parts[0])", parts.count == 2 ? parts[1] : ""))
        continue
      }
      name.set(value, in: &limits)
    }
    if !complaints.isEmpty { throw .usage(complaints) }
    return limits
  }
}

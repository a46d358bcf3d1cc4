/// Which projects of an organisation have a run of five characters in their names.
struct NameOwners: Sendable {
  private struct Owners: Sendable {
    let first: Int32
    /// Further ones; nearly always none, and then nothing is allocated.
    var others: [Int32] = []

    func contains(_ project: Int32) -> Bool { first == project || others.contains(project) }
  }

  private var numbers: [ByteText: Int32] = [:]
  private var owners: [UInt64: Owners] = [:]

  /// `nameOf`: a project's name without the organisation's.
  init(_ projects: [CheckSheet], nameOf: (CheckSheet) -> String) {
    for sheet in projects where !sheet.project.isEmpty {
      let key = ByteText(sheet.project)
      let number = numbers[key] ?? Int32(numbers.count)
      numbers[key] = number
      CommonText.forEachRun(of: 5, in: nameOf(sheet)) { run in
        if owners[run] == nil {
          owners[run] = Owners(first: number)
        } else if owners[run]?.contains(number) == false {
          owners[run]?.others.append(number)
        }
        return true
      }
    }
  }

  /// Whether a text has a run of other projects' names that the name of this one has not.
  func isForeign(_ text: String, to project: String) -> Bool {
    if owners.isEmpty { return false }
    let number = numbers[ByteText(project)] ?? -1
    var isForeign = false
    CommonText.forEachRun(of: 5, in: text) { run in
      isForeign = owners[run].map { !$0.contains(number) } ?? false
      return !isForeign
    }
    return isForeign
  }
}

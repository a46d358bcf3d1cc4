/// Which projects of an organisation have a run of five characters in their names.
struct NameOwners: Sendable {
  private var numbers: [ByteText: Int32] = [:]
  private let owners: HashedNumbers

  /// `nameOf`: a project's name without the organisation's.
  init(_ projects: [CheckSheet], nameOf: (CheckSheet) -> String) {
    var runs: [(hash: UInt64, number: Int32)] = []
    for sheet in projects where !sheet.project.isEmpty {
      let key = ByteText(sheet.project)
      let number = numbers[key] ?? Int32(numbers.count)
      numbers[key] = number
      CommonText.forEachRun(of: 5, in: nameOf(sheet)) { run in
        runs.append((run, number))
        return true
      }
    }
    owners = HashedNumbers(runs)
  }

  /// Whether a text has a run of other projects' names that the name of this one has not.
  func isForeign(_ text: String, to project: String) -> Bool {
    if owners.isEmpty { return false }
    let number = numbers[ByteText(project)] ?? -1
    var isForeign = false
    CommonText.forEachRun(of: 5, in: text) { run in
      isForeign = owners.contains(number, of: run) == false
      return !isForeign
    }
    return isForeign
  }
}

/// The sheets of one organisation in one document.
public struct CheckGroup: Sendable {
  let sheets: [CheckSheet]
  let projects: [CheckSheet]
  let tools: CheckTools
  /// The organisation's folded name, and the ends of it that turn up in every name: 总工会, 工会.
  let ownWords: PhraseMatcher
  /// The objectives of the projects that have one.
  let objectives: SharedObjectives
  /// The same of the projects that have a name too.
  let namedObjectives: SharedObjectives
  let nameOwners: NameOwners
  /// One a sheet.
  let splits: [Level1Split?]
  private let leastForBoilerplate: Int
  /// What the document says around its sheets, given to its first organisation.
  var figures: PublishedFigures?

  init(_ sheets: [CheckSheet], _ tools: CheckTools) {
    self.sheets = sheets
    self.tools = tools
    var names: Set<String> = []
    for sheet in sheets { if let name = sheet.sheet.organization?.folded { names.insert(name) } }
    let ownWords = CheckGroup.ownWords(names)
    self.ownWords = ownWords
    let projects = sheets.filter { !$0.isDepartment }
    self.projects = projects
    leastForBoilerplate = tools.int("JX602", "sheets")
    let withObjective = projects.filter { !$0.objective.isEmpty }
    let objectives = SharedObjectives(withObjective, least: leastForBoilerplate)
    self.objectives = objectives
    let named = withObjective.filter { !$0.project.isEmpty }
    namedObjectives =
      named.count == withObjective.count
      ? objectives : SharedObjectives(named, least: leastForBoilerplate)
    splits = sheets.map { Level1Split($0) }
    nameOwners = NameOwners(projects) { ownWords.masked($0.project) }
  }

  /// The objectives of some of the projects that have one.
  func objectives(of some: [CheckSheet]) -> SharedObjectives {
    some.count == objectives.sheets.count ? objectives : SharedObjectives(some, least: leastForBoilerplate)
  }

  /// Folded names of organisations, and the ends of them that turn up in every name.
  static func ownWords(_ names: Set<String>) -> PhraseMatcher {
    var words = names
    for name in names where name.count > 3 {
      words.insert(String(name.suffix(3)))
      words.insert(String(name.suffix(2)))
    }
    return PhraseMatcher(words.sorted().map { ($0, 0) })
  }

  /// A text without the organisation's words and without those that could stand in any sheet.
  func specific(_ text: String) -> String { tools.words.specific(ownWords.masked(text)) }

  var department: CheckSheet? { sheets.first(where: \.isDepartment) }

  /// The row for time that most project sheets have, where there are enough of them to speak of most.
  var usualTimeRow: ShiftedTargets.UsualRow? {
    var targets: [String: Int] = [:]
    let projects = projects
    if projects.count < 4 { return nil }
    for sheet in projects {
      if let row = sheet.rows.first(where: { $0.concept == .time }), let target = row.target.printed {
        targets[ShiftedTargets.leftover(target), default: 0] += 1
      }
    }
    guard let usual = targets.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      usual.value * 2 > projects.count
    else { return nil }
    return ShiftedTargets.UsualRow(target: usual.key)
  }
}

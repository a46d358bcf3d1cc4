/// Which pieces of the objectives of an organisation's projects occur in how many of them.
struct SharedObjectives: Sendable {
  let sheets: [CheckSheet]
  private let pieces: [[(hash: UInt64, length: Int)]]
  /// The sheets, by index, of one project each, in which a piece occurs.
  private let owners: HashedNumbers
  private let leastForBoilerplate: Int

  /// - Parameters:
  ///   - sheets: project sheets.
  ///   - least: how many distinct projects make a piece boilerplate.
  init(_ sheets: [CheckSheet], least: Int) {
    self.sheets = sheets
    leastForBoilerplate = max(2, least)
    pieces = sheets.map { SharedObjectives.pieces(of: $0.objective) }
    let projects = SharedObjectives.projectNumbers(sheets)
    var found: [(hash: UInt64, project: Int, sheet: Int)] = []
    for (index, pieces) in pieces.enumerated() {
      for piece in pieces { found.append((piece.hash, projects[index], index)) }
    }
    found.sort { ($0.hash, $0.project, $0.sheet) < ($1.hash, $1.project, $1.sheet) }
    var owners: [(hash: UInt64, number: Int32)] = []
    owners.reserveCapacity(found.count)
    for (place, piece) in found.enumerated()
    where place == 0 || found[place - 1].hash != piece.hash || found[place - 1].project != piece.project {
      owners.append((piece.hash, Int32(piece.sheet)))
    }
    self.owners = HashedNumbers(owners)
  }

  /// The same number for sheets of one project, as it is named and without its year.
  private static func projectNumbers(_ sheets: [CheckSheet]) -> [Int] {
    var numbers: [ByteText: Int] = [:]
    return sheets.map { sheet in
      let key = ByteText(sheet.project + "\u{1f}" + (sheet.sheet.project ?? ""))
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
  }

  /// Runs of at least four letters or digits.
  private static func pieces(of text: String) -> [(hash: UInt64, length: Int)] {
    var pieces: [(hash: UInt64, length: Int)] = []
    var fingerprint = Fingerprint()
    var length = 0
    for scalar in text.unicodeScalars {
      if isWord(scalar) {
        for byte in UTF8.encode(scalar) ?? .init() { fingerprint.mix(byte) }
        length += 1
        continue
      }
      if length >= 4 { pieces.append((fingerprint.value, length)) }
      fingerprint = Fingerprint()
      length = 0
    }
    if length >= 4 { pieces.append((fingerprint.value, length)) }
    return pieces
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    CommonText.isLetter(scalar) || (0x30...0x39).contains(scalar.value)
      || scalar.value > 0x7F && scalar.properties.numericType != nil
  }

  /// Most of the text stands in the objectives of several other projects too.
  func isBoilerplate(_ index: Int) -> Bool { share(of: index) { $0.count >= leastForBoilerplate } }

  /// Most of the text stands in at least one other project's objective.
  func isShared(_ index: Int) -> Bool { share(of: index) { $0.count >= 2 } }

  private func share(of index: Int, _ counts: (ArraySlice<Int32>) -> Bool) -> Bool {
    let all = pieces[index].reduce(0) { $0 + $1.length }
    if all < 12 { return false }
    let shared = pieces[index].reduce(0) { $0 + (counts(owners[$1.hash]) ? $1.length : 0) }
    return shared * 5 >= all * 4
  }

  /// The sheet that shares most with this one, boilerplate left out where anything else is shared.
  func partner(of index: Int) -> Int? {
    for most in [leastForBoilerplate, 64] {
      var lengths: [Int: Int] = [:]
      for piece in pieces[index] {
        let sheets = owners[piece.hash]
        guard sheets.count >= 2, sheets.count <= most else { continue }
        for sheet in sheets where sheet != index { lengths[Int(sheet), default: 0] += piece.length }
      }
      if let best = lengths.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return best.key }
    }
    return nil
  }
}

extension CheckGroup {
  /// A project's name without what every sheet of the organisation says.
  func specificName(_ sheet: CheckSheet) -> String { specific(sheet.project) }

  /// Whether an objective or an indicator speaks of the sheet's own project: two characters of its proper words in a row.
  func speaks(_ text: String, of sheet: CheckSheet) -> Bool {
    let runs = CommonText.runs(of: 2, in: specificName(sheet))
    return !runs.isDisjoint(with: CommonText.runs(of: 2, in: text))
  }
}

/// The checks over all documents of a run: copies of another organisation's or another file's project.
///
/// ```swift
/// var run = RunCheck()
/// for document in documents { run.take(checker.check(document).traces) }
/// for found in run.finish().files { show(found.file, found.findings) }
/// ```
///
/// About 300 bytes are kept of a project sheet; of more than `most`, those whose texts hash to fewer and fewer values, so
/// that copies are kept or left out together. What is found does not hang on the order in which documents come.
public struct RunCheck: Sendable {
  /// Sheets that are kept, 80 megabytes of them.
  public static let most = 1 << 18

  private let most: Int
  private var entries: [Entry] = []
  private var packer = SheetPacker()
  private var files: [String] = []
  private var fileNumbers: [String: Int32] = [:]
  private var checkers: [Checker] = []
  /// A sheet is kept where this many low bits of a hash of its text are 0.
  private var level = 0
  private var taken = 0

  /// A sheet as it is held.
  private struct Entry: Sendable {
    var objective: TextSketch
    var indicators: TextSketch
    var isOwn: SIMD2<UInt8>
    let project: UInt64
    let organization: UInt64
    var head: Int
    let file: Int32
    let ordinal: Int32
    let checker: Int32

    subscript(trait: SheetTrace.Trait) -> TextSketch {
      get { trait == .objective ? objective : indicators }
      set { if trait == .objective { objective = newValue } else { indicators = newValue } }
    }
    func isOwn(_ trait: SheetTrace.Trait) -> Bool { isOwn[trait.rawValue] == 1 }

    /// Whether another sheet was checked together with this one: same file, same organisation.
    func isBeside(_ other: Entry) -> Bool { file == other.file && organization == other.organization }
  }

  /// What is found in a file.
  public struct FileFindings: Sendable {
    public let file: String
    /// In the order of sheet and code.
    public var findings: [Finding]
  }

  public init() { self.init(most: RunCheck.most) }

  /// For tests, which need not fill the memory.
  init(most: Int) { self.most = most }

  public mutating func take(_ traces: SheetTraces) {
    guard let checker = traces.checker, !traces.sheets.isEmpty else { return }
    let file = traces.file
    let number = fileNumbers[file] ?? Int32(files.count)
    if Int(number) == files.count {
      files.append(file)
      fileNumbers[file] = number
    }
    let who =
      checkers.firstIndex { $0.pack == checker.pack } ?? checkers.endIndex
    if who == checkers.endIndex { checkers.append(checker) }
    for trace in traces.sheets where !trace.objective.sketch.isEmpty || !trace.indicators.sketch.isEmpty {
      var entry = Entry(
        objective: trace.objective.sketch, indicators: trace.indicators.sketch,
        isOwn: SIMD2(trace.objective.isOwn ? 1 : 0, trace.indicators.isOwn ? 1 : 0),
        project: trace.project, organization: trace.organization, head: packer.bytes.count, file: number,
        ordinal: Int32(clamping: trace.head.ordinal), checker: Int32(who))
      taken += 1
      guard keep(&entry) else { continue }
      packer.add(trace.head)
      entries.append(entry)
      while entries.count > most { thin() }
    }
  }

  /// How many of the sheets that have something to compare were compared, and how many there were.
  public var compared: (sheets: Int, of: Int) { (entries.count, taken) }

  private func keep(_ entry: inout Entry) -> Bool {
    for trait in SheetTrace.Trait.allCases {
      if CommonText.mixed(entry[trait].band(0)).trailingZeroBitCount < level { entry[trait] = TextSketch() }
    }
    return !entry.objective.isEmpty || !entry.indicators.isEmpty
  }

  /// Halves what is kept, roughly.
  private mutating func thin() {
    level += 1
    var kept: [Entry] = []
    var heads = SheetPacker()
    for var entry in entries where keep(&entry) {
      let head = self.head(entry)
      entry.head = heads.bytes.count
      heads.add(head)
      kept.append(entry)
    }
    entries = kept
    packer = heads
  }

  private func head(_ entry: Entry) -> Sheet {
    packer.bytes.withUnsafeBufferPointer { buffer in
      var unpacker = SheetUnpacker(bytes: buffer, at: entry.head, texts: packer.texts)
      return unpacker.sheet()
    }
  }

  // MARK: - What is found

  /// What only all documents together show, by file in the order of their names; and what became of the checks.
  public func finish() -> (files: [FileFindings], counts: [CheckCount]) {
    guard let first = checkers.first, let one = entries.first, !entries.allSatisfy(one.isBeside) else {
      return ([], [])
    }
    var counts = first.checks.map { CheckCount(code: $0.code, name: $0.name, tally: Tally()) }
    var found: [String: [Finding]] = [:]
    let rank = ranks()
    let order = entries.indices.sorted { precedes(entries[$0], entries[$1], rank) }
    for (number, check) in first.checks.enumerated() {
      guard case .run(let trait) = check.body else { continue }
      let members = order.filter { !entries[$0][trait].isEmpty }
      var copies: [(copy: Int, of: [Int])] = []
      for cluster in clusters(members, trait) { copies += self.copies(in: cluster, trait) }
      for (copy, originals) in copies {
        let entry = entries[copy]
        let finding = finding(check, trait, entry, originals)
        found[finding.file, default: []].append(finding)
      }
      counts[number].tally.failed = copies.count
      counts[number].tally.passed = members.count - copies.count
    }
    let answers = found.keys.sorted().map { file in
      var findings = found[file, default: []].sorted(by: Checker.precedes)
      var seen: [String: Int] = [:]
      for index in findings.indices {
        let count = seen[findings[index].fingerprint, default: 0] + 1
        seen[findings[index].fingerprint] = count
        if count > 1 { findings[index].fingerprint += "-\(count)" }
      }
      return FileFindings(file: file, findings: findings)
    }
    return (answers, counts)
  }

  /// The place of each file among the names of all.
  private func ranks() -> [Int] {
    var rank = [Int](repeating: 0, count: files.count)
    for (place, file) in files.indices.sorted(by: { files[$0] < files[$1] }).enumerated() {
      rank[file] = place
    }
    return rank
  }

  private func precedes(_ left: Entry, _ right: Entry, _ rank: [Int]) -> Bool {
    (rank[Int(left.file)], left.ordinal, left.organization, left.project)
      < (rank[Int(right.file)], right.ordinal, right.organization, right.project)
  }

  /// Sheets that are near-duplicates, in order; only groups of more than one.
  ///
  /// Of those that share a band, each is compared with the first and with the one before it, so that a text that ten
  /// thousand sheets have costs no more than ten thousand comparisons.
  private func clusters(_ members: [Int], _ trait: SheetTrace.Trait) -> [[Int]] {
    var parent = Array(members.indices)
    func root(_ member: Int) -> Int {
      var member = member
      while parent[member] != member {
        parent[member] = parent[parent[member]]
        member = parent[member]
      }
      return member
    }
    let sketches = members.map { entries[$0][trait] }
    for band in 0..<TextSketch.bands {
      let keys = sketches.enumerated().map { (key: $0.element.band(band), member: $0.offset) }.sorted {
        $0 < $1
      }
      var start = 0
      for index in keys.indices.dropFirst() {
        if keys[index].key != keys[start].key {
          start = index
          continue
        }
        for other in [start, index - 1] {
          let one = root(keys[index].member), two = root(keys[other].member)
          guard one != two, sketches[keys[index].member].isNear(sketches[keys[other].member]) else {
            continue
          }
          parent[max(one, two)] = min(one, two)
        }
      }
    }
    var groups: [Int: [Int]] = [:]
    for member in members.indices { groups[root(member), default: []].append(members[member]) }
    return groups.keys.sorted().compactMap { key in
      let group = groups[key, default: []]
      return group.count > 1 ? group : nil
    }
  }

  /// The copies among near-duplicates, each with what it was copied from.
  ///
  /// A text is copied where it speaks of another sheet's project and not of the sheet's own. Where it speaks of no
  /// project at all, several organisations may well have it from one template; within one, it is told once.
  private func copies(in cluster: [Int], _ trait: SheetTrace.Trait) -> [(copy: Int, of: [Int])] {
    let owners = cluster.filter { entries[$0].isOwn(trait) }
    guard let first = cluster.first else { return [] }
    if owners.isEmpty {
      let one = entries[first]
      guard one.organization != 0, cluster.allSatisfy({ entries[$0].organization == one.organization }) else {
        return []
      }
      let others = cluster.filter { entries[$0].project != one.project && entries[$0].file != one.file }
      return others.isEmpty ? [] : [(first, others)]
    }
    return cluster.compactMap { copy in
      let entry = entries[copy]
      if entry.isOwn(trait) { return nil }
      let others = owners.filter { entries[$0].project != entry.project }
      // One beside it was told by the checks of the document.
      guard let other = others.first, !others.contains(where: { entries[$0].isBeside(entry) }) else {
        return nil
      }
      return (copy, [other])
    }
  }

  private func finding(
    _ check: Check, _ trait: SheetTrace.Trait, _ entry: Entry, _ originals: [Int]
  ) -> Finding {
    let checker = checkers[Int(entry.checker)]
    let sheet = CheckSheet(head(entry), checker.tools, looksForShifts: false)
    let named = originals.prefix(3).map { original in
      let other = head(entries[original])
      let file = files[Int(entries[original].file)]
      let sheet = other.id ?? String(other.ordinal)
      return Bilingual(
        "\(file) 第\(sheet)张表“\(other.project ?? "")”", "\(file) sheet \(sheet) “\(other.project ?? "")”")
    }
    let more = originals.count - named.count
    let list = Bilingual(
      named.map(\.zh).joined(separator: "、") + (more > 0 ? "等\(originals.count)张表" : ""),
      named.map(\.en).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    let draft =
      trait == .objective
      ? Draft(
        .objective, seen: sheet.sheet.objective,
        Bilingual("总体目标与\(list.zh)几乎相同", "the objective is nearly the one of \(list.en)"))
      : Draft(
        nil, seen: sheet.sheet.project,
        Bilingual("全套指标与\(list.zh)几乎相同", "the indicators are nearly those of \(list.en)"))
    return checker.finding(check, draft, sheet, nil, in: files[Int(entry.file)])
  }
}

/// The names under which outputs know their inputs.
enum DisplayNames {
  /// An input before it is named.
  struct Candidate {
    let source: InputFile.Source
    /// Every part of the full path, the file last; empty for standard input.
    let components: [[UInt8]]
    /// How many parts the name has when nothing collides: 1 for a file argument, the depth below a folder argument.
    let depth: Int
  }

  /// Names each input by its last parts; where names collide, each of them grows by a part until none does.
  ///
  /// `2023/表.txt` and `2024/表.txt` given as files become `2023/表.txt` and `2024/表.txt`; given alone, `表.txt`.
  static func name(_ candidates: [Candidate]) -> [InputFile] {
    var depths = candidates.map(\.depth)
    func name(_ index: Int) -> String {
      let candidate = candidates[index]
      if candidate.source == .standardInput { return "-" }
      return candidate.components.suffix(depths[index]).map { String(decoding: $0, as: UTF8.self) }
        .joined(separator: "/")
    }
    var names = candidates.indices.map(name)
    while true {
      var grew = false
      let groups = Dictionary(grouping: candidates.indices) { names[$0] }
      for group in groups.values where group.count > 1 {
        for index in group where depths[index] < candidates[index].components.count {
          depths[index] += 1
          grew = true
        }
      }
      guard grew else { break }
      names = candidates.indices.map(name)
    }
    return zip(candidates, names).map { InputFile(source: $0.source, name: $1) }
  }
}

/// The candidate that a mistyped name most likely meant, nil when none is close.
///
/// - Parameters:
///   - name: what was written.
///   - candidates: what could have been written; the first of equally close ones wins.
/// - Returns: the closest within a third of the name's length, at least one edit, that keeps a character of it.
/// - Complexity: O(candidates × length²); a name of over 64 bytes, which nobody mistypes, has none.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  guard name.utf8.count <= 64 else { return nil }
  let limit = max(1, name.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(Array(name.lowercased()), Array(candidate.lowercased()))
    guard distance <= limit, distance < max(name.count, candidate.count) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var before: [Int] = []
  var previous = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, before[j - 1] + 1)
      }
      row.append(cost)
    }
    before = previous
    previous = row
  }
  return previous[right.count]
}

import Jixiao

/// The keys that an object of ours may have, by their length: every key of every row is looked up here.
struct KnownKeys: ExpressibleByArrayLiteral, Sendable {
  let all: [String]
  private let byLength: [[String]]

  init(_ keys: [String]) {
    all = keys.sorted()
    var byLength = [[String]](repeating: [], count: (keys.map(\.utf8.count).max() ?? 0) + 1)
    for key in keys { byLength[key.utf8.count].append(key) }
    self.byLength = byLength
  }

  init(arrayLiteral keys: String...) { self.init(keys) }

  func contains(_ key: JSONKey) -> Bool {
    let length = key.count
    return length < byLength.count && byLength[length].contains { key == $0 }
  }
}

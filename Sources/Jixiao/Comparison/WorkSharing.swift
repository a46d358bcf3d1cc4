/// Does independent pieces of work, at once or one after another; results come in order either way.
///
/// What is worked out never depends on how: the core says which pieces there are, the program how many threads it has.
public protocol WorkSharing: Sendable {
  /// Works on pieces 0..<count and hands over each result as soon as those before it are.
  func forEach<Result: Sendable, Failure: Error>(
    _ count: Int, work: @escaping @Sendable (Int) -> Result, consume: (Result) throws(Failure) -> Void
  ) throws(Failure)
}

extension WorkSharing {
  /// The results of pieces 0..<count, in order.
  func map<Result: Sendable>(_ count: Int, work: @escaping @Sendable (Int) -> Result) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    forEach(count, work: work) { results.append($0) }
    return results
  }

  /// Cuts a range into pieces of so many; the results in order.
  func map<Result: Sendable>(
    _ range: Range<Int>, by size: Int, work: @escaping @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    map((range.count + size - 1) / size) { piece in
      let start = range.lowerBound + piece * size
      return work(start..<min(start + size, range.upperBound))
    }
  }
}

/// One piece after another, on the thread that asks.
public struct InTurn: WorkSharing {
  public init() {}

  public func forEach<Result: Sendable, Failure: Error>(
    _ count: Int, work: @escaping @Sendable (Int) -> Result, consume: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    for piece in 0..<count { try consume(work(piece)) }
  }
}

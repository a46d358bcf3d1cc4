import Jixiao

/// Work of the core on as many threads as were asked for.
struct SharedWork: WorkSharing {
  let jobs: Int

  func forEach<Result: Sendable, Failure: Error>(
    _ count: Int, work: @escaping @Sendable (Int) -> Result, consume: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    try OrderedMap.run(Array(0..<count), jobs: jobs, transform: work) { (_, result) throws(Failure) in
      try consume(result)
    }
  }
}

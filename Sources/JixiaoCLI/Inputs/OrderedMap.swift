import Dispatch
import Synchronization

/// Work on many inputs at once whose results come in the order of the inputs.
///
/// At most `2 × jobs` results wait to be consumed, so memory does not grow with the number of inputs.
enum OrderedMap {
  /// Transforms every input on up to `jobs` threads and hands each result over as soon as those before it are.
  ///
  /// With one job no thread is started; their number never changes what is consumed, or in which order. `consume`
  /// runs on the calling thread with the input's index; when it throws, work not yet begun is dropped.
  static func run<Input: Sendable, Output: Sendable, Failure: Error>(
    _ inputs: [Input], jobs: Int, transform: @escaping @Sendable (Input) -> Output,
    consume: (Int, Output) throws(Failure) -> Void
  ) throws(Failure) {
    let workers = min(jobs, inputs.count)
    guard workers > 1 else {
      for (index, input) in inputs.enumerated() { try consume(index, transform(input)) }
      return
    }
    let board = Board<Output>(count: inputs.count, ahead: 2 * workers)
    let group = DispatchGroup()
    for _ in 0..<workers {
      DispatchQueue.global().async(group: group) {
        while let index = board.claim() { board.put(transform(inputs[index]), at: index) }
      }
    }
    defer {
      board.stop(workers)
      group.wait()
    }
    for index in inputs.indices { try consume(index, board.take(index)) }
  }

  /// The next input to work on and the finished results that wait for their turn.
  private final class Board<Output: Sendable>: Sendable {
    private struct State: Sendable {
      var next = 0
      var finished: [Int: Output] = [:]
      var stopped = false
    }

    private let state = Mutex(State())
    private let count: Int
    private let room: DispatchSemaphore
    private let ready = DispatchSemaphore(value: 0)

    init(count: Int, ahead: Int) {
      self.count = count
      // Raised from zero: a semaphore must not end below the value it began with.
      room = DispatchSemaphore(value: 0)
      for _ in 0..<ahead { room.signal() }
    }

    /// The index of an input that nobody works on, nil when there is none left.
    func claim() -> Int? {
      room.wait()
      return state.withLock { state in
        guard !state.stopped, state.next < count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func put(_ output: Output, at index: Int) {
      state.withLock { $0.finished[index] = output }
      ready.signal()
    }

    /// Waits for one result; its room is free again.
    func take(_ index: Int) -> Output {
      while true {
        if let output = state.withLock({ $0.finished.removeValue(forKey: index) }) {
          room.signal()
          return output
        }
        ready.wait()
      }
    }

    /// Lets every worker that waits for room see that there is nothing left.
    func stop(_ workers: Int) {
      state.withLock { $0.stopped = true }
      for _ in 0..<workers { room.signal() }
    }
  }
}

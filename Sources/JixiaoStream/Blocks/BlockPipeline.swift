import Dispatch
import Synchronization

/// Blocks in, results out in the order of the input, worked on by several threads.
///
/// Memory is bounded by block size and workers: a worker takes its next block only when the results before it are on
/// their way.
enum BlockPipeline {
  /// Reads blocks one at a time and works on them at once.
  ///
  /// `workers`: how many threads, of which the calling thread is one.
  /// `next`: fills a block, false at the end; called by one thread at a time.
  /// `work`: makes a worker's own function from block to result.
  /// `consume`: takes the results in order, on the calling thread; false stops the work.
  /// It throws what `next` threw, after the results before it were consumed.
  static func run<Result: Sendable>(
    workers: Int, blockSize: Int, next: @escaping (Block) throws(StreamFailure) -> Bool,
    work: @escaping @Sendable () -> ((Block) -> Result), consume: (Result) -> Bool
  ) throws(StreamFailure) {
    if workers == 1 {
      let block = Block(capacity: blockSize)
      let score = work()
      while try next(block) {
        guard consume(score(block)) else { return }
      }
      return
    }
    let board = Board<Result>(next, ahead: workers * 2)
    let group = DispatchGroup()
    for _ in 1..<workers {
      DispatchQueue.global().async(group: group) {
        let block = Block(capacity: blockSize)
        let score = work()
        while board.claim(block) { board.put(score(block), at: block.number, hasRoom: true) }
        board.leave()
      }
    }
    defer {
      board.stop()
      group.wait()
    }
    // This thread works too: one less that has to be woken for every block, and a result waits for one block at most.
    let block = Block(capacity: blockSize)
    let score = work()
    var turn = 0
    while board.claim(block, waitingForRoom: false) {
      board.put(score(block), at: block.number, hasRoom: false)
      while let result = board.ready(turn) {
        guard consume(result) else { return }
        turn += 1
      }
    }
    while let result = board.take(turn, of: workers - 1) {
      guard consume(result) else { return }
      turn += 1
    }
    if let failure = board.failure { throw failure }
  }

  /// What the workers share.
  private final class Board<Result: Sendable>: @unchecked Sendable {
    private let next: (Block) throws(StreamFailure) -> Bool
    private let reading = Mutex(false)
    private struct State {
      /// With whether room was waited for.
      var finished: [Int: (result: Result, hasRoom: Bool)] = [:]
      var left = 0
      var stopped = false
      var failure: StreamFailure?
    }
    private let state = Mutex(State())
    private let room: DispatchSemaphore
    private let semaphore = DispatchSemaphore(value: 0)

    init(_ next: @escaping (Block) throws(StreamFailure) -> Bool, ahead: Int) {
      self.next = next
      // Raised from zero: a semaphore must not end below the value it began with.
      room = DispatchSemaphore(value: 0)
      for _ in 0..<ahead { room.signal() }
    }

    func claim(_ block: Block, waitingForRoom waits: Bool = true) -> Bool {
      if waits { room.wait() }
      return reading.withLock { isOver in
        if isOver || state.withLock({ $0.stopped }) { return false }
        do throws(StreamFailure) {
          if try next(block) { return true }
        } catch {
          state.withLock { $0.failure = error }
        }
        isOver = true
        return false
      }
    }

    func put(_ result: Result, at number: Int, hasRoom: Bool) {
      state.withLock { $0.finished[number] = (result, hasRoom) }
      if hasRoom { semaphore.signal() }
    }

    func leave() {
      state.withLock { $0.left += 1 }
      // Those who wait for room have nothing left to read either.
      room.signal()
      semaphore.signal()
    }

    /// The next result if it is there.
    func ready(_ turn: Int) -> Result? {
      guard let (result, hasRoom) = state.withLock({ $0.finished.removeValue(forKey: turn) }) else {
        return nil
      }
      if hasRoom { room.signal() }
      return result
    }

    /// The next result, nil when the other `workers` have left and none is there.
    func take(_ turn: Int, of workers: Int) -> Result? {
      while true {
        let isOver = state.withLock { $0.left == workers }
        if let result = ready(turn) { return result }
        if isOver { return nil }
        semaphore.wait()
      }
    }

    func stop() {
      state.withLock { $0.stopped = true }
      for _ in 0..<256 { room.signal() }
    }

    var failure: StreamFailure? { state.withLock { $0.failure } }
  }
}

import Dispatch
import Jixiao
import Synchronization

/// Cuts the blocks of a long file into sheets while the next ones are still being read, on a second core.
///
/// The blocks are cut one after the other, in the order in which they come, so that the sheets are the same either way.
final class CuttingLine: Sendable {
  /// Blocks that may wait; so many rows lie in memory beside those being read and cut. Chosen.
  private static let mostWaiting = 4
  /// Hand-overs before a file counts as long. Chosen: below, starting a thread costs more than it saves.
  private static let shortest = 8

  private let cutter: Mutex<SheetCutter>
  private let queue = DispatchQueue(label: "jixiao.cutting")
  private let room = DispatchSemaphore(value: mostWaiting)
  private let taken = Atomic(0)

  init(_ input: ReaderInput) {
    cutter = Mutex(SheetCutter(input))
  }

  func take(_ blocks: [Grid.Block]) {
    if blocks.isEmpty { return }
    guard taken.add(1, ordering: .relaxed).newValue > Self.shortest else {
      cut(blocks)
      return
    }
    room.wait()
    queue.async {
      self.cut(blocks)
      self.room.signal()
    }
  }

  private func cut(_ blocks: [Grid.Block]) {
    cutter.withLock { cutter in
      for block in blocks { cutter.take(block) }
    }
  }

  /// Everything that was taken, `unread` being what its container could not read.
  func reading(unread: [Document.Unread], _ input: ReaderInput, reader: String) -> Reading {
    queue.sync {}
    return cutter.withLock { $0.reading(unread: unread, input, reader: reader) }
  }
}

/// A stretch of the input that begins and ends at a sheet's edge, in memory that is used again and again.
final class Block: @unchecked Sendable {
  /// What may be read behind the last byte, so that whole words can be loaded.
  static let padding = 64

  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// How many bytes are filled.
  var count = 0
  /// The bytes up to the last sheet edge: what is to be scored.
  var end = 0
  /// Where the block begins in the input.
  var offset = 0
  /// The 1-based line of its first byte, where lines are counted.
  var line = 0
  /// Its position among the blocks.
  var number = 0

  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Block.padding)
    bytes.initialize(repeating: 0, count: capacity + Block.padding)
  }

  deinit { bytes.deallocate() }

  /// Makes the bytes behind the end zero, so that no word holds what is not of the block.
  func zeroBehindEnd() { (bytes + end).update(repeating: 0, count: Block.padding) }

  func grow(to larger: Int) {
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Block.padding)
    grown.initialize(repeating: 0, count: larger + Block.padding)
    grown.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = grown
    capacity = larger
  }
}

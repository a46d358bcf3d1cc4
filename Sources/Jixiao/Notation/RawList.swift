/// A list of plain values that grows and keeps its room, without the questions an array asks at every step.
struct RawList<Element: BitwiseCopyable>: ~Copyable {
  private(set) var first: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    first = .allocate(capacity: self.capacity)
  }

  deinit { first.deallocate() }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: 2 * capacity) }
    (first + count).initialize(to: element)
    count += 1
  }

  mutating func removeAll() { count = 0 }

  subscript(index: Int) -> Element {
    get { first[index] }
    set { first[index] = newValue }
  }

  private mutating func grow(to more: Int) {
    let room = UnsafeMutablePointer<Element>.allocate(capacity: more)
    room.moveInitialize(from: first, count: count)
    first.deallocate()
    first = room
    capacity = more
  }
}

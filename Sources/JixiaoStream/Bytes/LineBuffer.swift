/// Output of one block: bytes that grow in place, numbers written without a detour over text.
struct LineBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  mutating func removeAll() { count = 0 }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  @inline(always)
  private mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    grown.update(from: start, count: count)
    start.deallocate()
    start = grown
    capacity = larger
  }

  @inline(always)
  mutating func append(_ run: ByteRun) {
    reserve(run.count &+ 8)
    if run.count <= 8 {
      // Eight bytes whatever the length: what is too much is written over.
      UnsafeMutableRawPointer(start + count).storeBytes(of: run.head.littleEndian, as: UInt64.self)
    } else {
      (start + count).update(from: run.start, count: run.count)
    }
    count &+= run.count
  }

  mutating func append(_ bytes: [UInt8]) {
    reserve(bytes.count)
    bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { (start + count).update(from: base, count: source.count) }
    }
    count &+= bytes.count
  }

  @inline(always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  /// A decimal without trailing zeros: 8571 with two places is `85.71`, 9000 is `90`.
  mutating func append(_ value: UInt64, places: Int) {
    reserve(48)
    var value = value
    var places = places
    while places > 0 {
      let (quotient, digit) = value.quotientAndRemainder(dividingBy: 10)
      if digit != 0 { break }
      value = quotient
      places &-= 1
    }
    appendDigits(value, places: places)
  }

  /// Hundredths without trailing zeros, with a comma in front: 8571 is `,85.71`.
  @inline(always)
  mutating func append(commaAndHundredths value: UInt64) {
    reserve(48)
    start[count] = UInt8(ascii: ",")
    count &+= 1
    let (whole, rest) = value.quotientAndRemainder(dividingBy: 100)
    if whole < 100 {
      let (tens, ones) = whole.quotientAndRemainder(dividingBy: 10)
      start[count] = UInt8(truncatingIfNeeded: 0x30 &+ tens)
      count &+= tens == 0 ? 0 : 1
      start[count] = UInt8(truncatingIfNeeded: 0x30 &+ ones)
      count &+= 1
    } else {
      appendDigits(whole, places: 0)
    }
    let (tenths, last) = rest.quotientAndRemainder(dividingBy: 10)
    start[count] = UInt8(ascii: ".")
    start[count &+ 1] = UInt8(truncatingIfNeeded: 0x30 &+ tenths)
    start[count &+ 2] = UInt8(truncatingIfNeeded: 0x30 &+ last)
    count &+= rest == 0 ? 0 : last == 0 ? 2 : 3
  }

  @inline(never)
  private mutating func appendDigits(_ number: UInt64, places: Int) {
    var value = number
    // Written from the end, then moved to the front.
    var end = count &+ 24
    let last = end
    var written = 0
    repeat {
      if written == places && places > 0 {
        end &-= 1
        start[end] = UInt8(ascii: ".")
      }
      let (quotient, digit) = value.quotientAndRemainder(dividingBy: 10)
      end &-= 1
      start[end] = UInt8(truncatingIfNeeded: 0x30 &+ digit)
      value = quotient
      written &+= 1
    } while value != 0 || written <= places
    var from = end
    while from < last {
      start[count] = start[from]
      count &+= 1
      from &+= 1
    }
  }
}

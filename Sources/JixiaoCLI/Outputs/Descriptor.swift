#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where bytes come from.
protocol ByteSource: Sendable {
  /// Reads up to the buffer's size; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int
}

/// Where bytes go.
protocol ByteSink: Sendable {
  /// Writes some of the bytes and says how many, at least one.
  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int
}

extension ByteSink {
  /// Writes all of the bytes, in as many calls as it takes.
  func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { all in
      var rest = all
      while !rest.isEmpty {
        do throws(SystemError) {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(try write(rest)))
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
  }
}

/// An open file, pipe or terminal: read(2) and write(2), tried again after a signal.
struct Descriptor: ByteSource, ByteSink {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try again(for: Int16(POLLIN)) {
      #if canImport(Glibc)
        Glibc.read(number, buffer.baseAddress, buffer.count)
      #else
        Darwin.read(number, buffer.baseAddress, buffer.count)
      #endif
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    try again(for: Int16(POLLOUT)) {
      #if canImport(Glibc)
        Glibc.write(number, bytes.baseAddress, bytes.count)
      #else
        Darwin.write(number, bytes.baseAddress, bytes.count)
      #endif
    }
  }

  /// Fills the places of standard channels that the parent has closed, so that no file of ours lands there and
  /// receives messages; a use of them fails as before.
  static func occupyStandardNumbers() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      _ = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Repeats a call that a signal broke off, and waits where the other end was made non-blocking by its owner.
  private func again(for events: Int16, _ call: () -> Int) throws(SystemError) -> Int {
    while true {
      let count = call()
      if count >= 0 { return count }
      if errno == EAGAIN || errno == EWOULDBLOCK {
        var wait = pollfd(fd: number, events: events, revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw .last
      }
    }
  }
}

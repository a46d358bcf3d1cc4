/// A zip archive in memory, read by the list of contents at its end.
///
/// Stored and deflated entries, zip64, data descriptors. Every offset is held against the file before use.
struct ZipArchive: Sendable {
  struct Entry: Sendable {
    /// As people read it; never a path.
    let name: String
    let isEncrypted: Bool
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let offset: Int

    var isFolder: Bool { name.hasSuffix("/") }
  }

  private let bytes: [UInt8]
  let entries: [Entry]

  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  init(_ bytes: [UInt8], limits: ReadLimits) throws(PackageFault) {
    self.bytes = bytes
    let file = LittleEndian(bytes)
    let directory = try Self.directory(file)
    guard directory.count <= limits.entries else {
      throw .tooManyEntries(count: directory.count, limit: limits.entries)
    }
    var entries: [Entry] = []
    var at = directory.offset
    let end = directory.offset + directory.size
    while entries.count < directory.count {
      guard end - at >= 46, file.word(at) == 0x0201_4B50 else {
        throw .inconsistent(entry: "#\(entries.count + 1)")
      }
      let nameSize = file.short(at + 28)
      let extraSize = file.short(at + 30)
      let next = at + 46 + nameSize + extraSize + file.short(at + 32)
      guard next <= end else { throw .inconsistent(entry: "#\(entries.count + 1)") }
      let extra = bytes[(at + 46 + nameSize)..<(at + 46 + nameSize + extraSize)]
      let flags = file.short(at + 8)
      let name = ZipNames.displayed(
        ZipNames.decoded(
          Array(bytes[(at + 46)..<(at + 46 + nameSize)]), saysUTF8: flags & 0x800 != 0, extra: extra))
      var sizes = [file.word(at + 24), file.word(at + 20), file.word(at + 42)]
      try Self.widen(&sizes, extra, file, name)
      entries.append(
        Entry(
          name: name, isEncrypted: flags & 1 != 0, method: file.short(at + 10),
          checksum: UInt32(truncatingIfNeeded: file.word(at + 16)), packedSize: sizes[1], size: sizes[0],
          offset: sizes[2]))
      at = next
    }
    self.entries = entries
  }

  /// The content of an entry, its size and checksum as the archive says.
  func content(of entry: Entry, budget: inout ZipInflate.Budget) throws(PackageFault) -> [UInt8] {
    if entry.isEncrypted { throw .password(entry: entry.name) }
    if entry.size > budget.limits.bytes {
      throw .entryTooLarge(entry: entry.name, limit: budget.limits.bytes)
    }
    let file = LittleEndian(bytes)
    // The local header repeats name and extra field with lengths of its own.
    guard entry.offset <= bytes.count - 30, file.word(entry.offset) == 0x0403_4B50,
      file.short(entry.offset + 8) == entry.method
    else { throw .inconsistent(entry: entry.name) }
    let start = entry.offset + 30 + file.short(entry.offset + 26) + file.short(entry.offset + 28)
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw .inconsistent(entry: entry.name)
    }
    let packed = bytes[start..<(start + entry.packedSize)]
    let content: [UInt8]
    switch entry.method {
    case 0:
      if packed.count > budget.left { throw .tooMuchInside(limit: budget.limits.inflatedBytes) }
      budget.spend(packed.count)
      content = Array(packed)
    case 8:
      do throws(ZipInflate.Failure) {
        content = try ZipInflate.inflated(packed, size: entry.size, budget: &budget)
      } catch {
        switch error {
        case .damaged: throw .damaged(entry: entry.name)
        case .entryTooLarge: throw .entryTooLarge(entry: entry.name, limit: budget.limits.bytes)
        case .tooMuchInside: throw .tooMuchInside(limit: budget.limits.inflatedBytes)
        case .inflatesTooFar: throw .inflatesTooFar(entry: entry.name, limit: budget.limits.ratio)
        }
      }
    default: throw .packedUnknown(entry: entry.name, method: entry.method)
    }
    guard content.count == entry.size, ZipInflate.checksum(content) == entry.checksum else {
      throw .damaged(entry: entry.name)
    }
    return content
  }

  /// Where the list of contents lies: the end record, at most 65,535 bytes of comment before the end, or its zip64 form.
  ///
  /// Behind the comment there is nothing but zeros: an archive inside a broken one must not be taken for it.
  private static func directory(
    _ file: LittleEndian
  ) throws(PackageFault) -> (offset: Int, size: Int, count: Int) {
    let count = file.count
    var end = count - 22
    let lowest = max(0, count - 22 - 65_535)
    func isEnd(_ at: Int) -> Bool {
      file.word(at) == 0x0605_4B50 && file.isZero(from: at + 22 + file.short(at + 20))
    }
    while end >= lowest, !isEnd(end) { end -= 1 }
    guard end >= lowest else { throw .cutOff }
    var found = (offset: file.word(end + 16), size: file.word(end + 12), count: file.short(end + 10))
    if end >= 20, file.word(end - 20) == 0x0706_4B50 {
      guard let at = file.long(end - 12), at <= end - 76, at >= 0, file.word(at) == 0x0606_4B50,
        let offset = file.long(at + 48), let size = file.long(at + 40), let entries = file.long(at + 32)
      else { throw .inconsistent(entry: "zip64") }
      found = (offset, size, entries)
    }
    guard found.offset <= end, found.size <= end - found.offset, found.count <= found.size / 46 else {
      throw .inconsistent(entry: "PK")
    }
    return found
  }

  /// Fills in the values that the zip64 extra field holds, in the order size, packed size, offset.
  private static func widen(
    _ values: inout [Int], _ extra: ArraySlice<UInt8>, _ file: LittleEndian, _ name: String
  ) throws(PackageFault) {
    guard values.contains(0xFFFF_FFFF) else { return }
    var at = extra.startIndex
    while extra.endIndex - at >= 4 {
      let size = file.short(at + 2)
      guard size <= extra.endIndex - at - 4 else { break }
      guard file.short(at) == 1 else {
        at += 4 + size
        continue
      }
      var field = at + 4
      for i in values.indices where values[i] == 0xFFFF_FFFF {
        guard field + 8 <= at + 4 + size, let value = file.long(field) else {
          throw .inconsistent(entry: name)
        }
        values[i] = value
        field += 8
      }
      return
    }
    throw .inconsistent(entry: name)
  }
}

/// Little-endian numbers of a file; callers keep within its bounds.
private struct LittleEndian {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// Whether there is nothing but zeros from a place within the file on.
  func isZero(from at: Int) -> Bool { at <= count && bytes[at...].allSatisfy { $0 == 0 } }

  func short(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }

  func word(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }

  /// Nil where the number is past all sizes there are.
  func long(_ at: Int) -> Int? {
    guard at >= 0, at <= count - 8 else { return nil }
    let high = word(at + 4)
    return high < 1 << 24 ? word(at) | high << 32 : nil
  }
}

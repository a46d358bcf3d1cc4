import CZlib

/// Writes a zip archive in memory, each entry compressed as it comes in.
///
/// The same entries give the same bytes: every entry is dated 1980-01-01, the first day zip knows, and nothing of the
/// machine is recorded.
struct ZipWriter {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file whose content `write` hands over piece by piece.
  mutating func add(_ name: String, _ write: (inout Entry) -> Void) {
    let start = bytes.count
    Self.put32(0x0403_4b50, to: &bytes)
    let header = bytes.count
    putHeader(Entry.Totals(), to: &bytes)
    Self.put16(UInt16(truncatingIfNeeded: name.utf8.count), to: &bytes)
    Self.put16(0, to: &bytes)
    bytes.append(contentsOf: name.utf8)
    var entry = Entry(appendingTo: bytes)
    bytes = []
    write(&entry)
    let totals = entry.finish()
    bytes = entry.output
    var patch: [UInt8] = []
    putHeader(totals, to: &patch)
    bytes.replaceSubrange(header..<header + patch.count, with: patch)
    Self.put32(0x0201_4b50, to: &directory)
    Self.put16(20, to: &directory)
    directory += patch
    Self.put16(UInt16(truncatingIfNeeded: name.utf8.count), to: &directory)
    // No extra field, no comment, first disk, no attributes.
    directory += [UInt8](repeating: 0, count: 12)
    Self.put32(UInt32(truncatingIfNeeded: start), to: &directory)
    directory.append(contentsOf: name.utf8)
    count += 1
  }

  /// Adds a file that is at hand as a whole.
  mutating func add(_ name: String, _ text: String) {
    add(name) { $0.write(Array(text.utf8)) }
  }

  /// The finished archive.
  consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    Self.put32(0x0605_4b50, to: &bytes)
    Self.put32(0, to: &bytes)
    Self.put16(count, to: &bytes)
    Self.put16(count, to: &bytes)
    Self.put32(UInt32(truncatingIfNeeded: directory.count), to: &bytes)
    Self.put32(UInt32(truncatingIfNeeded: start), to: &bytes)
    Self.put16(0, to: &bytes)
    return bytes
  }

  /// What local header and directory share: version 2.0, names in UTF-8, deflate, the date, sizes.
  private func putHeader(_ totals: Entry.Totals, to bytes: inout [UInt8]) {
    Self.put16(20, to: &bytes)
    Self.put16(1 << 11, to: &bytes)
    Self.put16(8, to: &bytes)
    Self.put16(0, to: &bytes)
    Self.put16(1 << 5 | 1, to: &bytes)
    Self.put32(totals.checksum, to: &bytes)
    Self.put32(totals.compressed, to: &bytes)
    Self.put32(totals.uncompressed, to: &bytes)
  }

  private static func put16(_ value: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  private static func put32(_ value: UInt32, to bytes: inout [UInt8]) {
    Self.put16(UInt16(truncatingIfNeeded: value), to: &bytes)
    Self.put16(UInt16(truncatingIfNeeded: value >> 16), to: &bytes)
  }
}

import Jixiao

/// Office files of before 2007 and those of WPS, known by the streams of their compound file.
enum LegacyOffice {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  static func isCompoundFile(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// What the compound file holds; nil for one of another program.
  static func kind(_ bytes: [UInt8]) -> ConverterTools.OfficeKind? {
    if holds("WordDocument", bytes) { return .text }
    if holds("Workbook", bytes) || holds("Book", bytes) { return .spreadsheet }
    return nil
  }

  /// A document of today under a password is a compound file too.
  static func isEncrypted(_ bytes: [UInt8]) -> Bool { holds("EncryptedPackage", bytes) }

  /// Whether a directory entry has that name; names are UTF-16LE with a zero behind, at multiples of 128 bytes.
  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    var wanted: [UInt8] = []
    for unit in name.utf16 { wanted += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    wanted += [0, 0]
    var at = 512
    while at + wanted.count <= bytes.count {
      if bytes[at] == wanted[0], bytes[at..<(at + wanted.count)].elementsEqual(wanted) { return true }
      at += 128
    }
    return false
  }
}

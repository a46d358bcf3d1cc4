import Jixiao

/// What the last line of a partial result says about the lines above it.
///
/// It stands at the end so that a result cut short by a killed task is known by its absence.
struct PartialTotals: Sendable, Hashable {
  static let schema = "jixiao.part/1"

  /// The totals of the sheets that begin in some bytes of one file.
  struct Piece: Sendable, Hashable {
    /// As written on the command line.
    var file: String
    /// Where the first sheet begins; 0 for the beginning of the file.
    var from: Int
    /// Where the first sheet behind begins.
    var to: Int
    /// Whether the file ends there.
    var isLast: Bool
    /// How many bytes of lines this piece has.
    var bytes: Int
    /// How many places of it could not be read.
    var unread: Int
  }

  let pack: String
  let packVersion: String
  var pieces: [Piece]

  var line: [UInt8] {
    var json = JSONWriter(layout: .compact)
    json.object { json in
      json.member("schema", Self.schema)
      json.member("pack", pack)
      json.member("packVersion", packVersion)
      json.array("pieces", pieces) { json, piece in
        json.object { json in
          json.member("file", piece.file)
          json.member("from", piece.from)
          json.member("to", piece.to)
          json.member("isLast", piece.isLast)
          json.member("bytes", piece.bytes)
          json.member("unread", piece.unread)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  init(pack: String, packVersion: String, pieces: [Piece]) {
    self.pack = pack
    self.packVersion = packVersion
    self.pieces = pieces
  }

  /// Reads a last line; nil where it is none.
  init?(line: [UInt8]) {
    guard let node = try? JSONNode(parsing: line), case .string(Self.schema)? = node["schema"]?.value,
      case .string(let pack)? = node["pack"]?.value,
      case .string(let version)? = node["packVersion"]?.value,
      case .array(let pieces)? = node["pieces"]?.value
    else { return nil }
    self.init(pack: pack, packVersion: version, pieces: [])
    for piece in pieces {
      func number(_ key: String) -> Int? {
        if case .number(let text)? = piece[key]?.value { Int(text) } else { nil }
      }
      guard case .string(let file)? = piece["file"]?.value, let from = number("from"), let to = number("to"),
        case .bool(let isLast)? = piece["isLast"]?.value, let bytes = number("bytes"),
        let unread = number("unread"), 0 <= from, from <= to, bytes >= 0
      else { return nil }
      self.pieces.append(Piece(file: file, from: from, to: to, isLast: isLast, bytes: bytes, unread: unread))
    }
  }
}

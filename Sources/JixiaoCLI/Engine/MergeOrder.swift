import Jixiao

/// The order in which the pieces of partial results follow each other, whatever order the results come in.
struct MergeOrder {
  struct Entry {
    let piece: PartialTotals.Piece
    /// Which result it comes from, and where its lines begin there.
    let part: Int
    let offset: Int
  }

  /// By file and byte, each once, without those that are empty.
  private(set) var entries: [Entry] = []
  /// The same with neighbours made one, and files that are empty altogether.
  private(set) var joined: [PartialTotals.Piece] = []

  /// Pieces that overlap, and, unless the result is partial again, what is left out.
  private(set) var problems: [Complaint] = []

  init(_ parts: [PartialFile], isPartial: Bool) {
    var all: [Entry] = []
    for (number, part) in parts.enumerated() {
      var offset = 0
      for piece in part.totals.pieces {
        all.append(Entry(piece: piece, part: number, offset: offset))
        offset += piece.bytes
      }
    }
    all.sort { left, right in
      if left.piece.file != right.piece.file {
        return left.piece.file.utf8.lexicographicallyPrecedes(right.piece.file.utf8)
      }
      return (left.piece.from, left.piece.to) < (right.piece.from, right.piece.to)
    }
    for entry in all {
      let piece = entry.piece
      guard let last = joined.last, last.file == piece.file else {
        if let last = joined.last, !last.isLast, !isPartial {
          problems.append(.missing(last.file, last.to, nil))
        }
        if piece.from > 0, !isPartial { problems.append(.missing(piece.file, 0, piece.from)) }
        joined.append(piece)
        entries.append(entry)
        continue
      }
      // The same piece from a task that was tried again, or one in which no sheet begins.
      if piece == entries.last?.piece || piece.from == piece.to && piece.to <= last.to {
        if piece.to == last.to, piece.isLast { joined[joined.count - 1].isLast = true }
        continue
      }
      if piece.from < last.to {
        problems.append(.overlapping(piece.file, piece.from, last.to))
      } else if piece.from > last.to {
        if !isPartial { problems.append(.missing(piece.file, last.to, piece.from)) }
        joined.append(piece)
      } else {
        joined[joined.count - 1].to = piece.to
        joined[joined.count - 1].isLast = piece.isLast
        joined[joined.count - 1].bytes += piece.bytes
        joined[joined.count - 1].unread += piece.unread
      }
      entries.append(entry)
    }
    if let last = joined.last, !last.isLast, !isPartial { problems.append(.missing(last.file, last.to, nil)) }
  }

  /// How many places of each file were not read.
  var unread: [(file: String, count: Int)] { joined.map { ($0.file, $0.unread) } }
}

extension Complaint {
  fileprivate static func missing(_ file: String, _ from: Int, _ to: Int?) -> Complaint {
    let range = "\(from)-" + (to.map { String($0) } ?? "")
    return Complaint(
      file, Wording("缺第 \(range) 字节的部分结果", "the partial result of bytes \(range) is missing"),
      remedy: Wording(
        "请用 jixiao score --totals --shard --range \(range) 补算",
        "make it with jixiao score --totals --shard --range \(range)"))
  }

  fileprivate static func overlapping(_ file: String, _ from: Int, _ to: Int) -> Complaint {
    Complaint(
      file, Wording("第 \(from)-\(to) 字节算了不止一次", "bytes \(from)-\(to) were scored more than once"),
      remedy: Wording("请用首尾相接的范围", "use ranges that meet and do not overlap"))
  }
}

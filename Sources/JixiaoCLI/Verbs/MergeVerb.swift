import Jixiao
import JixiaoReports

/// `jixiao merge`: partial results of `score --totals --shard` put together, the same bytes as one run over everything.
enum MergeVerb {
  static let shard = Option.flag(
    "shard",
    Wording("输出的仍是部分结果，可以再合并", "write a partial result again, to be merged later"))

  static let verb = Verb(
    name: "merge",
    summary: Wording("合并部分结果，与一次算完逐字节相同", "put partial results together, the same bytes as one run"),
    details: [
      Wording(
        "先后、分组都不影响结果；缺的一段、重叠的两段会指出来，同一段交了两次只算一次。多个文件按路径排序。",
        "Order and grouping do not matter. A missing or overlapping piece is named; one that comes twice counts once. "
          + "Files come in order of their paths.")
    ],
    usage: [Wording("[选项] 文件…", "[OPTION]… FILE…")], arguments: [.files],
    options: [shard.declaration, CommonOptions.output.declaration],
    examples: [
      Example(
        "jixiao merge Tests/Fixtures/parts/rest.part Tests/Fixtures/parts/first.part",
        Wording("合并两段", "put two parts together"))
    ], run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let files = try session.select(invocation.arguments)
    var parts: [PartialFile] = []
    for file in files {
      do throws(Complaint) { parts.append(try PartialFile(file, session.io.input)) } catch {
        session.tell(error)
      }
    }
    if session.hasFailed { throw .reported }
    guard let first = parts.first?.totals else { throw .reported }
    for part in parts where part.totals.pack != first.pack || part.totals.packVersion != first.packVersion {
      throw .complaint(
        Complaint(
          part.shown,
          Wording(
            "规则包是 \(part.totals.pack) \(part.totals.packVersion)，别的是 \(first.pack) \(first.packVersion)",
            "scored by \(part.totals.pack) \(part.totals.packVersion), others by \(first.pack) \(first.packVersion)"
          ),
          remedy: Wording("请用同一规则包重算", "score everything by one pack")))
    }
    let isPartial = invocation[shard]
    let order = MergeOrder(parts, isPartial: isPartial)
    for problem in order.problems { session.tell(problem) }
    if !order.problems.isEmpty { throw .reported }
    try session.writing(to: invocation[CommonOptions.output], inputs: files.compactMap(\.path)) {
      (output) throws(CommandFailure) in
      if !isPartial { try output.write(TotalsCSV.header) }
      for entry in order.entries {
        var from = entry.offset
        let end = from + entry.piece.bytes
        while from < end {
          let bytes: [UInt8]
          do throws(Complaint) { bytes = try parts[entry.part].bytes(from..<min(end, from + 1 << 20)) } catch
          {
            throw .complaint(error)
          }
          try output.write(bytes)
          from += bytes.count
        }
      }
      if isPartial {
        let totals = PartialTotals(pack: first.pack, packVersion: first.packVersion, pieces: order.joined)
        try output.write(totals.line)
      }
    }
    if !isPartial {
      for (file, unread) in order.unread where unread > 0 {
        session.tell(
          Complaint(file, Wording("打分时有 \(unread) 处未读", "\(unread) places were not read when it was scored")))
      }
    }
    return .clean
  }
}

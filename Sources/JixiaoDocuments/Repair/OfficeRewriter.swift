import Jixiao

/// Writes an Office document anew with the text of some cells changed, and everything else in the archive as it was.
public struct OfficeRewriter: Sendable {
  public enum Kind: String, Sendable, Hashable {
    case docx, xlsx
  }

  public let kind: Kind
  private let bytes: [UInt8]
  private let limits: ReadLimits
  private let package: OfficePackage

  /// Nil where the bytes are no Word or Excel document.
  public init?(_ bytes: [UInt8], limits: ReadLimits) {
    guard ZipArchive.isArchive(bytes) else { return nil }
    var budget = ZipInflate.Budget(limits)
    guard let archive = try? ZipArchive(bytes, limits: limits),
      let package = try? OfficePackage(archive, budget: &budget)
    else { return nil }
    switch package.kind {
    case .document: kind = .docx
    case .workbook: kind = .xlsx
    case .other: return nil
    }
    self.bytes = bytes
    self.limits = limits
    self.package = package
  }

  /// The document with these cells changed.
  ///
  /// - Throws: the first cell that cannot be changed without touching anything else, and why.
  public func rewritten(_ edits: [CellEdit]) throws(CellRefusal) -> [UInt8] {
    var contents: [Int: [UInt8]] = [:]
    var budget = ZipInflate.Budget(limits)
    for (part, edits) in try parts(edits, &budget) {
      let content: [UInt8]
      do { content = try package.content(part, budget: &budget) } catch { throw .package(error) }
      guard let offset = package.offset(of: part) else { throw .package(.partMissing(part)) }
      contents[offset] = try changed(content, part, edits)
    }
    do { return try ZipRewriter.rewritten(bytes, contents) } catch { throw .package(error) }
  }

  private func changed(_ content: [UInt8], _ part: String, _ edits: [CellEdit]) throws(CellRefusal) -> [UInt8]
  {
    let changes: [XMLChange]
    do {
      let xml = try XMLScanner(content, depthLimit: limits.depth)
      // Places in a part of another encoding would be those of its translation.
      guard xml.bytes == content else { throw CellRefusal.encoding(part: part) }
      switch kind {
      case .xlsx: changes = try XlsxPatch.changes(xml, edits)
      case .docx: changes = try DocxPatch.changes(xml, edits, limits)
      }
    } catch let refusal as CellRefusal {
      throw refusal
    } catch let fault as XMLFault {
      throw .package(.xml(part: part, fault))
    } catch {
      throw .package(.inconsistent(entry: part))
    }
    return XMLChange.applied(changes, to: content)
  }

  /// The edits by the part that they are made in.
  private func parts(
    _ edits: [CellEdit], _ budget: inout ZipInflate.Budget
  ) throws(CellRefusal) -> [(part: String, edits: [CellEdit])] {
    if kind == .docx { return [(package.main, edits)] }
    let workbook: XlsxWorkbook
    do { workbook = try XlsxWorkbook(package, budget: &budget) } catch { throw .package(error) }
    var parts: [(part: String, edits: [CellEdit])] = []
    for edit in edits {
      guard
        let worksheet = workbook.worksheets.first(where: { $0.name == edit.place.worksheet && !$0.isHidden })
      else { throw .noCell(edit.place) }
      if let known = parts.firstIndex(where: { $0.part == worksheet.part }) {
        parts[known].edits.append(edit)
      } else {
        parts.append((worksheet.part, [edit]))
      }
    }
    return parts
  }
}

/// Bytes of a part that are replaced.
struct XMLChange {
  let range: Range<Int>
  let bytes: [UInt8]

  static func applied(_ changes: [XMLChange], to content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += content[at..<change.range.lowerBound]
      result += change.bytes
      at = change.range.upperBound
    }
    return result + content[at...]
  }

  /// Text as the content of an element.
  static func escaped(_ text: String) -> [UInt8] {
    Array(
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").utf8)
  }
}

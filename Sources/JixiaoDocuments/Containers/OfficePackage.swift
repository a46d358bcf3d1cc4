import Jixiao

/// The parts of a docx or xlsx, found through its content types and relations rather than by fixed names.
struct OfficePackage: Sendable {
  enum Kind: Sendable, Equatable {
    case document, workbook
    case other(PackageFault.OtherKind)
  }

  struct Relation {
    let id: String
    /// The last component of the type: `worksheet`, `sharedStrings`.
    let kind: Substring
    /// The name of the part, in lower case.
    let part: String
  }

  let archive: ZipArchive
  let kind: Kind
  /// The part that holds the body or the list of worksheets.
  let main: String
  private let parts: [String: Int]
  private let doubled: Set<String>
  private let depthLimit: Int

  /// Nil where the archive is no Office package.
  init?(_ archive: ZipArchive, budget: inout ZipInflate.Budget) throws(PackageFault) {
    self.archive = archive
    depthLimit = budget.limits.depth
    var parts: [String: Int] = [:]
    var doubled: Set<String> = []
    for (index, entry) in archive.entries.enumerated() {
      let name = Self.partName(entry.name)
      if parts.updateValue(index, forKey: name) != nil { doubled.insert(name) }
    }
    self.parts = parts
    self.doubled = doubled
    if parts["ofd.xml"] != nil {
      (kind, main) = (.other(.ofd), "ofd.xml")
      return
    }
    if parts["mimetype"] != nil, parts["content.xml"] != nil {
      (kind, main) = (.other(.openDocument), "content.xml")
      return
    }
    let types = try Self.types(archive, parts, &budget)
    let relations = try Self.relations(of: "", archive, parts, &budget)
    let named = relations.first { $0.kind == "officeDocument" }?.part
    let typed = types.first { Self.kind(ofType: $0.type) != nil }?.part
    let usual = ["word/document.xml", "xl/workbook.xml", "xl/workbook.bin"].first { parts[$0] != nil }
    guard let main = [named, typed, usual].lazy.compactMap({ $0 }).first(where: { parts[$0] != nil }) else {
      // Relations of an Office document whose main part is gone, as against any zip of files.
      if let lost = named ?? typed { throw .partMissing(lost) }
      return nil
    }
    let type = types.first { $0.part == main }?.type
    guard let kind = type.flatMap(Self.kind(ofType:)) ?? Self.kind(ofPart: main) else { return nil }
    self.main = main
    self.kind = kind
  }

  func has(_ part: String) -> Bool { parts[part] != nil }

  /// The content of a part; two parts of its name are refused, as programs differ in which one they show.
  func content(_ part: String, budget: inout ZipInflate.Budget) throws(PackageFault) -> [UInt8] {
    if doubled.contains(part) { throw .partTwice(part) }
    guard let index = parts[part] else { throw .partMissing(part) }
    return try archive.content(of: archive.entries[index], budget: &budget)
  }

  /// Where the local header of a part lies in the archive.
  func offset(of part: String) -> Int? { parts[part].map { archive.entries[$0].offset } }

  func scanner(_ part: String, budget: inout ZipInflate.Budget) throws(PackageFault) -> XMLScanner {
    let bytes = try content(part, budget: &budget)
    do throws(XMLFault) { return try XMLScanner(bytes, depthLimit: depthLimit) } catch {
      throw .xml(part: part, error)
    }
  }

  /// Where a part refers to others; links to the outside are left out.
  func relations(of part: String, budget: inout ZipInflate.Budget) throws(PackageFault) -> [Relation] {
    try Self.relations(of: part, archive, parts, &budget)
  }

  /// Names of parts compare without case; old programs write backslashes.
  private static func partName(_ name: String) -> String {
    let lower = name.lowercased()
    return lower.hasPrefix("/") ? String(lower.dropFirst()) : lower
  }

  private static func types(
    _ archive: ZipArchive, _ parts: [String: Int], _ budget: inout ZipInflate.Budget
  ) throws(PackageFault) -> [(part: String, type: String)] {
    guard let index = parts["[content_types].xml"] else { return [] }
    let bytes = try archive.content(of: archive.entries[index], budget: &budget)
    var types: [(part: String, type: String)] = []
    do throws(XMLFault) {
      var xml = try XMLScanner(bytes, depthLimit: budget.limits.depth)
      while try xml.next() != .finish {
        guard xml.opens("Override"), let part = try xml.attribute("PartName"),
          let type = try xml.attribute("ContentType")
        else { continue }
        types.append((partName(part), type))
      }
    } catch { throw .xml(part: "[Content_Types].xml", error) }
    return types
  }

  private static func relations(
    of part: String, _ archive: ZipArchive, _ parts: [String: Int], _ budget: inout ZipInflate.Budget
  ) throws(PackageFault) -> [Relation] {
    let folder = part.split(separator: "/").dropLast()
    let file = part.split(separator: "/").last ?? ""
    let name = (folder + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard let index = parts[name] else { return [] }
    let bytes = try archive.content(of: archive.entries[index], budget: &budget)
    var relations: [Relation] = []
    do throws(XMLFault) {
      var xml = try XMLScanner(bytes, depthLimit: budget.limits.depth)
      while try xml.next() != .finish {
        guard xml.opens("Relationship"), try xml.attribute("TargetMode") != "External",
          let id = try xml.attribute("Id"), let type = try xml.attribute("Type"),
          let target = try xml.attribute("Target")
        else { continue }
        let kind = type.split(separator: "/").last ?? ""
        relations.append(Relation(id: id, kind: kind, part: resolved(target, from: folder)))
      }
    } catch { throw .xml(part: name, error) }
    return relations
  }

  /// A target as the name of a part; `..` ends at the root of the package.
  private static func resolved(_ target: String, from folder: ArraySlice<Substring>) -> String {
    let lower = target.lowercased()
    var path = lower.hasPrefix("/") ? [] : folder.map(String.init)
    for component in lower.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where component != "." {
      if component == ".." { _ = path.popLast() } else { path.append(String(component)) }
    }
    return path.joined(separator: "/")
  }

  /// Macros and templates are of the same kind.
  private static func kind(ofType type: String) -> Kind? {
    guard type.hasSuffix("main+xml") || type.hasSuffix(".main") else { return nil }
    let type = type.lowercased()
    if type.contains("sheet.binary") { return .other(.binaryWorkbook) }
    if type.contains("wordprocessingml") || type.contains("ms-word") { return .document }
    if type.contains("spreadsheetml") || type.contains("ms-excel") { return .workbook }
    return type.contains("presentation") || type.contains("powerpoint") ? .other(.slides) : nil
  }

  private static func kind(ofPart part: String) -> Kind? {
    if part.hasSuffix("workbook.bin") { return .other(.binaryWorkbook) }
    if part.contains("workbook") { return .workbook }
    if part.contains("presentation") { return .other(.slides) }
    return part.contains("document") ? .document : nil
  }
}

import Jixiao

/// A zip of documents, read entry by entry in the order of their names: `a.zip!/b.docx`.
///
/// An entry that cannot be read does not keep the others from being read; it is reported as unread.
struct ArchiveReader {
  let file: String
  let limits: ReadLimits
  let language: Language
  let nesting: Int

  func read(
    _ archive: ZipArchive, budget: inout ZipInflate.Budget, readFile: PackageReader.ReadFile
  ) throws(ReadError) -> [Document] {
    guard nesting < limits.nesting else {
      throw ReadError(file: file, .package(.nestedTooDeep(limit: limits.nesting)))
    }
    var documents: [Document] = []
    var names: [String: Int] = [:]
    let entries = archive.entries.filter { !$0.isFolder && !Self.isByproduct($0.name) }
    // By bytes, with the archive's own order among equals.
    let order = entries.indices.sorted {
      let (a, b) = (entries[$0].name.utf8, entries[$1].name.utf8)
      return a.lexicographicallyPrecedes(b) || ($0 < $1 && a.elementsEqual(b))
    }
    guard !order.isEmpty else { throw ReadError(file: file, .package(.nothingInside)) }
    for index in order {
      let entry = entries[index]
      let count = names[entry.name, default: 0] + 1
      names[entry.name] = count
      let name = "\(file)!/\(entry.name)" + (count > 1 ? " (\(count))" : "")
      do throws(ReadError) {
        let content: [UInt8]
        do throws(PackageFault) { content = try archive.content(of: entry, budget: &budget) } catch {
          throw ReadError(file: name, .package(error))
        }
        documents += try readFile(name, content, nesting + 1, &budget)
      } catch {
        documents.append(
          Document(
            file: name, reader: "zip", sheets: [],
            unread: [
              Document.Unread(place: error.place, text: entry.name, why: error.reason(in: language))
            ]))
      }
    }
    return documents
  }

  /// What systems add to an archive beside its documents.
  private static func isByproduct(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return parts.first == "__MACOSX" || parts.last == ".DS_Store" || parts.last == "Thumbs.db"
      || parts.last == "desktop.ini"
  }
}

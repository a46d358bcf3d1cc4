import CRules

/// The rule packs and vocabularies that the binary carries.
public enum EmbeddedRules {
  /// Names such as `packs/literal.json`, in the order in which they were embedded.
  public static var names: [String] {
    var names: [String] = []
    while let name = jixiao_rule_file_name(names.count) { names.append(String(cString: name)) }
    return names
  }

  /// The bytes of one file; nil where no such file is embedded.
  public static func bytes(named name: String) -> [UInt8]? {
    guard let index = names.firstIndex(of: name), let start = jixiao_rule_file_bytes(index) else {
      return nil
    }
    return [UInt8](UnsafeBufferPointer(start: start, count: jixiao_rule_file_count(index)))
  }

  /// A file as a JSON object.
  static func object(named name: String) throws(RuleError) -> JSONObject {
    guard let bytes = bytes(named: name) else {
      throw RuleError(
        file: name, path: "", offset: 0,
        .inconsistent(zh: "程序里没有这个文件", en: "the binary does not carry this file"))
    }
    return try JSONObject(parsing: bytes, file: name)
  }
}

extension JSONObject {
  init(parsing bytes: [UInt8], file: String) throws(RuleError) {
    let node: JSONNode
    do { node = try JSONNode(parsing: bytes) } catch {
      throw RuleError(file: file, path: "", offset: error.offset, .notJSON(error))
    }
    do { try self.init(node, path: "") } catch { throw error.located(in: file, bytes) }
  }
}

import Jixiao

/// Renders the list of rule packs as JSON.
public enum PacksJSON {
  public static func render(_ packs: [RulePack]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "jixiao.packs/1")
      json.array("packs", packs, breaking: true) { json, pack in
        json.object { json in
          json.member("id", pack.id)
          json.member("version", pack.version)
          json.member("title", pack.title)
          json.member("issuer", pack.issuer)
          json.member("document", pack.document)
          json.member("from", pack.effectiveFrom)
          json.member("to", pack.effectiveTo)
          json.member("automatic", pack.automatic != nil)
          json.array("clauses", pack.clauses) { json, clause in
            json.object { json in
              json.member("clause", pack.citation(clause.id))
              json.member("title", clause.title)
              json.member("source", clause.source)
              json.member("certainty", clause.certainty.rawValue)
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

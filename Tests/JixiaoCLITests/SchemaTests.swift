import Jixiao
import Testing

/// Every JSON output holds against its own published schema.
@Suite struct SchemaTests {
  @Test(arguments: [
    ("sheets", ["read", Paths.selfAssessment]), ("sheets", ["read", Paths.plan]),
    ("scores", ["score", Paths.selfAssessment]), ("scores", ["score", Paths.plan]),
    ("scores", ["score", Paths.selfAssessment, "--rules", "all"]),
  ])
  func outputsHold(_ name: String, _ command: [String]) throws {
    let schema = try JSONNode(parsing: Array(jixiao(["schema", name]).output.utf8))
    let ran = jixiao(command + ["--format", "json"])
    let output = try JSONNode(parsing: Array(ran.output.utf8))
    #expect(MiniSchema(root: schema).problems(output, schema, "$") == [])
  }

  @Test func allSchemasComeAsOneObject() throws {
    let all = try JSONNode(parsing: Array(jixiao(["schema"]).output.utf8))
    #expect(all["sheets"]?["$id"]?.text == "jixiao.sheets/1")
    #expect(all["scores"]?["$id"]?.text == "jixiao.scores/1")
  }

  @Test func aWrongOutputIsNoticed() throws {
    let schema = try JSONNode(parsing: Array(jixiao(["schema", "sheets"]).output.utf8))
    let wrong = try JSONNode(parsing: Array(#"{"schema":"jixiao.sheets/1","documents":[{"file":3}]}"#.utf8))
    #expect(MiniSchema(root: schema).problems(wrong, schema, "$").count >= 4)
  }
}

/// As much of JSON Schema as our schemas use.
struct MiniSchema {
  let root: JSONNode

  func problems(_ node: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.text {
      let parts = reference.split(separator: "/").dropFirst().map(String.init)
      guard let target = parts.reduce(Optional(root), { $0?[$1] }) else {
        return ["\(path): no \(reference)"]
      }
      return problems(node, target, path)
    }
    var found: [String] = []
    if let constant = schema["const"]?.text, node.text != constant {
      found.append("\(path): not \(constant)")
    }
    if let choices = schema["enum"]?.elements {
      let holds = choices.contains { choice in choice.isNull ? node.isNull : choice.text == node.text }
      if !holds { found.append("\(path): not one of the choices") }
    }
    if let type = schema["type"] {
      let names = type.elements?.compactMap(\.text) ?? [type.text ?? ""]
      if !names.contains(where: { matches(node, $0) }) {
        found.append("\(path): \(node.kindName), not \(names)")
      }
    }
    if case .object(let members) = node.value {
      let keys = members.map(\.key)
      for key in schema["required"]?.elements?.compactMap(\.text) ?? [] where !keys.contains(key) {
        found.append("\(path): \(key) is missing")
      }
      for member in members {
        if let own = schema["properties"]?[member.key] {
          found += problems(member.value, own, "\(path).\(member.key)")
        } else if let more = schema["additionalProperties"] {
          if case .bool(false) = more.value {
            found.append("\(path): unknown \(member.key)")
          } else {
            found += problems(member.value, more, "\(path).\(member.key)")
          }
        }
      }
    }
    if let elements = node.elements, let items = schema["items"] {
      for (index, element) in elements.enumerated() { found += problems(element, items, "\(path)[\(index)]") }
    }
    return found
  }

  private func matches(_ node: JSONNode, _ type: String) -> Bool {
    switch node.value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number(let text): type == "number" || (type == "integer" && Int(text) != nil)
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }
}

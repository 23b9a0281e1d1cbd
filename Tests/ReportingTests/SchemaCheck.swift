import FoundationEssentials
import Testing

/// Holds JSON against a JSON Schema of the repository, more strictly than the standard does: an object has the keys
/// that the schema names and no others.
struct SchemaCheck {
  private let schema: JSONValue

  /// - Parameter name: Of the file in `Schemas`.
  init(_ name: String) throws {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    schema = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: folder.appending(path: "Schemas/\(name)")))
  }

  /// Where and how the value differs from the schema.
  func differences(_ value: JSONValue) -> [String] { differences(value, schema, at: "$") }

  private func differences(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    if case .string(let name) = schema["$ref"] {
      return differences(value, self.schema["$defs"][String(name.dropFirst("#/$defs/".count))], at: place)
    }
    if case .array(let choices) = schema["anyOf"] {
      let all = choices.map { differences(value, $0, at: place) }
      return all.contains([]) ? [] : all.first ?? ["\(place): no choice"]
    }
    if case .array(let words) = schema["enum"] { return words.contains(value) ? [] : ["\(place): not in the list"] }
    if schema["const"] != .null { return schema["const"] == value ? [] : ["\(place): another constant"] }
    return wrongType(value, schema["type"], at: place) + inside(value, schema, at: place)
  }

  private func wrongType(_ value: JSONValue, _ type: JSONValue, at place: String) -> [String] {
    let allowed: [JSONValue] = if case .array(let types) = type { types } else { [type] }
    return value.types.contains { allowed.contains(.string($0)) } ? [] : ["\(place): is \(value.types), not \(type)"]
  }

  private func inside(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    switch value {
    case .array(let values):
      return values.enumerated().flatMap { differences($1, schema["items"], at: "\(place)[\($0)]") }
    case .object(let values):
      let required: [JSONValue] = if case .array(let names) = schema["required"] { names } else { [] }
      let isComplete = values.count == required.count && values.keys.allSatisfy { required.contains(.string($0)) }
      return (isComplete && schema["properties"].keys == value.keys ? [] : ["\(place): other keys"])
        + values.flatMap { differences($1, schema["properties"][$0], at: "\(place).\($0)") }
    default: return []
    }
  }
}

extension JSONValue {
  /// What JSON Schema calls such a value.
  fileprivate var types: [String] {
    switch self {
    case .null: ["null"]
    case .bool: ["boolean"]
    case .number(let value): value.rounded() == value ? ["integer", "number"] : ["number"]
    case .string: ["string"]
    case .array: ["array"]
    case .object: ["object"]
    }
  }
}

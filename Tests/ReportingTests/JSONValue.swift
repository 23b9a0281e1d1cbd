/// JSON as it stands, without the types that wrote it.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  var keys: Set<String> {
    if case .object(let values) = self { Set(values.keys) } else { [] }
  }

  var count: Int {
    if case .array(let values) = self { values.count } else { 0 }
  }

  var scalars: [Unicode.Scalar] {
    if case .string(let text) = self { Array(text.unicodeScalars) } else { [] }
  }

  subscript(key: String) -> JSONValue {
    if case .object(let values) = self { values[key] ?? .null } else { .null }
  }

  subscript(index: Int) -> JSONValue {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { .null }
  }
}

extension JSONValue {
  /// Of an array the texts in it.
  var strings: [String] {
    guard case .array(let values) = self else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}

package import FoundationEssentials

extension Report {
  /// One JSON document with sorted keys and a line end.
  /// - Throws: `EncodingError` where a number has no JSON form.
  package func json() throws -> Data { try jsonDocument(self) }
}

extension EnvironmentDescription {
  /// One JSON document with sorted keys and a line end.
  /// - Throws: `EncodingError` where a number has no JSON form.
  package func json() throws -> Data { try jsonDocument(self) }
}

extension LibrariesReport {
  /// One JSON document with sorted keys and a line end.
  /// - Throws: `EncodingError` where a number has no JSON form.
  package func json() throws -> Data { try jsonDocument(self) }
}

extension ExplanationReport {
  /// One JSON document with sorted keys and a line end.
  /// - Throws: `EncodingError` where a number has no JSON form.
  package func json() throws -> Data { try jsonDocument(self) }
}

private func jsonDocument(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return try encoder.encode(value) + Data("\n".utf8)
}

package import FoundationEssentials

extension Report {
  /// One JSON document with sorted keys and a line end.
  /// - Throws: `EncodingError` where a number has no JSON form.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

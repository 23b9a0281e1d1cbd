internal import FoundationEssentials

/// Decoding a type for the first time takes Swift's runtime about a millisecond, in which it puts generic types together.
/// The front does that while the worker starts Python, so that no message has to wait for it.
package enum CodingWarmUp {
  package static func decodeMessages() {
    for message in samples { _ = recoded(message) }
  }

  private static func recoded<Value: Codable>(_ value: Value) -> Value? {
    guard let json = try? JSONEncoder().encode(value) else { return nil }
    return try? JSONDecoder().decode(Value.self, from: json)
  }

  /// Those that every run has.
  private static var samples: [WorkerMessage] {
    let path = PythonPath(text: "")
    let facts = InterpreterFacts(
      version: "", implementation: "", executable: path, prefix: path, basePrefix: path, platform: "", path: [path])
    let imported = ImportFacts(
      exception: nil, file: path, wallSeconds: 0, cpuSeconds: 0, peakResidentBytes: 0, modulesLoaded: 0)
    return [
      .ready(facts), .began(0), .importing(""), .imported(0, imported), .version(0, .text("")),
      .done(RunFacts(warnings: [], warningCount: 0)),
    ]
  }
}

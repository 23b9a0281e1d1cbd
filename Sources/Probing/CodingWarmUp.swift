internal import FoundationEssentials

/// Coding a type for the first time takes Swift's runtime about a millisecond, in which it puts generic types together.
/// Either side does that while it waits for the other, so that no message has to wait for it.
package enum CodingWarmUp {
  /// For the front, while the worker starts Python.
  package static func decodeMessages() {
    for message in samples { _ = recoded(message) }
  }

  /// For the worker, while the front reads its command line.
  package static func decodeOrdersAndEncodeMessages() {
    let path = PythonPath(text: "")
    let channels = WorkerChannels(front: 0, messages: 0, evidence: 0)
    let start = WorkerStart(libpython: path, executable: path, safePath: false, channels: channels)
    _ = recoded(WorkerOrder.start(start))
    _ = recoded(WorkerOrder.probe([ModulePlan(module: "", attributes: [])]))
    for message in samples { _ = try? JSONEncoder().encode(message) }
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

import Diagnosis
import MachineFacts
import Probing
import SystemCalls

/// The environment variables that a failure may be about: those that its words or lines of code name, and those of the
/// packages whose code was at work, as `KERAS_BACKEND` is of keras.
struct RelatedVariables {
  private let words: Set<String>
  private let prefixes: [String]

  init(_ failure: Failure) {
    let exceptions = failure.exceptions
    let frames = exceptions.flatMap { $0.frames.suffix(Self.framesNextToFailure) }
    let texts = exceptions.map { String($0.message.prefix(Self.longestMessage)) } + frames.compactMap(\.source)
    let known = RefusedVariable.names.filter { name in texts.contains { $0.contains(name.words) } }
    words = Set(
      texts.flatMap { $0.split { !($0 == "_" || $0.isLetter || $0.isNumber) }.map(String.init) } + known.map(\.variable)
    )
    let packages = Set(frames.map(\.file.moduleBelowSitePackages)).subtracting([""])
    prefixes = packages.flatMap(RefusedVariable.prefixes)
  }

  private static let framesNextToFailure = 6
  private static let longestMessage = 4000

  /// Short ones only: a value that a message repeats is a name or a word. Secrets are taken out, for the evidence shows
  /// the values.
  func values(in environment: ProcessEnvironment) -> [String: String] {
    var values: [String: String] = [:]
    for entry in environment.entries {
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")), entry.count - equals <= Self.longestValue else {
        continue
      }
      let name = String(decoding: entry[..<equals], as: UTF8.self)
      guard words.contains(name) || prefixes.contains(where: name.hasPrefix) else { continue }
      let shown = Redaction(name: entry[..<equals], value: Array(entry[(equals + 1)...])).value
      values[name] = PythonPath(bytes: shown).description
    }
    return values
  }

  private static let longestValue = 200
}

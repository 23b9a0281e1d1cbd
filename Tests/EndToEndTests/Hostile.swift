import Probing
import Testing

/// One hostile or odd import, and what is said of it. What plain Python does with it settles that.
struct Hostile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let source: String
  let outcome: Outcome
  let phase: Phase?
  let exitCode: Int32?
  let signal: String?
  /// Looked up after the import.
  let attribute: String?
  /// The code of the one warning beside those of Python itself.
  let warning: String?
  let hangs: Bool

  init(
    _ name: String, _ source: String, _ outcome: Outcome = .passed, _ phase: Phase? = nil, exit: Int32? = nil,
    signal: String? = nil, attribute: String? = nil, warning: String? = nil, hangs: Bool = false
  ) {
    testDescription = name
    self.source = source
    self.outcome = outcome
    self.phase = phase
    exitCode = exit
    self.signal = signal
    self.attribute = attribute
    self.warning = warning
    self.hangs = hangs
  }

  var target: String { attribute.map { "subject:\($0)" } ?? "subject" }

  static let rows = HostileProcesses.rows + HostileInterpreters.rows + HostileEndings.rows + HostileObjects.rows

  /// Those that touch what differs most between versions of Python.
  static let versionDependent = rows.filter { versionDependentNames.contains($0.testDescription) }

  private static let versionDependentNames: Set<String> = [
    "all descriptors closed", "a daemon", "no import function", "every signal blocked, and a hang",
    "a class that claims to be an exit", "an exit function that aborts", "a long chain of causes",
  ]
}

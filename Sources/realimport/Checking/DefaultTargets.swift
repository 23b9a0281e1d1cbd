import Probing
import PythonPackaging
import Reporting

/// What is checked where the user names nothing.
struct DefaultTargets {
  /// `nil` where nothing of the suite is installed.
  let targets: [Target]?

  /// The stack that realimport is for; what is absent of it is left out.
  private static let suite = ["torch", "torch:_inductor.config", "vllm", "vllm:LLM"]

  init(_ installed: InstalledDistributions) {
    let all = Set(installed.all.flatMap(installed.topLevelModules(of:)))
    let found = Self.suite.compactMap { try? Target(parsing: $0) }.filter { all.contains($0.module) }
    targets = found.isEmpty ? nil : found
  }

  static let nothingOfTheSuite = WarningReport(
    code: "default-targets",
    message: "neither torch nor vllm is installed here; checking every installed distribution instead (as --all does)")
}

import Probing
import Reporting

/// What is checked where the user names nothing.
struct DefaultTargets {
  var targets: [Target]
  var note: WarningReport?

  /// The stack that realimport is for; what is absent of it is left out.
  private static let suite = ["torch", "torch:_inductor.config", "vllm", "vllm:LLM"]

  /// Other distributions are checked one after the other, so only some of them.
  private static let limit = 10

  /// - Parameter modules: The top-level modules of every installed distribution, by distribution.
  init(modules: [[String]]) {
    let all = Set(modules.joined())
    let targets = Self.suite.compactMap { try? Target(parsing: $0) }.filter { all.contains($0.module) }
    guard targets.isEmpty else {
      self.targets = targets
      return
    }
    let chosen = modules.compactMap { $0.first { !$0.hasPrefix("_") } }.prefix(Self.limit)
    self.targets = chosen.compactMap { try? Target(parsing: $0) }
    note = WarningReport(
      code: "default-targets",
      message: """
        neither torch nor vllm is installed here; checking \(chosen.count) of \(modules.count) installed distributions \
        instead (name modules to choose)
        """)
  }
}

import Configuration
import PythonPackaging
import Reporting

/// What is checked where neither the command line nor a project's table names anything.
enum DefaultTargets {
  /// The suite `vllm` where torch or vllm is installed, the other one being as optional as the rest then: nobody has
  /// asked for it. `nil` where neither is.
  static func checks(_ installed: InstalledDistributions) throws -> [RequestedCheck]? {
    guard ["torch", "vllm"].contains(where: { installed.owner(ofModule: $0) != nil }) else { return nil }
    return try Suite.vllm.checks.map { configured in
      var check = try RequestedCheck(configured)
      check.isOptional = true
      return check
    }
  }

  static let nothingOfTheSuite = WarningReport(
    code: "default-targets",
    message: "neither torch nor vllm is installed here; checking every installed distribution instead (as --all does)")
}

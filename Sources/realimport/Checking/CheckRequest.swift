import Probing
import SystemPackage

/// All that one run of `check` was asked for, validated.
struct CheckRequest {
  /// Empty where the user named none.
  var targets: [RequestedTarget]
  /// Every installed distribution.
  var isAll: Bool
  /// What the project's table or a suite asks for beside that.
  var checks: [RequestedCheck] = []
  /// The `pyproject.toml` that this comes from.
  var configurationFile: FilePath?
  /// Those of them whose absence is no failure.
  var optional: Set<RequestedTarget>
  /// Whether the console scripts of the named distributions are looked up as well.
  var checksEntryPoints: Bool
  /// Whether the native files of the named distributions are examined as well.
  var checksLinks: Bool
  /// The value of `--python`.
  var python: String?
  var isTogether: Bool
  var usesSafePath: Bool
  var timeout: Duration
  /// Bytes.
  var memoryLimit: Int?
  var jobs: Int
  /// Starts Python anew for each module.
  var isFresh: Bool
  /// Warnings are failures.
  var isStrict: Bool
  var control: ControlPolicy

  /// Whether the user left it open what to check.
  var isOpen: Bool { targets.isEmpty && checks.isEmpty && !isAll }
}

/// When plain Python is asked the same.
enum ControlPolicy: String, CaseIterable {
  case always, failures, never
}

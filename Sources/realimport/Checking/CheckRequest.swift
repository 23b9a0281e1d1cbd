import Probing

/// All that one run of `check` was asked for, validated.
struct CheckRequest {
  /// Empty where the user named none.
  var targets: [RequestedTarget]
  /// Every installed distribution.
  var isAll: Bool
  /// Those of them whose absence is no failure.
  var optional: Set<RequestedTarget>
  /// Whether the console scripts of the named distributions are looked up as well.
  var checksEntryPoints: Bool
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
}

/// When plain Python is asked the same.
enum ControlPolicy: String, CaseIterable {
  case always, failures, never
}

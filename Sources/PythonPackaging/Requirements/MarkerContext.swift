/// Where a marker stands, which decides what it may ask about beside the environment (packaging.python.org,
/// "Dependency specifiers"; the `context` of `Marker.evaluate` in pypa's `packaging`).
package enum MarkerContext: Hashable, Sendable {
  /// In the metadata of a distribution, of which this extra was asked for; empty where none was.
  case metadata(extra: String)
  /// In a lock file (PEP 751), which is installed with these extras and groups.
  case lockFile(extras: Set<String>, dependencyGroups: Set<String>)
  /// Anywhere else, where neither extras nor groups have a meaning.
  case requirement
}

/// Why a marker is neither true nor false.
package enum MarkerEvaluationProblem: Error, Hashable, Sendable {
  /// This is nothing that the environment or the context has a value for: a comparison of two strings, or `extras`
  /// outside of a lock file.
  case undefinedName(String)
  /// The operator is for versions, and what it compares are none.
  case undefinedComparison(String)
}

extension MarkerEvaluationProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .undefinedName(let name): "`\(name)` has no value here"
    case .undefinedComparison(let comparison): "`\(comparison)` does not compare versions"
    }
  }
}

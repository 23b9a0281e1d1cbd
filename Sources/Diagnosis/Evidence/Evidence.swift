/// All that is known of one failure before anybody judges it. Values only: rules read no file.
package struct Evidence: Sendable {
  package var failure: Failure
  /// `nil` where there is nothing but a text.
  package var environment: EnvironmentEvidence?
  /// What lies on the search path under the names that the failure speaks of, by the module's dotted name.
  package var modules: [String: ModuleEvidence] = [:]

  package init(failure: Failure, environment: EnvironmentEvidence? = nil) {
    self.failure = failure
    self.environment = environment
  }
}

extension Evidence {
  /// The minor version of Python 3, told by the environment, else by the folders of the frames.
  package var pythonMinor: Int? { environment?.python.minor ?? failure.statedPythonMinor }

  /// Whether what is said can be compared with what is installed.
  var isLive: Bool { environment != nil }

  func distribution(_ name: String) -> InstalledEvidence? { environment?.distribution(name) }

  /// Name and version, as far as that is known.
  func label(_ name: String) -> String {
    let version = distribution(name)?.version ?? failure.statedVersions[normalizedName(name)]
    return version.map { "\(name) \($0)" } ?? name
  }

  func version(_ name: String) -> String? {
    distribution(name)?.version ?? failure.statedVersions[normalizedName(name)]
  }

  /// What installs, in the way of this environment.
  var installer: Installer { environment?.installer ?? Installer(python: "python", isUV: false) }

  /// `certain` takes the environment: a text alone shows no file.
  func sure(_ confidence: Confidence) -> Confidence { isLive ? confidence : min(confidence, .likely) }
}

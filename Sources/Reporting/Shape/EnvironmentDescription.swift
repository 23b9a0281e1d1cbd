/// The document `realimport.environment/1` as it is written: the shape that others rely on. A rename here is a change
/// of the schema.
package struct EnvironmentDescription: Codable, Sendable {
  package var schema = "realimport.environment/1"
  package var tool = Tool()
  package var environment: EnvironmentReport
  package var installation: InstallationReport
  package var machine: MachineReport
  package var variables: [VariableReport]
  package var distributions: [InstalledReport]
  package var conflicts: [ConflictReport]
  package var warnings: [WarningReport]
  /// What was really imported, because somebody asked for it.
  package var imports: [ImportReport] = []
  /// Why there is no Python to describe, or none that could be asked; all else is told as far as it is known.
  @ExplicitNull package var problem: ProblemReport?

  package init(
    environment: EnvironmentReport, installation: InstallationReport, machine: MachineReport,
    variables: [VariableReport], distributions: [InstalledReport], conflicts: [ConflictReport],
    warnings: [WarningReport], problem: ProblemReport?
  ) {
    self.environment = environment
    self.installation = installation
    self.machine = machine
    self.variables = variables
    self.distributions = distributions
    self.conflicts = conflicts
    self.warnings = warnings
    self.problem = problem
  }
}

/// Who made the environment, and what installs packages there.
package struct InstallationReport: Codable, Sendable, Equatable {
  @ExplicitNull package var kind: Kind?
  /// The file or line that says so.
  @ExplicitNull package var evidence: String?
  package var installers: [InstallerReport]

  package enum Kind: String, Codable, Sendable, CaseIterable {
    case venv, virtualenv, uv, conda, pyenv, system, other
    /// A Python that uv downloaded, without an environment.
    case uvPython = "uv-python"
  }

  package init(kind: Kind? = nil, evidence: String? = nil, installers: [InstallerReport] = []) {
    self.kind = kind
    self.evidence = evidence
    self.installers = installers
  }
}

/// A tool that installs packages: one in the environment has a version, one on PATH a path.
package struct InstallerReport: Codable, Sendable, Equatable {
  package var name: String
  @ExplicitNull package var version: String?
  @ExplicitNull package var path: String?

  package init(name: String, version: String?, path: String?) {
    self.name = name
    self.version = version
    self.path = path
  }
}

/// An environment variable that matters to imports.
package struct VariableReport: Codable, Sendable, Equatable {
  package var name: String
  package var value: String
  /// Whether secrets in the value were replaced.
  package var isRedacted: Bool

  enum CodingKeys: String, CodingKey {
    case name, value
    case isRedacted = "redacted"
  }

  package init(name: String, value: String, isRedacted: Bool) {
    self.name = name
    self.value = value
    self.isRedacted = isRedacted
  }
}

/// An installed distribution, by its metadata.
package struct InstalledReport: Codable, Sendable, Equatable {
  package var name: String
  @ExplicitNull package var version: String?
  /// The folder of the search path that it lies in.
  package var location: String
  /// What its file INSTALLER names.
  @ExplicitNull package var installer: String?

  package init(name: String, version: String?, location: String, installer: String?) {
    self.name = name
    self.version = version
    self.location = location
    self.installer = installer
  }
}

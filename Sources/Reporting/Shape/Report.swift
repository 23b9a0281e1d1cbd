/// What one run of `check` found out; its JSON form is `Schemas/report-1.json`.
///
/// This is the shape that others rely on. A rename here is a change of the schema.
package struct Report: Codable, Sendable {
  package var schema = "realimport.report/1"
  package var tool = Tool()
  package var verdict: ReportVerdict
  package var environment: EnvironmentReport
  package var checks: [CheckReport]
  /// Modules that `--all` did not check, and why.
  package var leftOut: [LeftOutReport]
  /// What distributions require and the environment does not have, whatever the imports came to.
  package var conflicts: [ConflictReport]
  /// The `pyproject.toml` whose table said what to check; `nil` for the command line and what is built in.
  @ExplicitNull package var configuration: String?
  @ExplicitNull package var problem: ProblemReport?
  package var elapsedSeconds: Double

  enum CodingKeys: String, CodingKey {
    case schema, tool, verdict, environment, checks, conflicts, configuration, problem
    case leftOut = "left_out"
    case elapsedSeconds = "elapsed_seconds"
  }

  /// The verdict follows: all checks passed and nothing stood in their way.
  package init(
    environment: EnvironmentReport, checks: [CheckReport], leftOut: [LeftOutReport] = [],
    conflicts: [ConflictReport] = [], configuration: String? = nil, problem: ProblemReport? = nil,
    elapsedSeconds: Double
  ) {
    verdict = problem == nil && checks.allSatisfy(\.isGood) ? .passed : .failed
    self.environment = environment
    self.checks = checks
    self.leftOut = leftOut
    self.conflicts = conflicts
    self.configuration = configuration
    self.problem = problem
    self.elapsedSeconds = elapsedSeconds
  }
}

/// A module that was not checked though its distribution is installed.
package struct LeftOutReport: Codable, Sendable, Equatable {
  package var module: String
  package var distribution: String
  package var reason: String

  package init(module: String, distribution: String, reason: String) {
    self.module = module
    self.distribution = distribution
    self.reason = reason
  }
}

package struct Tool: Codable, Sendable {
  package static let version = "0.1.0"

  package var name = "realimport"
  package var version = Tool.version
}

package enum ReportVerdict: String, Codable, Sendable {
  case passed, failed
}

/// Why nothing could be checked, with the commands that help.
package struct ProblemReport: Codable, Sendable {
  package var code: String
  package var message: String
  package var commands: [String]

  package init(code: String, message: String, commands: [String] = []) {
    self.code = code
    self.message = message
    self.commands = commands
  }
}

/// The Python that was asked, and how it was found. `nil` where it is not known.
package struct EnvironmentReport: Codable, Sendable {
  @ExplicitNull package var python: String?
  @ExplicitNull package var implementation: String?
  @ExplicitNull package var executable: String?
  @ExplicitNull package var prefix: String?
  @ExplicitNull package var basePrefix: String?
  @ExplicitNull package var libpython: String?
  @ExplicitNull package var platform: String?
  @ExplicitNull package var machine: String?
  @ExplicitNull package var libc: String?
  @ExplicitNull package var foundBy: String?
  package var warnings: [WarningReport] = []

  enum CodingKeys: String, CodingKey {
    case python, implementation, executable, prefix, libpython, platform, machine, libc, warnings
    case basePrefix = "base_prefix"
    case foundBy = "found_by"
  }

  package init() {}
}

/// Something that is no failure but worth knowing.
package struct WarningReport: Codable, Sendable, Equatable {
  package var code: String
  /// One line.
  package var message: String
  /// A text of others and below it a caret at the place that is wrong, for those who see lines; not in JSON, where the
  /// message says which character it is.
  package var excerpt: String?

  enum CodingKeys: String, CodingKey {
    case code, message
  }

  package init(code: String, message: String, excerpt: String? = nil) {
    self.code = code
    self.message = message
    self.excerpt = excerpt
  }

  /// The lines of the excerpt, made harmless.
  var excerptLines: [String] { excerpt?.split(separator: "\n").map { Plain.line(String($0)) } ?? [] }
}

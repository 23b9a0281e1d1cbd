internal import FoundationEssentials
package import SystemCalls
package import SystemPackage

/// The built program, run as a user runs it.
package struct Program: Sendable {
  /// Where it runs.
  package var folder: FilePath
  /// Beside what every run is given: no variable that chooses or changes a Python.
  package var variables: [String: String] = [:]
  package var timeout = Duration.seconds(300)

  package init(in folder: FilePath, _ variables: [String: String] = [:]) {
    self.folder = folder
    self.variables = variables
  }

  /// What `make test` has built, else what stands beside these tests.
  package static var path: FilePath {
    if let path = ProcessInfo.processInfo.environment["REALIMPORT_BINARY"] { return FilePath(path) }
    return Repository.folder.appending(".build").appending("debug").appending("realimport")
  }

  package func run(_ arguments: String...) throws -> Run {
    try run(Self.path, arguments)
  }

  /// Any other program under the same conditions.
  package func run(_ program: FilePath, _ arguments: [String]) throws -> Run {
    let unset = Self.removed.flatMap { ["-u", $0] }
    let set = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let command = Command(
      executable: "/usr/bin/env", arguments: ["-C", folder.string] + unset + set + [program.string] + arguments)
    return Run(try runCommand(command, timeout: timeout, limit: 64 << 20))
  }

  private static let removed = [
    "VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "FORCE_COLOR",
  ]
}

/// What a finished program left.
package struct Run: Sendable {
  package var ending: ProcessEnding
  package var output: String
  package var errors: String

  package var status: Int32? {
    guard case .exited(let status) = ending else { return nil }
    return status
  }

  init(_ result: CommandResult) {
    ending = result.ending
    output = String(decoding: result.output, as: UTF8.self)
    errors = String(decoding: result.errorOutput, as: UTF8.self)
  }
}
